import type { SweepPlan } from "../../sim/experiment/design/sweep-plan.ts";
import type { HeadlineValue, SweepHeadlines } from "../../sim/findings/sweep-headlines.ts";
import { wrap } from "../../sim/words/lines.ts";
import { listText } from "../../sim/words/lists.ts";
import { countText, numberText } from "../../sim/words/numbers.ts";
import { decimalsWithin } from "../../sim/words/rounded.ts";
import { pointWords, wayWords } from "./sweep-words.ts";
import { columnsText } from "./text-table.ts";

const WIDTH = 100;
/** With more points a table of them is no screen. */
const MAX_POINTS = 24;
/** Parameters that a metric shows; of more, those that matter most. */
const MATTER = 10;
/** Of a standard normal distribution, in absolute value. */
const NINETEEN_OF_TWENTY = 1.96;

/** What is said of a sweep besides its numbers. */
export interface SweepFacts {
  readonly seed: string;
  readonly out: string;
  readonly content_hash: string;
}

/**
 * Renders a sweep on one screen: every point if they are few, else where each metric has its minimum and
 * maximum and which way it goes with each parameter.
 */
export function sweepScreen(
  plan: SweepPlan,
  headlines: SweepHeadlines,
  { seed, last }: { readonly seed: string; readonly last: readonly string[] },
): string {
  const { parameters, points, replications, design } = plan;
  const heading =
    `${countText(points, "point")} of ${parametersText(parameters)} (${design}), ` +
    `${countText(replications, "replication")} each.`;
  const isTable = points <= MAX_POINTS && parameters.length <= MATTER;
  const body = isTable ? pointsTable(plan, headlines) : extremesTable(plan, headlines);
  const chance =
    replications < 2
      ? `One replication of each point has no interval: simulate more to see chance (seed ${seed}). `
      : `± is the 95 % interval of the mean: chance within the model, with seed ${seed}. `;
  const note =
    `${chance}All points share people and random numbers, so differences between points are surer than ` +
    "each interval suggests. That does not say how far the model's assumptions may be from the truth.";
  const level = headlines.metrics.filter((metric) => headlines.isLevel(metric));
  const same =
    points < 2 || level.length === 0 ? [] : wrap(`The same at every point: ${listText(level)}.`, WIDTH);
  const inert = headlines.movedNothing();
  const nothing = inert.length === 0 ? [] : wrap(`Moved none of these results: ${listText(inert)}.`, WIDTH);
  const end = last.flatMap((line) => wrap(line, WIDTH));
  return `${[...wrap(heading, WIDTH), "", body, ...same, ...nothing, ...wrap(note, WIDTH), ...end].join("\n")}\n`;
}

/** Returns the same for machines. */
export function sweepJson(plan: SweepPlan, headlines: SweepHeadlines, facts: SweepFacts): string {
  const metrics = headlines.metrics.map((metric) => ({
    metric,
    unit: headlines.unit(metric),
    rank_correlations: headlines.rankCorrelations(metric),
    points: headlines.values(metric).map(({ point, n, mean, ciLow, ciHigh }) => ({
      point: point.point,
      values: point.values,
      n,
      mean,
      ci_low: ciLow,
      ci_high: ciHigh,
    })),
  }));
  const { design, points, replications } = plan;
  const parameters = plan.parameters.map(({ path, unit }) => ({ path, unit }));
  const told = { ...facts, design, points, replications, parameters, metrics };
  return `${JSON.stringify({ ...told, moved_nothing: headlines.movedNothing() }, null, 1)}\n`;
}

const parametersText = (parameters: SweepPlan["parameters"]): string =>
  parameters.length > MATTER
    ? countText(parameters.length, "parameter")
    : parameters.map(({ path }) => path).join(" x ");

function pointsTable({ parameters }: SweepPlan, headlines: SweepHeadlines): string {
  const { metrics } = headlines;
  const points = new Map(
    metrics.flatMap((metric) => headlines.values(metric).map(({ point }) => [point.point, point] as const)),
  );
  const names = [...parameters.map(({ path }) => path), ...metrics];
  const units = [...parameters.map(({ unit }) => unit), ...metrics.map((metric) => headlines.unit(metric))];
  const rows = [...points.values()]
    .toSorted((a, b) => a.point - b.point)
    .map(({ point, values }) => [
      ...values.map(String),
      ...metrics.map((metric) =>
        intervalText(headlines.values(metric).find((of) => of.point.point === point)),
      ),
    ]);
  return columnsText(
    [names, units, ...rows],
    names.map((_, i) => i),
  );
}

function extremesTable({ parameters }: SweepPlan, headlines: SweepHeadlines): string {
  return headlines.metrics
    .map((metric) => {
      const ends = headlines.extremes(metric);
      if (ends === undefined) return `${metric}: no point has a value.\n`;
      if (headlines.isLevel(metric))
        return `${metric}, ${headlines.unit(metric)}\n  ${intervalText(ends.minimum)} at every point\n`;
      const endText = (value: HeadlineValue): string =>
        `${intervalText(value)} at point ${value.point.point}${
          parameters.length > MATTER ? "" : `: ${pointWords(value, parameters)}`
        }`;
      const correlations = headlines
        .rankCorrelations(metric)
        .map((correlation, i) => ({ path: parameters[i].path, correlation }));
      const matter = correlations
        .toSorted((a, b) => Math.abs(b.correlation ?? 0) - Math.abs(a.correlation ?? 0))
        .slice(0, MATTER);
      const shown = correlations.length > MATTER ? matter : correlations;
      const ways = shown.map(({ path, correlation }) => [`  as ${path} grows`, wayWords(correlation)]);
      return (
        `${metric}, ` +
        `${headlines.unit(metric)}\n${columnsText([["  minimum", endText(ends.minimum)], ["  maximum", endText(ends.maximum)], ...ways])}${restText(correlations.length - shown.length, headlines.values(metric).length)}`
      );
    })
    .join("");
}

/** Says what is not shown, and from where on a rank correlation is no chance of the design. */
function restText(left: number, points: number): string {
  if (left <= 0 || points < 3) return "";
  const chance = numberText(NINETEEN_OF_TWENTY / Math.sqrt(points - 1), 2);
  return `${wrap(
    `The ${MATTER} of ${numberText(left + MATTER, 0)} parameters that matter most, ranked; of ` +
      `${numberText(points, 0)} points, a rank correlation under ${chance} is not to be told from chance. ` +
      "For shares of variance: linksim sensitivity.",
    WIDTH - 2,
  )
    .map((line) => `  ${line}`)
    .join("\n")}\n`;
}

/** A point may lack what others have. */
function intervalText(value: HeadlineValue | undefined): string {
  const { mean = null, ciHigh = null } = value ?? {};
  if (mean === null) return "-";
  const most = Math.abs(mean) >= 100 ? 0 : Math.abs(mean) >= 10 ? 1 : 3;
  if (ciHigh === null) return numberText(mean, most);
  const decimals = decimalsWithin(ciHigh - mean, most);
  return `${numberText(mean, decimals)} ±${numberText(ciHigh - mean, decimals)}`;
}
