import type { ReportInput } from "../input/report-input.ts";
import type { Front } from "../page/content.ts";

/** Tells on one screen what a sensitivity analysis answers. */
export function sensitivityFront({
  record,
  figures,
  carriers,
}: ReportInput): Omit<Front, "figure" | "slots"> {
  const [base, other] = record.scenarios.map(({ name }) => name);
  const [tornado] = figures.filter(({ name }) => name === "tornado");
  return {
    question:
      other === undefined
        ? `Which of the numbers that are not known carry the results of ${base}?`
        : `Which of the numbers that are not known would change how ${other} differs from ${base}?`,
    answer: carriers?.brief ?? tornado?.title ?? "Nothing was measured at any point.",
    lines: [],
    numbers: [],
  };
}
