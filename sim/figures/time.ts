import { numberText } from "../words/numbers.ts";
import type { FigureChoice, FigureEntry, FigureInput, FigureScenario, FigureSpec } from "./figure.ts";
import { acrossWords } from "./internal/across.ts";
import { type IntervalMark, intervalPanel } from "./internal/interval-panel.ts";
import { type Estimate, type Summary, summaryOf } from "./internal/rows.ts";
import { basisWords, bothWidthsWords, shownScenarios } from "./internal/scenarios.ts";
import { wholeFigure } from "./internal/whole.ts";
import { summaryBehind } from "./table-behind.ts";
import { WIDTH } from "./theme.ts";

/** Declares the figure. */
export const TIME_FIGURE: FigureEntry = {
  name: "time",
  heading: "Where link workers' time goes",
  shows: "where link workers' hours go",
  tables: ["summary"],
  needs: { summary: ["hours.casework"] },
  behind: [summaryBehind(["hours."])],
  make: timeFigure,
};

/**
 * Parts of working time; the administration of contacts is a part of casework, and so not added to the
 * whole.
 */
const PARTS = [
  { row: "Casework", metric: "hours.casework", isPart: true },
  { row: "of it administration", metric: "hours.admin", isPart: false },
  { row: "Casework time not used", metric: "unused", isPart: true },
  { row: "Networking", metric: "hours.networking", isPart: true },
  { row: "Practice development", metric: "hours.practice", isPart: true },
  { row: "Supervision, meetings", metric: "hours.supervision", isPart: true },
] as const;

/**
 * Draws the hours that link workers spend on casework, networking, practice development and supervision, and
 * those left for casework that nobody came for.
 */
function timeFigure(input: FigureInput, choice: FigureChoice): FigureSpec {
  const scenarios = shownScenarios(input, choice);
  const summary = summaryOf(input, ["utilisation.casework", ...PARTS.map(({ metric }) => metric)]);
  const hours = new Map(scenarios.map((scenario) => [scenario.name, weeklyHours(scenario, summary)]));
  const marks = PARTS.flatMap(({ row }) =>
    scenarios.flatMap(({ name }): IntervalMark[] => {
      const spent = hours.get(name) as WeeklyHours;
      const estimate = spent.of.get(row);
      if (estimate === undefined || spent.whole === 0) return [];
      const amount = numberText(estimate.mean, estimate.mean < 10 ? 1 : 0);
      return [{ row, scenario: name, estimate, words: `${amount} h, ${shareWords(spent, row)}` }];
    }),
  );
  const told = (row: string): string | undefined =>
    acrossWords(
      scenarios.flatMap(({ name }) => {
        const { of, whole } = hours.get(name) as WeeklyHours;
        const estimate = of.get(row);
        return estimate === undefined || whole === 0 ? [] : [{ name, value: (100 * estimate.mean) / whole }];
      }),
      (value) => `${numberText(value, 0)} %`,
    );
  const texts = {
    title: findingOf(told("Casework"), told("Networking")),
    shows:
      "Hours a week of all posts together, and their share of the time worked. The administration that " +
      "contacts bring is a part of casework; time for casework is not used where nobody waits or " +
      "appointments do not fit.",
    basis: basisWords(input, scenarios, bothWidthsWords(input)),
    read: marks.map(({ row, scenario, words }) => `${scenario}, ${row}: ${words}.`).join(" "),
  };
  const panel = intervalPanel(marks, scenarios, {
    axis: "Hours a week, all posts",
    width: WIDTH - 130,
    hasBars: true,
  });
  return wholeFigure(texts, [panel], WIDTH);
}

function findingOf(casework: string | undefined, networking: string | undefined): string {
  if (casework === undefined) return "No hours of link workers were measured.";
  const other = networking === undefined ? "" : `; networking ${networking}`;
  return `Casework takes ${casework} of link workers' time${other}.`;
}

/** Hours a week by part, and all of them together. */
interface WeeklyHours {
  readonly of: ReadonlyMap<string, Estimate>;
  readonly whole: number;
}

function weeklyHours({ name, weeks }: FigureScenario, summary: Summary): WeeklyHours {
  const factor = 1 / Math.max(1, weeks);
  const unused = unusedHours(
    summary.of(name, "hours.casework", { factor }),
    summary.of(name, "utilisation.casework"),
  );
  const of = new Map<string, Estimate>();
  let whole = 0;
  for (const { row, metric, isPart } of PARTS) {
    const estimate = metric === "unused" ? unused : summary.of(name, metric, { factor });
    if (estimate === undefined) continue;
    of.set(row, estimate);
    if (isPart) whole += estimate.mean;
  }
  return { of, whole };
}

/**
 * Gives the hours for casework that were not used, from those used and the share used; its interval is that
 * of the share.
 */
function unusedHours(casework: Estimate | undefined, used: Estimate | undefined): Estimate | undefined {
  if (casework === undefined || used === undefined || used.mean === 0) return undefined;
  const available = casework.mean / used.mean;
  const left = (share: number | null): number | null => (share === null ? null : available * (1 - share));
  return { mean: available * (1 - used.mean), low: left(used.high), high: left(used.low) };
}

function shareWords({ of, whole }: WeeklyHours, row: string): string {
  const { mean } = of.get(row) ?? { mean: 0 };
  return `${numberText((100 * mean) / whole, 0)} %`;
}
