/**
 * Measures how often intervals hold the mean that they are for: `npm run bench:coverage -- [SCENARIO
 * [OTHER]] [--pool N] [--samples N] [--keep FOLDER]`. A pool of replications is simulated once; samples of 12
 * and of 100 (a quarter as many) are drawn from it with replacement, so the truth is the pool's own estimate. It
 * prints, for each metric over everybody and by type of organisation, the share of the intervals given that
 * hold it; with another scenario, those of the paired difference. The last lines are the table of
 * docs/statistics.md.
 */

import { parseArgs } from "node:util";
import seedrandom from "seedrandom";
import { describeMetric } from "../sim/measures/describe-metric.ts";
import { countedValues, estimationValues, isLongTailed } from "../sim/measures/estimation-values.ts";
import { placeOf } from "../sim/measures/place-of.ts";
import type { ReplicationResult } from "../sim/measures/result.ts";
import { acrossReplications } from "../sim/measures/scenario-results.ts";
import { meanInterval } from "../sim/stats/mean-interval.ts";
import { replicationInterval } from "../sim/stats/replication-interval.ts";
import { loadFolder, type Pool, simulatePool } from "./pool.ts";

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pool: { type: "string", default: "1000" },
    samples: { type: "string", default: "24000" },
    low: { type: "string", default: "0.93" },
    keep: { type: "string" },
  },
});
/** Sizes of samples, and one sample of how many is drawn of each: larger ones cost more. */
const SIZES = [
  { n: 12, oneOf: 1 },
  { n: 100, oneOf: 4 },
];
/** An interval that a smaller share of the samples is given is luck. */
const OFTEN = 0.1;
const samples = Number(given.samples);
const low = Number(given.low);
const paths = positionals.length === 0 ? ["scenarios/glasgow-pilot"] : positionals;
const pools = paths.map((path) =>
  simulatePool(loadFolder(path), {
    seed: "pool",
    count: Number(given.pool),
    detail: "full",
    keep: given.keep === undefined ? undefined : `${given.keep}/${path.replaceAll("/", "-")}.rows`,
  }),
);

/** What is estimated of a sample: values of which the mean is taken, and those from which events are counted. */
interface Sampled {
  readonly values: Float64Array;
  readonly measured: Float64Array;
}

/** One number that a table shows, and how a sample of replications estimates it. */
interface Row {
  readonly name: string;
  readonly kind: "mean" | "ratio" | "difference";
  readonly longTailed: boolean;
  sample(draw: readonly number[]): Sampled;
}

/** What came of the samples of one size. */
interface Outcome {
  readonly kind: Row["kind"];
  readonly n: number;
  readonly name: string;
  /** Share of the samples that were given an interval. */
  readonly given: number;
  /** Share of the intervals that hold the truth; NaN where none was given. */
  readonly held: number;
}

process.stdout.write(`${paths.join(", ")}: ${given.pool} replications, ${samples} samples of 12\n`);
process.stdout.write("kind,metric,n,given,held,skewness\n");
const rows = rowsOf(pools);
const outcomes = SIZES.flatMap(({ n, oneOf }) => {
  const random = seedrandom(`coverage ${n}`);
  const draws = Array.from({ length: Math.ceil(samples / oneOf) }, () =>
    Array.from({ length: n }, () => Math.floor(random() * Number(given.pool))),
  );
  return rows.flatMap((row) => outcomeOf(row, n, draws));
});
for (const kind of new Set(outcomes.map((outcome) => outcome.kind)))
  for (const { n } of SIZES)
    writeSummary(
      kind,
      n,
      outcomes.filter((outcome) => outcome.kind === kind && outcome.n === n && outcome.given > 0),
    );

