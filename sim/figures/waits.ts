import { WAIT_WEEKS } from "../measures/first-waits.ts";
import {
  type FigureChoice,
  FigureChoiceError,
  type FigureInput,
  type FigureScenario,
  type FigureSpec,
  type Layer,
  type Position,
  type View,
} from "./figure.ts";
import { spreadLabels } from "./internal/end-labels.ts";
import { plotted, type Summary, summaryOf } from "./internal/rows.ts";
import { basisWords, scenarioColours, scenarioDashes, shownScenarios } from "./internal/scenarios.ts";
import { estimateWords, readerUnit } from "./internal/units.ts";
import { wholeFigure } from "./internal/whole.ts";
import { listWords, numberWords, shortened } from "./internal/words.ts";
import { ENDING_COLOURS, MARKER, WIDTH } from "./theme.ts";

const SEEN = (weeks: number): string => `wait.first_contact.within_${weeks}_weeks`;
const LOST = (weeks: number): string => `lost.unseen.within_${weeks}_weeks`;
const USUAL_TARGET = 4;
const SHARE = readerUnit("share");

/** Draws how the share of those referred that has been seen grows with the weeks since referral, and what becomes of the others. */
export function waitsFigure(input: FigureInput, choice: FigureChoice): FigureSpec {
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
    WAIT_WEEKS.flatMap((weeks) => [SEEN(weeks), LOST(weeks)]),
  );
  const points = scenarios.flatMap(({ name }) => seenPoints(name, summary));
  const within = scenarios.flatMap(({ name }) => {
    const estimate = summary.of(name, SEEN(target), { factor: SHARE.factor });
    return estimate === undefined ? [] : [{ name, estimate }];
  });
  const told = within.map(({ name, estimate }) => `${numberWords(estimate.mean, 0)} % in ${name}`);
  const one = within.length === 1 ? `${numberWords(within[0].estimate.mean, 0)} %` : listWords(told);
  const texts = {
    title: `Within ${target} ${target === 1 ? "week" : "weeks"} of referral, ${one} are seen.`,
    shows:
      "Share of those referred with a first contact, by weeks since referral; below, what has become of all of them. Who ends unseen is not counted as seen later (Aalen-Johansen).",
    basis: basisWords(input, scenarios),
    read: within.map(({ name, estimate }) => `${name}: ${estimateWords(estimate, SHARE)}.`).join(" "),
  };
  const composition = {
    columns: 3,
    spacing: 24,
    concat: scenarios.map((scenario) => fatePanel(scenario, summary, scenarios.length)),
  };
  return wholeFigure(texts, [seenPanel(points, scenarios, target), composition], WIDTH);
}

interface SeenPoint {
  readonly scenario: string;
  readonly weeks: number;
  readonly seen: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

function seenPoints(scenario: string, summary: Summary): SeenPoint[] {
  const zero = { scenario, weeks: 0, seen: 0, low: 0, high: 0 };
  const marks = WAIT_WEEKS.flatMap((weeks): SeenPoint[] => {
    const estimate = summary.of(scenario, SEEN(weeks), { factor: SHARE.factor });
    if (estimate === undefined) return [];
    const { mean, low, high } = estimate;
    return [{ scenario, weeks, seen: plotted(mean), low: plotted(low), high: plotted(high) }];
  });
  return marks.length === 0 ? [] : [zero, ...marks];
}

const HEIGHT = 230;
const WEEKS_AXIS = { title: "Weeks since referral", values: [0, 4, 8, 12, 16, 20, 26, 39, 52] };

function seenPanel(points: readonly SeenPoint[], scenarios: readonly FigureScenario[], target: number): View {
  const x: Position = { field: "weeks", type: "quantitative", scale: { domain: [0, 52] }, axis: WEEKS_AXIS };
  const scale = { domain: [0, 100] };
  const axis = { title: "Seen, % of those referred", tickCount: 5 };
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
    width: WIDTH - 60,
    height: HEIGHT,
    data: { values: [...points] },
    layer: [
      {
        mark: { type: "area", opacity: 0.3 },
        encoding: { x, y: { field: "low", type: "quantitative", scale, axis }, y2: { field: "high" }, color },
      },
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
      names,
    ],
  };
}

const FATES = ["seen", "waiting", "lost"] as const;
const FATE_WORDS = { seen: "seen", waiting: "still waiting", lost: "ended unseen" } as const;
const FATE_COLOURS = [ENDING_COLOURS.finished, ENDING_COLOURS.open, ENDING_COLOURS.unseen];
/** Week at which the parts are named, and the part that has room for a name. */
const NAMED_AT = 26;
const ROOM = 9;

function fatePanel({ name }: FigureScenario, summary: Summary, panels: number): View {
  const parts = [0, ...WAIT_WEEKS].flatMap((weeks) => {
    const seen = weeks === 0 ? 0 : summary.of(name, SEEN(weeks), { factor: 100 })?.mean;
    const lost = weeks === 0 ? 0 : summary.of(name, LOST(weeks), { factor: 100 })?.mean;
    if (seen === undefined || lost === undefined) return [];
    const edges = [0, seen, 100 - lost, 100];
    return FATES.map((fate, i) => ({
      weeks,
      fate,
      from: plotted(edges[i]),
      to: plotted(edges[i + 1]),
      middle: plotted((edges[i] + edges[i + 1]) / 2),
    }));
  });
  const longest = Math.max(0, ...parts.map(({ weeks }) => weeks));
  const at = Math.min(NAMED_AT, longest);
  const named = parts
    .filter(({ weeks, from, to }) => weeks === at && (to ?? 0) - (from ?? 0) > ROOM)
    .map((part) => ({
      ...part,
      weeks: longest / 2,
      label: `${FATE_WORDS[part.fate]} ${numberWords((part.to ?? 0) - (part.from ?? 0), 0)} % by week ${at}`,
    }));
  const x: Position = {
    field: "weeks",
    type: "quantitative",
    scale: { domain: [0, Math.max(1, longest)], nice: false },
    axis: { title: "Weeks since referral", tickCount: 6 },
  };
  const scale = { domain: [0, 100] };
  return {
    width: panels === 1 ? WIDTH - 60 : panels === 2 ? 270 : 170,
    height: 150,
    title: { text: shortened(name, panels > 2 ? 26 : 40), fontSize: 12, offset: 20 },
    data: { values: parts },
    layer: [
      {
        mark: { type: "area", opacity: 0.75, stroke: "white", strokeWidth: 1 },
        encoding: {
          x,
          y: {
            field: "from",
            type: "quantitative",
            scale,
            axis: { title: "% of those referred", tickCount: 5 },
          },
          y2: { field: "to" },
          color: {
            field: "fate",
            type: "nominal",
            scale: { domain: [...FATES], range: FATE_COLOURS },
            legend: null,
          },
        },
      },
      {
        data: { values: named },
        mark: { type: "text", fontSize: panels > 2 ? 10 : 11 },
        encoding: { x, y: { field: "middle", type: "quantitative", scale }, text: { field: "label" } },
      },
    ],
  };
}
