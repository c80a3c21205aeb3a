import type { FigureChoice, FigureInput, FigureSpec } from "./figure.ts";
import { type IntervalMark, intervalPanel } from "./internal/interval-panel.ts";
import { summaryOf } from "./internal/rows.ts";
import { basisWords, shownScenarios } from "./internal/scenarios.ts";
import { wholeFigure } from "./internal/whole.ts";
import { listWords, numberWords } from "./internal/words.ts";
import { WIDTH } from "./theme.ts";

/** Parts of working time; the administration of contacts is a part of casework, and so not added to the whole. */
const PARTS = [
  { metric: "hours.casework", row: "Casework", isPart: true },
  { metric: "hours.admin", row: "of it administration", isPart: false },
  { metric: "hours.networking", row: "Networking", isPart: true },
  { metric: "hours.practice", row: "Practice development", isPart: true },
  { metric: "hours.supervision", row: "Supervision, meetings", isPart: true },
] as const;

/** Draws the hours that link workers spend on casework, networking, practice development and supervision. */
export function timeFigure(input: FigureInput, choice: FigureChoice): FigureSpec {
  const scenarios = shownScenarios(input, choice);
  const summary = summaryOf(
    input,
    PARTS.map(({ metric }) => metric),
  );
  const marks: IntervalMark[] = [];
  const findings: string[] = [];
  for (const { row, metric } of PARTS)
    for (const { name, weeks } of scenarios) {
      const estimate = summary.of(name, metric, { factor: 1 / Math.max(1, weeks) });
      if (estimate === undefined) continue;
      const share = (100 * estimate.mean) / wholeOf(name, weeks);
      marks.push({
        row,
        scenario: name,
        estimate,
        words: `${numberWords(estimate.mean, estimate.mean < 10 ? 1 : 0)} h, ${numberWords(share, 0)} %`,
      });
      if (metric === "hours.networking") findings.push(name);
    }
  function wholeOf(name: string, weeks: number): number {
    return PARTS.filter(({ isPart }) => isPart).reduce(
      (sum, { metric }) => sum + (summary.of(name, metric, { factor: 1 / Math.max(1, weeks) })?.mean ?? 0),
      0,
    );
  }
  const shareOf = (name: string, metric: string): string => {
    const weeks = scenarios.find((scenario) => scenario.name === name)?.weeks ?? 1;
    const hours = summary.of(name, metric, { factor: 1 / Math.max(1, weeks) })?.mean ?? 0;
    return `${numberWords((100 * hours) / wholeOf(name, weeks), 0)} %`;
  };
  const told = findings.map((name) => {
    const where = findings.length > 1 ? ` in ${name}` : "";
    return `${shareOf(name, "hours.casework")} of the hours go to casework and ${shareOf(name, "hours.networking")} to networking${where}`;
  });
  const texts = {
    title: told.length === 0 ? "No hours were measured." : `${listWords(told)}.`,
    shows:
      "Hours a week of all posts together, and their share of the hours worked; the administration that contacts bring is a part of casework.",
    basis: basisWords(input, scenarios),
    read: marks.map(({ row, scenario, words }) => `${scenario}, ${row}: ${words}.`).join(" "),
  };
  const panel = intervalPanel(marks, scenarios, {
    axis: "Hours a week, all posts",
    width: WIDTH - 130,
    hasBars: true,
  });
  return wholeFigure(texts, [panel], WIDTH);
}
