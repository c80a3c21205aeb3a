import { meanOf } from "../../../sim/findings/estimates.ts";
import { numberText } from "../../../sim/words/numbers.ts";
import type { SummaryInput } from "../../screen/summary-input.ts";
import { DAYS_TO_WEEKS } from "../../screen/summary-rows.ts";
import { variantRanges } from "../../screen/variant-lines.ts";
import { type Block, list, type ReportCell } from "../page/content.ts";

/** Shows scenarios again under the other assumptions that they name; nothing where they name none. */
export function variantTable(runs: readonly SummaryInput[]): Block[] {
  if (runs.every(({ variantOf }) => variantOf === null)) return [];
  const cell = (run: SummaryInput, metric: string, factor: number, decimals: number): ReportCell => {
    const mean = meanOf(run, metric);
    const value = mean === null ? null : mean * factor;
    return { value, text: numberText(value, decimals) };
  };
  const whys = [...new Set(runs.flatMap(({ variantOf }) => variantOf?.why ?? []))];
  return [
    {
      kind: "table",
      name: "other-assumptions",
      caption: "The same scenarios under other assumptions: how far the answers rest on what is not known",
      heads: [
        "Scenario",
        "Assumption",
        "People reaching three contacts",
        "Mean first wait, weeks",
        "Casework time used, %",
      ],
      rows: runs.map((run) => [
        run.variantOf?.scenario ?? run.plan.scenario,
        run.variantOf?.name ?? "as above",
        cell(run, "people.reached_3", 1, 0),
        cell(run, "wait.first_contact.mean", DAYS_TO_WEEKS, 1),
        cell(run, "utilisation.casework", 100, 0),
      ]),
    },
    ...list([...variantRanges(runs), ...whys]),
  ];
}
