import type { FigureChoice, FigureInput, FigureScenario, FigureSpec } from "./figure.ts";
import { type IntervalMark, intervalPanel } from "./internal/interval-panel.ts";
import { rowsWhere, type Summary, summaryOf, textOf } from "./internal/rows.ts";
import { basisWords, shownScenarios } from "./internal/scenarios.ts";
import { differenceWords, readerUnit, sideOf } from "./internal/units.ts";
import { wholeFigure } from "./internal/whole.ts";
import { numberWords } from "./internal/words.ts";
import { WIDTH } from "./theme.ts";

/** Outcomes shown by quintile, with what their gap is called in a sentence. */
const OUTCOMES = [
  { metric: "reached_3.share", unit: "share", title: "Reached three contacts", more: "reach three contacts" },
  { metric: "engaged.share", unit: "share", title: "Seen at least once", more: "are seen at least once" },
  { metric: "wait.first_contact.mean", unit: "days", title: "First wait, mean", more: "wait" },
  { metric: "needs.met_share", unit: "share", title: "Needs met", more: "needs are met" },
] as const;
const QUINTILES = ["1", "2", "3", "4", "5"] as const;
const FEWEST = 30;

/** Draws key outcomes by deprivation quintile, with the gap between the most and the least deprived. */
export function equityFigure(input: FigureInput, choice: FigureChoice): FigureSpec {
  const scenarios = shownScenarios(input, choice);
  const gaps = OUTCOMES.map(({ metric }) => `equity.${metric}.gap`);
  const summary = summaryOf(input, ["people.referred", ...gaps, ...OUTCOMES.map(({ metric }) => metric)]);
  const panels = OUTCOMES.flatMap(({ metric, unit, title }) => {
    const shown = readerUnit(unit);
    const marks = QUINTILES.flatMap((quintile) =>
      scenarios.flatMap(({ name }): IntervalMark[] => {
        const group = { groupBy: "quintile", group: quintile };
        const estimate = summary.of(name, metric, { ...group, factor: shown.factor });
        if (estimate === undefined || isFew(summary, name, quintile)) return [];
        return [
          {
            row: quintileWords(quintile),
            scenario: name,
            estimate,
            words: numberWords(estimate.mean, shown.decimals),
          },
        ];
      }),
    );
    const axis = unit === "share" ? "% of those referred" : shown.unit;
    const gap = scenarios
      .map((scenario) => gapWords(scenario, metric, unit, summary))
      .filter((words) => words !== "");
    return marks.length === 0
      ? []
      : [
          intervalPanel(marks, scenarios, {
            axis: metric === "needs.met_share" ? "% of needs" : axis,
            width: WIDTH - 190,
            title: [title, ...gap].join(" \u00b7 "),
          }),
        ];
  });
  const missing = QUINTILES.filter((quintile) =>
    scenarios.every(({ name }) => isFew(summary, name, quintile)),
  );
  const left =
    missing.length === 0
      ? ""
      : ` Under ${FEWEST} people were referred from quintile ${missing.join(", ")}: not shown.`;
  const texts = {
    title: findingOf(scenarios, summary),
    shows: `Outcomes by deprivation quintile of where people live. Gap: most deprived minus least deprived fifth.${left}`,
    basis: basisWords(input, scenarios),
    read: rowsWhere(input, "summary", { metric: gaps })
      .map((row) => `${textOf(row, "scenario")}, ${textOf(row, "metric")}: ${textOf(row, "mean") || "none"}.`)
      .join(" "),
  };
  return wholeFigure(texts, panels, WIDTH, 18);
}

function quintileWords(quintile: (typeof QUINTILES)[number]): string {
  return { "1": "1, most deprived", "2": "2", "3": "3", "4": "4", "5": "5, least deprived" }[quintile];
}

function isFew(summary: Summary, name: string, quintile: string): boolean {
  return (summary.of(name, "people.referred", { groupBy: "quintile", group: quintile })?.mean ?? 0) < FEWEST;
}

function gapWords({ name }: FigureScenario, metric: string, unit: string, summary: Summary): string {
  const shown = readerUnit(unit);
  const gap = summary.of(name, `equity.${metric}.gap`, { factor: shown.factor });
  return gap === undefined ? "" : `gap ${differenceWords(gap, shown)}`;
}

function findingOf(scenarios: readonly FigureScenario[], summary: Summary): string {
  const shown = readerUnit("share");
  const told = scenarios.flatMap(({ name }) => {
    const gap = summary.of(name, "equity.reached_3.share.gap", { factor: shown.factor });
    if (gap === undefined) return [];
    const where = scenarios.length > 1 ? ` in ${name}` : "";
    const side = sideOf(gap);
    if (side === 0) return [`no clear gap${where}`];
    return [
      `${numberWords(Math.abs(gap.mean), 1)} points ${side > 0 ? "more" : "fewer"} of the most than of the least deprived${where}`,
    ];
  });
  if (told.length === 0) return "Too few people were referred from the least deprived fifth to state a gap.";
  return `Reaching three contacts: ${told.join("; ")}.`;
}
