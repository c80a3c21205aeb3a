import { monthText } from "../words/dates.ts";
import { numberText } from "../words/numbers.ts";
import { readerUnit } from "../words/units.ts";
import type { FigureChoice, FigureEntry, FigureInput, FigureScenario, FigureSpec } from "./figure.ts";
import { acrossWords } from "./internal/across.ts";
import { changeMarks, changeStrip, spanOf } from "./internal/change-marks.ts";
import { emptyPanel } from "./internal/empty-panel.ts";
import { numberOf, plotted, rowsWhere, textOf } from "./internal/rows.ts";
import { basisWords, shownScenarios } from "./internal/scenarios.ts";
import { standardTargets, targetLines } from "./internal/target-lines.ts";
import { BAND_WORDS, timePanel, topOf, type WeekPoint } from "./internal/time-panel.ts";
import { unlistedWords } from "./internal/unlisted.ts";
import { wholeFigure } from "./internal/whole.ts";
import { seriesBehind } from "./table-behind.ts";
import { WIDTH } from "./theme.ts";

const BY_MONTH = "month";
const SEEN = "wait.first_contact.within_4_weeks";
const REACHED = "reached_3.share";
const FINISHED = "finished.share";

/** Declares the figure. */
export const MONTHS_FIGURE: FigureEntry = {
  name: "months",
  heading: "By month of referral",
  shows: "how those referred in each month fare, with dated changes: when a cut bites",
  tables: ["series", "standards"],
  needs: { series: [SEEN, REACHED, FINISHED] },
  behind: [seriesBehind(["wait.first_contact.", REACHED, FINISHED, "people.referred"], BY_MONTH)],
  make: monthsFigure,
};

/** Months that are put together to say how those referred first and last fared. */
const HALF_YEAR = 6;

/** Draws the shares seen within 4 weeks, reaching three contacts and finished, by month of referral. */
function monthsFigure(input: FigureInput, choice: FigureChoice): FigureSpec {
  const scenarios = shownScenarios(input, choice);
  const width = WIDTH - 60;
  const by = scenarios[0]?.by ?? "";
  const targets = standardTargets(input, scenarios, [SEEN, REACHED, FINISHED]);
  const panels = [
    { metric: SEEN, title: "Seen within 4 weeks, % of those referred", needs: "4 weeks" },
    { metric: REACHED, title: "Three contacts, % of those referred", needs: by },
    { metric: FINISHED, title: "Finished, % of those referred", needs: by },
  ].map(({ metric, title, needs }, place) => {
    const points = monthPoints(input, scenarios, metric);
    const wanted = targets.flatMap((one) => (one.metric === metric ? [one.target] : []));
    const top = Math.min(100, Math.max(topOf(points), ...wanted) * 1.05);
    const panel = {
      metric,
      groupBy: BY_MONTH,
      group: "",
      title,
      width,
      height: 120,
      isLabelled: place === 0,
      top,
      span: spanOf(scenarios),
      rules: targetLines(targets, metric),
    };
    const view =
      points.length === 0
        ? emptyPanel(`${title}: no month's people are followed for ${needs}.`, { width })
        : timePanel(points, scenarios, panel);
    return { points, title, view };
  });
  const names = scenarios.map(({ name }) => name);
  const texts = {
    title: findingOf(names, [
      { points: panels[1].points, words: "reach three contacts" },
      { points: panels[2].points, words: "finish" },
    ]),
    shows:
      "People by the month in which they were referred: the share seen within 4 weeks, with three contacts " +
      `within ${by}, and finished within ${by} (Aalen-Johansen). ${absentWords(panels)}` +
      `${unlistedWords(input, names)} ${BAND_WORDS}`,
    basis: basisWords(input, scenarios),
    read: [
      ...panels.map(({ points, title }) => readWords(names, points, title)),
      ...changeMarks(scenarios).map(({ label }) => `${label}.`),
    ].join(" "),
  };
  return wholeFigure(texts, [...changeStrip(scenarios, { width }), ...panels.map(({ view }) => view)], WIDTH);
}

