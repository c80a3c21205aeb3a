/**
 * Measures how often intervals hold the mean that they are for: `npm run bench:coverage -- [SCENARIO]
 * [--pool N] [--samples N]`. A pool of replications is simulated once; samples of 12 and of 100 are drawn
 * from it with replacement, so the truth is the pool's own estimate. It prints, for each metric over everybody
 * and by type of organisation, the share of the intervals given that hold it.
 */

import { parseArgs } from "node:util";
import seedrandom from "seedrandom";
import { describeMetric } from "../sim/measures/describe-metric.ts";
import { estimationValues } from "../sim/measures/estimation-values.ts";
import { hallInterval } from "../sim/stats/hall-interval.ts";
import { meanInterval } from "../sim/stats/mean-interval.ts";
import { replicationInterval } from "../sim/stats/replication-interval.ts";
import { loadFolder, simulatePool } from "./pool.ts";

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pool: { type: "string", default: "1000" },
    samples: { type: "string", default: "24000" },
    low: { type: "string", default: "0.93" },
  },
});
const [path = "scenarios/glasgow-pilot"] = positionals;
const samples = Number(given.samples);
const { plan, results: pool } = simulatePool(loadFolder(path), {
  seed: "coverage",
  count: Number(given.pool),
  detail: "summary",
});

/** Metrics over everybody and by type of organisation. */
const places = plan.metrics.flatMap(({ groupBy }, place) =>
  groupBy === "all" || groupBy === "organisation_type" ? [place] : [],
);
const METHODS = { "Student's t": meanInterval, "Hall's t": hallInterval, "as given": replicationInterval };

process.stdout.write(`${path}: a pool of ${pool.length} replications, ${samples} samples of each size\n`);
process.stdout.write("metric,group,n,given share,skewness of pool,t,Hall,as given\n");
let short = 0;
for (const n of [12, 100]) {
  const random = seedrandom(`coverage ${n}`);
  const draws = Array.from({ length: samples }, () =>
    Int32Array.from({ length: n }, () => Math.floor(random() * pool.length)),
  );
  for (const place of places) {
    const { metric, group } = plan.metrics[place];
    const whole = estimationValues(plan, pool, place);
    const truth = meanInterval(whole).mean;
    if (truth === null) continue;
    const held = [0, 0, 0];
    const out = [0, 0, 0];
    const isRatio = describeMetric(metric)?.ratio !== undefined;
    const plain = new Float64Array(n);
    const raw = new Float64Array(n);
    for (const draw of draws) {
      for (let i = 0; i < n; i++) {
        plain[i] = whole[draw[i]];
        raw[i] = pool[draw[i]].values[place];
      }
      // A ratio's values hang on the whole sample.
      const sample = isRatio
        ? estimationValues(
            plan,
            Array.from(draw, (i) => pool[i]),
            place,
          )
        : plain;
      Object.values(METHODS).forEach((interval, m) => {
        const { ciLow, ciHigh } =
          interval === replicationInterval ? replicationInterval(sample, raw) : interval(sample);
        if (ciLow === null || ciHigh === null) return;
        out[m]++;
        // Rounding alone may part a constant from its mean.
        if (ciLow <= truth + 1e-9 && ciHigh >= truth - 1e-9) held[m]++;
      });
    }
    const shares = held.map((count, m) => (out[m] === 0 ? Number.NaN : count / out[m]));
    if (shares[2] < Number(given.low)) short++;
    process.stdout.write(
      `${metric},${group},${n},${(out[2] / samples).toFixed(3)},${skew(whole).toFixed(2)},` +
        `${shares.map((share) => share.toFixed(3)).join(",")}\n`,
    );
  }
}
process.stdout.write(`${short} under ${given.low}\n`);

function skew(values: ArrayLike<number>): number {
  const { mean, sd } = meanInterval(values);
  if (mean === null || sd === null || sd === 0) return 0;
  const finite = Array.from(values).filter(Number.isFinite);
  return finite.reduce((sum, value) => sum + ((value - mean) / sd) ** 3, 0) / finite.length;
}
