import { sumInterval } from "../../../sim/findings/estimates.ts";
import { numberText } from "../../../sim/words/numbers.ts";
import { UNDER_ASSUMPTIONS } from "../../screen/compare-rows.ts";
import { labelOf } from "../../screen/metric-labels.ts";
import type { SummaryInput } from "../../screen/summary-input.ts";
import type { SummaryNumber } from "../../screen/summary-number.ts";
import { variantRanges } from "../../screen/variant-lines.ts";
import { type Block, list, type ReportCell } from "../page/content.ts";

/** Shows scenarios again under the other assumptions that they name; nothing where they name none. */
export function variantTable(runs: readonly SummaryInput[]): Block[] {
  if (runs.every(({ variantOf }) => variantOf === null)) return [];
  const cell = (run: SummaryInput, number: SummaryNumber): ReportCell => {
    const { mean } = sumInterval(run, number);
    return { value: mean, text: numberText(mean, number.decimals) };
  };
  const whys = [...new Set(runs.flatMap(({ variantOf }) => variantOf?.why ?? []))];
  return [
    {
      kind: "table",
      name: "other-assumptions",
      caption: "The same scenarios under other assumptions: how far the answers rest on what is not known",
      heads: ["Scenario", "Assumption", ...UNDER_ASSUMPTIONS.map(labelOf)],
      rows: runs.map((run) => [
        run.variantOf?.scenario ?? run.plan.scenario,
        run.variantOf?.name ?? "as above",
        ...UNDER_ASSUMPTIONS.map((number) => cell(run, number)),
      ]),
    },
    ...list([...variantRanges(runs), ...whys]),
  ];
}
