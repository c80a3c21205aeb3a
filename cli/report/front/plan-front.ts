import type { ReportInput } from "../input/report-input.ts";
import type { Front } from "../page/content.ts";

/** Figures of a plan. */
const FIGURES = ["lever", "frontier", "where"];

/** Tells on one screen what a plan answers. */
export function planFront({ record, figures }: ReportInput): Omit<Front, "slots"> {
  const [{ name }] = record.scenarios;
  const figure = figures.find((one) => FIGURES.includes(one.name)) ?? null;
  return {
    question: `What is to be done in ${name}?`,
    answer: figure?.title ?? "Nothing was simulated.",
    lines: [],
    numbers: [],
    figure,
  };
}
