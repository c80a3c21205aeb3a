import { describeMetric, metricWords } from "../measures/describe-metric.ts";
import { ALL_CHANGES } from "../tables/attribution.ts";
import { listText } from "../words/lists.ts";
import { MINUS, numberText, signedText } from "../words/numbers.ts";
import { uncapitalised } from "../words/sentences.ts";
import { type ReaderUnit, readerUnit } from "../words/units.ts";
import {
  type FigureChoice,
  FigureChoiceError,
  type FigureEntry,
  type FigureInput,
  type FigureSpec,
  type Layer,
  type View,
} from "./figure.ts";
import { emptyPanel } from "./internal/empty-panel.ts";
import { type Estimate, numberOf, plotted, type Row, rowsWhere, summaryOf, textOf } from "./internal/rows.ts";
import { basisWords, shownScenarios } from "./internal/scenarios.ts";
import { differenceWords } from "./internal/units.ts";
import { wholeFigure } from "./internal/whole.ts";
import { ENDING_COLOURS, INK, MUTED, SCENARIO_COLOURS, WIDTH } from "./theme.ts";

/** Declares the figure. */
export const WATERFALL_FIGURE: FigureEntry = {
  name: "waterfall",
  heading: "Why it changed",
  shows: "why two scenarios differ: the share of each change in the difference; --metric shows another",
  tables: ["attribution", "summary"],
  needs: { attribution: [] },
  behind: [
    {
      table: "attribution",
      groupBy: ["all"],
      columns: [
        "metric",
        "unit",
        "change",
        "share",
        "ci_low",
        "ci_high",
        "alone",
        "last",
        "least",
        "greatest",
      ],
    },
  ],
  make: waterfallFigure,
};

/** What is attributed unless a metric is chosen. */
const DEFAULT_METRIC = "people.reached_3";

/** One row of the waterfall, in the reader's unit. */
interface Step {
  readonly label: string;
  readonly kind: "end" | "better" | "worse" | "neither";
  readonly from: number;
  readonly to: number;
  /** The interval of the share, about where it ends. */
  readonly low: number;
  readonly high: number;
  readonly words: string;
}

/**
 * Draws how a difference comes about, change by change, from the base to the other scenario, each share with
 * its interval and with what the change makes in other orders.
 */
function waterfallFigure(input: FigureInput, choice: FigureChoice): FigureSpec {
  const { metric = DEFAULT_METRIC } = choice;
  const all = rowsWhere(input, "attribution", { group_by: ["all"] });
  const known = [...new Set(all.map((row) => textOf(row, "metric")))];
  if (choice.metric !== undefined && !known.includes(metric))
    throw new FigureChoiceError("metric", metric, known);
  const rows = all.filter((row) => textOf(row, "metric") === metric && numberOf(row, "share") !== null);
  const whole = rows.find((row) => textOf(row, "change") === ALL_CHANGES && textOf(row, "parts") === "");
  const scenarios = shownScenarios(input, choice);
  const basis = basisWords(
    input,
    scenarios,
    "whiskers are 95 % intervals of the shares: chance within the model",
  );
  const isSampled = rows.some((row) => (numberOf(row, "orders_error") ?? 0) > 0);
  const shows =
    "The same people and the same draws in every world between the two. A share is what a change makes on " +
    `average over ${isSampled ? "orders that were drawn" : "all orders"} of making them (Shapley), so that ` +
    "shares add up; the range behind it is what it makes in other orders, and is wide where changes work on each other. Blue is better for patients, " +
    "orange worse.";
  if (whole === undefined) {
    const title = `${metricWords(metric)}: no difference is known.`;
    return wholeFigure({ title, shows, basis, read: "" }, [emptyPanel(title, { width: WIDTH })], WIDTH);
  }
  const unit = readerUnit(textOf(whole, "unit"));
  const changes = rows.filter((row) => row !== whole);
  const levels = summaryOf(input, [metric]);
  const levelOf = (column: "base" | "scenario"): string => {
    const level = levels.of(textOf(whole, column), metric, { factor: unit.factor });
    return level === undefined ? "" : `${numberText(level.mean, unit.decimals)} ${unit.unit}`;
  };
  const steps = stepsOf(whole, changes, unit, describeMetric(metric)?.better ?? null, levelOf);
  const texts = {
    title: titleOf(metric, whole, changes, unit),
    shows,
    basis,
    read: steps.map(({ label, words }) => `${label}: ${words}.`).join(" "),
  };
  const axis = `${metricWords(metric)}: difference from ${textOf(whole, "base")}, ${unit.difference === "points" ? "percentage points" : unit.difference}`;
  return wholeFigure(texts, [waterfallPanel(steps, axis)], WIDTH);
}