/** Gives the shares of a metric by month of referral, in per cent, dated by the first day measured of it. */
function monthPoints(
  input: FigureInput,
  scenarios: readonly FigureScenario[],
  metric: string,
): readonly WeekPoint[] {
  const { factor } = readerUnit("share");
  const starts = new Map(scenarios.map(({ name, start }) => [name, start]));
  const wanted = { scenario: [...starts.keys()], metric: [metric], group_by: [BY_MONTH] };
  return rowsWhere(input, "series", wanted).flatMap((row): WeekPoint[] => {
    const scenario = textOf(row, "scenario");
    const [mean, week] = [numberOf(row, "mean"), numberOf(row, "week")];
    const first = `${textOf(row, "group")}-01`;
    const start = starts.get(scenario) ?? first;
    if (mean === null || week === null) return [];
    // A t interval knows nothing of 0 and 100 %.
    const at = (column: string): number | null => {
      const value = numberOf(row, column);
      return value === null ? null : plotted(Math.min(1, Math.max(0, value)) * factor);
    };
    return [
      {
        scenario,
        date: first < start ? start : first,
        week,
        mean: plotted(mean * factor) ?? 0,
        low: at("ci_low"),
        high: at("ci_high"),
        p05: at("p05"),
        p95: at("p95"),
      },
    ];
  });
}

/** Says which months are absent, and why. */
function absentWords(panels: readonly { readonly points: readonly WeekPoint[] }[]): string {
  const [seen, reached] = panels.map(({ points }) =>
    points
      .map(({ date }) => date)
      .sort()
      .at(-1),
  );
  const last = [
    ...(seen === undefined ? [] : [`after ${monthText(seen)} (seen within 4 weeks)`]),
    ...(reached === undefined ? [] : [`after ${monthText(reached)} (the others)`]),
  ];
  const which = last.length === 0 ? "All months" : `Months ${last.join(" and ")}`;
  return `${which} are absent: their people are not all followed for as long.`;
}

/** Shares that the title may tell of. */
interface Told {
  readonly points: readonly WeekPoint[];
  readonly words: string;
}

/** Tells of one scenario how three contacts moved, of several the share that parts them most. */
function findingOf(names: readonly string[], [reached, finished]: readonly [Told, Told]): string {
  const own = (name: string, { points }: Told): readonly WeekPoint[] =>
    points.filter(({ scenario }) => scenario === name);
  const known = names.filter((name) => own(name, reached).length > 0);
  if (known.length === 0) return "No month's referrals are followed for long enough.";
  if (known.length === 1) {
    const points = own(known[0], reached);
    const span = Math.max(1, Math.min(HALF_YEAR, Math.floor(points.length / 2)));
    const [early, late] = [points.slice(0, span), points.slice(-span)];
    return (
      `Three contacts: ${percent(early)} of those referred in ${spanWords(early)}, ` +
      `${percent(late)} of those in ${spanWords(late)}.`
    );
  }
  const lateOf = (told: Told): { name: string; value: number }[] =>
    known.map((name) => ({ name, value: meanOf(own(name, told).slice(-HALF_YEAR)) }));
  const apart = (told: Told): number => {
    const values = lateOf(told).map(({ value }) => value);
    return Math.max(...values) - Math.min(...values);
  };
  const told = apart(finished) > apart(reached) ? finished : reached;
  const shares = acrossWords(lateOf(told), (value) => `${numberText(value, 0)} %`);
  const span = spanWords(own(known[0], reached).slice(-HALF_YEAR));
  return `Of those referred in ${span}, ${shares} ${told.words}.`;
}

const meanOf = (points: readonly WeekPoint[]): number =>
  points.reduce((sum, { mean }) => sum + mean, 0) / Math.max(1, points.length);
const percent = (points: readonly WeekPoint[]): string => `${numberText(meanOf(points), 0)} %`;

function spanWords(points: readonly WeekPoint[]): string {
  const [first, last] = [monthText(points[0].date), monthText(points[points.length - 1].date)];
  return first === last ? first : `${first} to ${last}`;
}

function readWords(names: readonly string[], points: readonly WeekPoint[], title: string): string {
  return names
    .flatMap((name) => {
      const own = points.filter(({ scenario }) => scenario === name);
      if (own.length === 0) return [];
      const [first, last] = [own[0], own[own.length - 1]];
      return [
        `${name}, ${title}: ${numberText(first.mean, 0)} in ${monthText(first.date)}, ` +
          `${numberText(last.mean, 0)} in ${monthText(last.date)}.`,
      ];
    })
    .join(" ");
}
