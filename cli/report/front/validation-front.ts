import type { ReportInput } from "../input/report-input.ts";
import { rowsWith } from "../input/table-rows.ts";
import type { BigNumber, Front } from "../page/content.ts";

const ROLES = {
  held_out: ["held-out figures are met", "nothing was set by them"],
  fitted: ["fitted figures are met", "parameters may have been set by them"],
} as const;

/** Tells on one screen how far a scenario gives what was published of the service. */
export function validationFront({ record, figures, tables }: ReportInput): Omit<Front, "slots"> {
  const [{ name }] = record.scenarios;
  const fit = figures.find((figure) => figure.name === "fit") ?? null;
  const targets = tables.get("targets");
  const numbers = (["held_out", "fitted"] as const).flatMap((role): BigNumber[] => {
    const some = rowsWith(targets, { role });
    if (some.length === 0) return [];
    const [label, note] = ROLES[role];
    return [
      { value: `${rowsWith(targets, { role, verdict: "met" }).length} of ${some.length}`, label, note },
    ];
  });
  return {
    question: `Does ${name} give what was published of the service?`,
    answer: fit?.title ?? "Nothing was published of it.",
    lines: [],
    numbers,
    figure: fit,
  };
}
