import { metricWords } from "../measures/describe-metric.ts";
import { MIN_REFERRED } from "../measures/equity.ts";
import { numberText } from "../words/numbers.ts";
import { readerUnit } from "../words/units.ts";
import type { FigureChoice, FigureEntry, FigureInput, FigureScenario, FigureSpec } from "./figure.ts";
import { type IntervalMark, intervalPanel } from "./internal/interval-panel.ts";
import { type Summary, summaryOf } from "./internal/rows.ts";
import { basisWords, bothWidthsWords, shownScenarios } from "./internal/scenarios.ts";
import { differenceWords, sideOf } from "./internal/units.ts";
import { wholeFigure } from "./internal/whole.ts";
import { summaryBehind } from "./table-behind.ts";
import { WIDTH } from "./theme.ts";

/** Declares the figure. */
export const EQUITY_FIGURE: FigureEntry = {
  name: "equity",
  heading: "Who is helped, by deprivation",
  shows: "outcomes by deprivation quintile, with the gap",
  tables: ["summary"],
  needs: { summary: ["equity.reached_3.share.gap"] },
  behind: [
    summaryBehind(
      [
        "reached_3.share",
        "wait.first_contact.within_4_weeks",
        "needs.met_share",
        "engaged.share",
        "people.referred",
      ],
      "quintile",
    ),
    summaryBehind(["equity."]),
  ],
  make: equityFigure,
};

/** Outcomes shown by quintile, two a row. */
const OUTCOMES = [
  { metric: "reached_3.share", unit: "share", axis: "% of those referred" },
  { metric: "engaged.share", unit: "share", axis: "% of those referred" },
  { metric: "wait.first_contact.mean", unit: "days", axis: "Weeks" },
  { metric: "needs.met_share", unit: "share", axis: "% of needs" },
] as const;
const QUINTILES = ["1", "2", "3", "4", "5"] as const;

/** Draws key outcomes by deprivation quintile, with the gap between the most and the least deprived. */
function equityFigure(input: FigureInput, choice: FigureChoice): FigureSpec {
  const scenarios = shownScenarios(input, choice);
  const gaps = OUTCOMES.map(({ metric }) => `equity.${metric}.gap`);
  const summary = summaryOf(input, ["people.referred", ...gaps, ...OUTCOMES.map(({ metric }) => metric)]);
  const panels = OUTCOMES.map(({ metric, unit, axis }, i) => {
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
            words: numberText(estimate.mean, shown.decimals),
          },
        ];
      }),
    );
    const gaps = scenarios
      .map(({ name }) => gapWords(name, metric, unit, summary))
      .filter((words) => words !== "");
    return intervalPanel(marks, scenarios, {
      axis,
      width: 250,
      title: [metricWords(metric), ...gaps],
      hidesRows: i % 2 === 1,
    });
  });
  const missing = QUINTILES.filter((quintile) =>
    scenarios.every(({ name }) => isFew(summary, name, quintile)),
  );
  const left =
    missing.length === 0
      ? ""
      : ` Under ${MIN_REFERRED} people were referred from quintile ${missing.join(", ")}: not shown.`;
  const texts = {
    title: findingOf(scenarios, summary),
    shows:
      "Outcomes by deprivation quintile of where people live. Gap: most deprived minus least deprived " +
      `fifth.${left}`,
    basis: basisWords(input, scenarios, bothWidthsWords(input)),
    read: scenarios
      .flatMap(({ name }) =>
        OUTCOMES.map(
          ({ metric, unit }) =>
            `${metricWords(metric)}: ${gapWords(name, metric, unit, summary) || `gap not known \u2013 ${name}`}.`,
        ),
      )
      .join(" "),
  };
  return wholeFigure(texts, [{ columns: 2, spacing: 24, concat: panels }], WIDTH);
}

function quintileWords(quintile: (typeof QUINTILES)[number]): string {
  return { "1": "1, most deprived", "2": "2", "3": "3", "4": "4", "5": "5, least deprived" }[quintile];
}

function isFew(summary: Summary, name: string, quintile: string): boolean {
  return (
    (summary.of(name, "people.referred", { groupBy: "quintile", group: quintile })?.mean ?? 0) < MIN_REFERRED
  );
}

function gapWords(name: string, metric: string, unit: string, summary: Summary): string {
  const shown = readerUnit(unit);
  if (isFew(summary, name, "1") || isFew(summary, name, "5")) return "";
  const gap = summary.of(name, `equity.${metric}.gap`, { factor: shown.factor });
  return gap === undefined ? "" : `Gap ${differenceWords(gap, shown)} \u2013 ${name}`;
}

function findingOf(scenarios: readonly FigureScenario[], summary: Summary): string {
  const shown = readerUnit("share");
  const told = scenarios.flatMap(({ name }) => {
    const gap = summary.of(name, "equity.reached_3.share.gap", { factor: shown.factor });
    if (gap === undefined || isFew(summary, name, "1") || isFew(summary, name, "5")) return [];
    const where = scenarios.length > 1 ? ` in ${name}` : "";
    const side = sideOf(gap);
    if (side === 0) return [`no clear gap${where}`];
    return [
      `${numberText(Math.abs(gap.mean), 1)} points ${side > 0 ? "more" : "fewer"} of the most than of ` +
        `the least deprived${where}`,
    ];
  });
  if (told.length === 0)
    return "Too few people were referred from the most or the least deprived fifth to state a gap.";
  if (told.length < 3) return `Reaching three contacts: ${told.join("; ")}.`;
  const clear = told.filter((words) => !words.startsWith("no clear"));
  return (
    `Reaching three contacts: a clear gap in ${clear.length} of ${told.length} ` +
    `scenarios${clear.length === 0 ? "" : ` (${clear.join("; ")})`}.`
  );
}