function outcomeOf(row: Row, n: number, draws: readonly (readonly number[])[]): Outcome[] {
  const { values } = row.sample(Array.from({ length: Number(given.pool) }, (_, i) => i));
  const truth = meanInterval(values).mean;
  // A constant is held whatever the method.
  if (truth === null || meanInterval(values).sd === 0) return [];
  let held = 0;
  let out = 0;
  for (const draw of draws) {
    const { values: sampled, measured } = row.sample(draw);
    const { ciLow, ciHigh } = replicationInterval(sampled, measured, 0.95, { longTailed: row.longTailed });
    if (ciLow === null || ciHigh === null) continue;
    out++;
    // Rounding alone may part a constant from its mean.
    if (ciLow <= truth + 1e-9 && ciHigh >= truth - 1e-9) held++;
  }
  const outcome = {
    kind: row.kind,
    n,
    name: row.name,
    given: out / draws.length,
    held: out === 0 ? Number.NaN : held / out,
  };
  const shares = [outcome.given, outcome.held].map((share) => share.toFixed(3)).join(",");
  process.stdout.write(`${row.kind},${row.name},${n},${shares},${skewness(values).toFixed(2)}\n`);
  return [outcome];
}

/**
 * Writes how the intervals given of a kind cover, and which cover least; those that under a tenth of the
 * samples are given, which is luck, stand apart, with the most samples that were given one.
 */
function writeSummary(kind: Row["kind"], n: number, of: readonly Outcome[]): void {
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  for (const [words, rows] of [
    ["", of.filter((one) => one.given >= OFTEN)],
    [", seldom given", of.filter((one) => one.given < OFTEN)],
  ] as const) {
    const covered = rows.map(({ held, name }) => ({ name, share: held }));
    covered.sort((a, b) => a.share - b.share);
    const [least] = covered;
    if (least === undefined) continue;
    const under = covered.filter(({ share }) => share < low).length;
    const most = words === "" ? "" : ` ${percent(Math.max(...rows.map((row) => row.given)))} |`;
    process.stdout.write(
      `| ${kind}${words} | ${n} | ${covered.length} | ${percent(covered[covered.length >> 1].share)} | ` +
        `${percent(least.share)} (\`${least.name}\`) | ${under} |${most}\n`,
    );
  }
}

function rowsOf([base, other]: readonly Pool[]): Row[] {
  return base.plan.metrics.flatMap(({ metric, groupBy, group }, place): Row[] => {
    if (groupBy !== "all" && groupBy !== "organisation_type") return [];
    const name = groupBy === "all" ? metric : `${metric} ${group}`;
    const kind = describeMetric(metric)?.ratio === undefined ? "mean" : "ratio";
    if (other === undefined)
      return [
        { name, kind, longTailed: isLongTailed(metric), sample: estimator(base, place, countedValues) },
      ];
    const inOther = placeOf(other.plan, metric, groupBy, group);
    if (inOther < 0) return [];
    const measured: typeof countedValues = (_, results, at) => acrossReplications(results, "values", at);
    const [ofBase, ofOther] = [estimator(base, place, measured), estimator(other, inOther, measured)];
    return [
      {
        name,
        kind: "difference",
        longTailed: false,
        sample(draw) {
          const [one, two] = [ofBase(draw), ofOther(draw)];
          const less = (a: Float64Array, b: Float64Array): Float64Array => b.map((value, i) => value - a[i]);
          return { values: less(one.values, two.values), measured: less(one.measured, two.measured) };
        },
      },
    ];
  });
}

/** A ratio's values hang on the whole sample; those of a mean do not. */
function estimator({ plan, results }: Pool, place: number, counted: typeof countedValues): Row["sample"] {
  const isRatio = describeMetric(plan.metrics[place].metric)?.ratio !== undefined;
  const whole = acrossReplications(results, "values", place);
  const wholeCounted = counted(plan, results, place);
  return (draw) => {
    const measured = drawnOf(wholeCounted, draw);
    if (!isRatio) return { values: drawnOf(whole, draw), measured };
    const drawn: readonly ReplicationResult[] = draw.map((i) => results[i]);
    return { values: estimationValues(plan, drawn, place), measured };
  };
}

/** Does as `Float64Array.from(draw, ...)`, which takes most of a study's time. */
function drawnOf(values: Float64Array, draw: readonly number[]): Float64Array {
  const drawn = new Float64Array(draw.length);
  for (let i = 0; i < draw.length; i++) drawn[i] = values[draw[i]];
  return drawn;
}

function skewness(values: ArrayLike<number>): number {
  const { mean, sd } = meanInterval(values);
  if (mean === null || sd === null || sd === 0) return 0;
  const finite = Array.from(values).filter(Number.isFinite);
  return finite.reduce((sum, value) => sum + ((value - mean) / sd) ** 3, 0) / finite.length;
}
