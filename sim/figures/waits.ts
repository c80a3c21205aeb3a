import { WAIT_WEEKS } from "../measures/first-waits.ts";
import { shortened } from "../words/lines.ts";
import { numberText } from "../words/numbers.ts";
import { readerUnit } from "../words/units.ts";
import {
  type FigureChoice,
  FigureChoiceError,
  type FigureEntry,
  type FigureInput,
  type FigureScenario,
  type FigureSpec,
  type Layer,
  type Position,
  type View,
} from "./figure.ts";
import { acrossWords } from "./internal/across.ts";
import { emptyPanel } from "./internal/empty-panel.ts";
import { spreadLabels } from "./internal/end-labels.ts";
import { fatePanel, lostWithin, seenWithin } from "./internal/fate-panel.ts";
import { knownBand } from "./internal/known-band.ts";
import { keptWithin, plottedRange } from "./internal/not-known.ts";
import { plotted, type Summary, summaryOf } from "./internal/rows.ts";
import {
  basisWords,
  bothWidthsWords,
  scenarioColours,
  scenarioDashes,
  shownScenarios,
} from "./internal/scenarios.ts";
import { smallMultiples } from "./internal/small-multiples.ts";
import { type StandardTarget, standardTargets } from "./internal/target-lines.ts";
import { estimateWords } from "./internal/units.ts";
import { unlistedWords } from "./internal/unlisted.ts";
import { wholeFigure } from "./internal/whole.ts";
import { summaryBehind } from "./table-behind.ts";
import { MARKER, WIDTH } from "./theme.ts";

/** Declares the figure. */
export const WAITS_FIGURE: FigureEntry = {
  name: "waits",
  heading: "How long people wait for a first contact",
  shows: "share of those referred seen by week, and who ends unseen; --target WEEKS is marked",
  tables: ["summary", "standards"],
  needs: { summary: ["wait.first_contact.within_1_weeks", "lost.unseen.within_1_weeks"] },
  behind: [summaryBehind(["wait.first_contact.within_", "lost.unseen.within_"])],
  make: waitsFigure,
};

const USUAL_TARGET = 4;
const SHARE = readerUnit("share");

/**
 * Draws how the share of those referred that has been seen grows with the weeks since referral, and what
 * becomes of the others.
 */
function waitsFigure(input: FigureInput, choice: FigureChoice): FigureSpec {
  const scenarios = shownScenarios(input, choice);
  const target = choice.target ?? USUAL_TARGET;
  if (!(WAIT_WEEKS as readonly number[]).includes(target))
    throw new FigureChoiceError(
      "target",
      `${target} weeks`,
      WAIT_WEEKS.map((weeks) => `${weeks}`),
    );
  const summary = summaryOf(
    input,
    WAIT_WEEKS.flatMap((weeks) => [seenWithin(weeks), lostWithin(weeks)]),
  );
  const last = Math.max(target, settledWeek(scenarios, summary, target));
  const points = scenarios
    .flatMap(({ name }) => seenPoints(name, summary))
    .filter(({ weeks }) => weeks <= last);
  const within = scenarios.flatMap(({ name }) => {
    const estimate = summary.of(name, seenWithin(target), { factor: SHARE.factor });
    return estimate === undefined ? [] : [{ name, estimate }];
  });
  const names = scenarios.map(({ name }) => name);
  const told = acrossWords(
    within.map(({ name, estimate }) => ({ name, value: estimate.mean })),
    (value) => `${numberText(value, 0)} %`,
  );
  const texts = {
    title:
      told === undefined
        ? "No first wait was measured."
        : `Within ${target} ${target === 1 ? "week" : "weeks"} of referral, ${told} are seen.`,
    shows:
      "Share of those referred with a first contact, by weeks since referral; below, what has become " +
      "of all of them. Who ends unseen is not counted as seen later " +
      `(Aalen-Johansen).${unlistedWords(input, names)}`,
    basis: basisWords(input, scenarios, bothWidthsWords(input, ["band", "pale"])),
    read: within.map(({ name, estimate }) => `${name}: ${estimateWords(estimate, SHARE)}.`).join(" "),
  };
  const fates: View = {
    columns: scenarios.length > 2 ? 3 : 2,
    spacing: 24,
    resolve: { scale: { color: "shared" } },
    concat: scenarios.map((scenario) => fatePanel(scenario, summary, scenarios.length, last)),
  };
  const targets = standardTargets(
    input,
    scenarios,
    WAIT_WEEKS.map((weeks) => seenWithin(weeks)),
  );
  const seen = smallMultiples(
    scenarios,
    { title: "Seen, % of those referred", width: WIDTH - 60 },
    (shown, width) => {
      const own = points.filter(({ scenario }) => shown.some(({ name }) => name === scenario));
      return seenPanel(own, shown, { target, last, width, targets });
    },
  );
  return wholeFigure(texts, [seen, fates], WIDTH);
}

/** Shares of those referred under which nobody much is left waiting, and the minimum of weeks shown. */
const SETTLED = 0.99;
const MIN_WEEKS = 12;

/**
 * Gives the first week by which nearly everybody has been seen or has ended, in every scenario; what follows
 * is level.
 */