function stepsOf(
  whole: Row,
  changes: readonly Row[],
  unit: ReaderUnit,
  better: "higher" | "lower" | null,
  levelOf: (column: "base" | "scenario") => string,
): readonly Step[] {
  const total = estimateOf(whole, unit);
  const ends = { kind: "end", low: 0, high: 0 } as const;
  let reached = 0;
  const steps = changes.map((row): Step => {
    const share = estimateOf(row, unit);
    const from = reached;
    reached += share.mean;
    const isBetter = share.mean > 0 === (better === "higher");
    const judged = better === null || share.mean === 0 ? "neither" : isBetter ? "better" : "worse";
    return {
      label: textOf(row, "change"),
      kind: judged,
      from,
      to: reached,
      low: from + (share.low ?? share.mean),
      high: from + (share.high ?? share.mean),
      words: `${differenceWords(share, unit)}${orderWords(row, unit)}`,
    };
  });
  return [
    { ...ends, label: textOf(whole, "base"), from: 0, to: 0, words: levelOf("base") },
    ...steps,
    {
      ...ends,
      label: textOf(whole, "scenario"),
      from: 0,
      to: total.mean,
      low: total.low ?? total.mean,
      high: total.high ?? total.mean,
      words: [differenceWords(total, unit), levelOf("scenario")].filter((text) => text !== "").join("; "),
    },
  ];
}

function estimateOf(row: Row, { factor }: ReaderUnit): Estimate {
  const scaled = (column: string): number | null => {
    const value = numberOf(row, column);
    return value === null ? null : value * factor;
  };
  return { mean: scaled("share") ?? 0, low: scaled("ci_low"), high: scaled("ci_high") };
}

/** Says what a change makes in other orders, where that reads otherwise. */
function orderWords(row: Row, unit: ReaderUnit): string {
  const { factor } = unit;
  const decimals = decimalsOf(estimateOf(row, unit).mean, unit);
  const [least, greatest] = ["least", "greatest"].map((column) =>
    signedText((numberOf(row, column) ?? 0) * factor, decimals, MINUS),
  );
  return least === greatest ? "" : `; by order ${least} to ${greatest}`;
}

/** A difference of under ten people is no whole number to a reader. */
const decimalsOf = (mean: number, { decimals }: ReaderUnit): number =>
  decimals === 0 && Math.abs(mean) < 10 ? 1 : decimals;

function titleOf(metric: string, whole: Row, changes: readonly Row[], unit: ReaderUnit): string {
  const total = estimateOf(whole, unit);
  const { decimals, difference } = unit;
  const shares = changes.map(
    (row) => `${textOf(row, "change")} ${signedText(estimateOf(row, unit).mean, decimals, MINUS)}`,
  );
  const amount = numberText(Math.abs(total.mean), decimals);
  const said =
    metric === DEFAULT_METRIC
      ? `${amount} ${total.mean > 0 ? "more" : "fewer"} people reach three contacts`
      : `${uncapitalised(metricWords(metric))} ${signedText(total.mean, decimals, MINUS)} ${difference}`;
  return `${textOf(whole, "scenario")} against ${textOf(whole, "base")}: ${said}; of that ${listText(shares)}.`;
}

const STEP_HEIGHT = 34;
/** Room at the right for the words of the widest row. */
const WORDS = 300;

function waterfallPanel(steps: readonly Step[], axis: string): View {
  const values = steps.map((step, i) => ({
    ...step,
    from: plotted(step.from),
    to: plotted(step.to),
    low: plotted(step.low),
    high: plotted(step.high),
    next: steps[i + 1]?.label ?? step.label,
  }));
  const labels = steps.map(({ label }) => label);
  const y = {
    field: "label",
    type: "nominal",
    sort: labels,
    axis: { title: null, grid: false, labelLimit: 260, labelFontSize: 12 },
    scale: { paddingInner: 0.35 },
  } as const;
  const x = {
    field: "to",
    type: "quantitative",
    scale: { zero: true, nice: true },
    axis: { title: axis, grid: true, tickCount: 5 },
  } as const;
  const layers: Layer[] = [
    { mark: { type: "rule", color: INK }, encoding: { x: { datum: 0, type: "quantitative" } } },
    {
      mark: { type: "bar", opacity: 0.85 },
      encoding: {
        y,
        x: { ...x, field: "from" },
        x2: { field: "to" },
        color: {
          field: "kind",
          type: "nominal",
          scale: {
            domain: ["end", "better", "worse", "neither"],
            range: [MUTED, SCENARIO_COLOURS[0], ENDING_COLOURS.unseen, MUTED],
          },
          legend: null,
        },
      },
    },
    {
      // Where one change ends the next begins.
      mark: { type: "rule", color: MUTED, strokeDash: [2, 2] },
      encoding: { y, y2: { field: "next" }, x },
    },
    {
      mark: { type: "rule", color: INK, strokeWidth: 2 },
      encoding: { y, x: { ...x, field: "low" }, x2: { field: "high" } },
    },
    {
      mark: { type: "text", align: "left", dx: 8, color: INK },
      encoding: { y, x: { value: WIDTH - WORDS }, text: { field: "words" } },
    },
  ];
  return {
    width: WIDTH - WORDS,
    height: { step: STEP_HEIGHT },
    data: { values },
    layer: layers,
  } as View;
}