function settledWeek(scenarios: readonly FigureScenario[], summary: Summary, target: number): number {
  const known = WAIT_WEEKS.filter((weeks) =>
    scenarios.some(({ name }) => summary.of(name, seenWithin(weeks)) !== undefined),
  );
  const isSettled = (weeks: number): boolean =>
    scenarios.every(({ name }) => {
      const [seen, lost] = [summary.of(name, seenWithin(weeks)), summary.of(name, lostWithin(weeks))];
      return seen === undefined || lost === undefined || seen.mean + lost.mean >= SETTLED;
    });
  const enough = known.filter((weeks) => weeks >= Math.max(MIN_WEEKS, target));
  return enough.find(isSettled) ?? known[known.length - 1] ?? 1;
}

interface SeenPoint {
  readonly scenario: string;
  readonly weeks: number;
  readonly seen: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly range_low?: number | null;
  readonly range_high?: number | null;
}

function seenPoints(scenario: string, summary: Summary): SeenPoint[] {
  const none = { low: 0, high: 0 };
  const zero = { scenario, weeks: 0, seen: 0, ...none };
  const marks = WAIT_WEEKS.flatMap((weeks): SeenPoint[] => {
    const estimate = summary.of(scenario, seenWithin(weeks), { factor: SHARE.factor });
    if (estimate === undefined) return [];
    const { mean, low, high, range } = estimate;
    // A t interval knows nothing of 0 and 100 %.
    return [
      {
        scenario,
        weeks,
        seen: plotted(mean),
        low: low === null ? null : plotted(Math.max(0, low)),
        high: high === null ? null : plotted(Math.min(100, high)),
        ...plottedRange(range === undefined ? undefined : keptWithin(range, 100)),
      },
    ];
  });
  if (marks.length === 0) return [];
  return [marks[0].range_low === undefined ? zero : { ...zero, ...plottedRange(none) }, ...marks];
}

const HEIGHT = 230;
const WEEKS_AXIS = { title: "Weeks since referral", values: [0, ...WAIT_WEEKS] };

function seenPanel(
  points: readonly SeenPoint[],
  scenarios: readonly FigureScenario[],
  {
    target,
    last,
    width,
    targets,
  }: {
    readonly target: number;
    readonly last: number;
    readonly width: number;
    readonly targets: readonly StandardTarget[];
  },
): View {
  if (points.length === 0)
    return emptyPanel("No first wait is known: nobody is referred, or the run is too short.", {
      width,
    });
  const x: Position = {
    field: "weeks",
    type: "quantitative",
    scale: { domain: [0, last], nice: false },
    axis: WEEKS_AXIS,
  };
  const scale = { domain: [0, 100] };
  const axis = { title: "Seen, % of those referred", tickCount: 5 };
  const band = (low: "low" | "range_low", high: "high" | "range_high", opacity: number): Layer[] =>
    knownBand(points, [low, high], {
      mark: { type: "area", opacity },
      encoding: { x, y: { field: low, type: "quantitative", scale, axis }, y2: { field: high }, color },
    });
  const color = {
    field: "scenario",
    type: "nominal",
    scale: scenarioColours(scenarios),
    legend: null,
  } as const;
  const strokeDash = {
    field: "scenario",
    type: "nominal",
    scale: scenarioDashes(scenarios),
    legend: null,
  } as const;
  const ends = scenarios.flatMap(({ name }) => points.filter(({ scenario }) => scenario === name).slice(-1));
  const placed = spreadLabels(
    ends.map(({ scenario, seen }) => ({ text: shortened(scenario, 24), value: seen ?? 0 })),
    (100 / HEIGHT) * 14,
  );
  const names: Layer = {
    data: {
      values: ends.map((end, i) => ({
        scenario: end.scenario,
        weeks: end.weeks,
        at: plotted(placed[i].value),
        label: placed[i].text,
      })),
    },
    mark: { type: "text", align: "left", dx: 6, fontWeight: "bold" },
    encoding: { x, y: { field: "at", type: "quantitative", scale }, text: { field: "label" }, color },
  };
  return {
    width,
    height: HEIGHT,
    data: { values: [...points] },
    layer: [
      ...band("range_low", "range_high", 0.13),
      ...band("low", "high", 0.3),
      {
        mark: { type: "line", strokeWidth: 2, point: { size: 28 } },
        encoding: { x, y: { field: "seen", type: "quantitative", scale }, color, strokeDash },
      },
      {
        data: { values: [{ weeks: target, label: `within ${target} ${target === 1 ? "week" : "weeks"}` }] },
        encoding: { x },
        layer: [
          { mark: { type: "rule", color: MARKER, strokeDash: [3, 3] } },
          {
            mark: { type: "text", align: "left", dx: 5, baseline: "top", color: MARKER },
            encoding: { y: { value: 2 }, text: { field: "label" } },
          },
        ],
      },
      ...wantedPoints(targets, last, x),
      ...(width < WIDTH / 2 ? [] : [names]),
    ],
  };
}

/** Marks what standards want to be seen by when. */
function wantedPoints(targets: readonly StandardTarget[], last: number, x: Position): Layer[] {
  const values = targets.flatMap(({ metric, target, words }) => {
    const weeks = WAIT_WEEKS.find((one) => seenWithin(one) === metric) ?? Infinity;
    return weeks > last ? [] : [{ weeks, target, words }];
  });
  if (values.length === 0) return [];
  const encoding = { x, y: { field: "target", type: "quantitative" } } as const;
  return [
    {
      data: { values },
      mark: { type: "point", shape: "diamond", filled: true, size: 90, color: MARKER, opacity: 1 },
      encoding,
    },
    {
      data: { values },
      mark: { type: "text", align: "left", dx: 8, dy: -8, color: MARKER },
      encoding: { ...encoding, text: { field: "words" } },
    },
  ];
}
