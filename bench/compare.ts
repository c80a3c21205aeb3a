import { compare } from "../sim/experiment/compare.ts";
import { placeOf } from "../sim/measures/place-of.ts";
import type { LoadedScenario } from "../sim/scenario/load.ts";
import { meanInterval } from "../sim/stats/mean-interval.ts";
import { pairedDifference, reductionBound } from "../sim/stats/paired-difference.ts";
import { sampleDeviation } from "../sim/stats/sample.ts";
import { loadFolder } from "./pool.ts";

/**
 * Measures how many times fewer replications `compare` needs than independent seeds: the ratio of the
 * variance of a difference without pairing, variance base + variance other, to that with it. An interval's
 * half-width is t sd / √n, so replications for a given width go with the variance. Small levers on a loaded
 * base, then the cut from 70 to 42 posts.
 *
 * The bound (1 + r²) / (1 - r)², r the ratio of both spreads: the variance of the difference is sb² + so² -
 * 2 c sb so, least at correlation c = 1, where it is (sb - so)². So no pairing can save more than (sb² +
 * so²) / (sb - so)², which is the bound with r = so / sb. `near` is the share of it that is reached.
 *
 * usage: node dist/bench/compare.js [REPLICATIONS]
 */
const count = Number(process.argv[2] ?? 100);

const HEADLINES = [
  "people.reached_3",
  "reached_3.share",
  "wait.first_contact.mean",
  "wait.first_contact.within_4_weeks",
  "caseload.mean",
];
const FEWER_PLACES = ["local", "city_wide", "national", "statutory"].map(
  (type) => `organisations.types.${type}.places=x0.95`,
);

interface World {
  readonly words: string;
  readonly scenario: string;
  readonly set: readonly string[];
}
const world = (words: string, scenario: string, ...set: readonly string[]): World => ({
  words,
  scenario,
  set,
});

const CASES: readonly { readonly base: World; readonly others: readonly World[] }[] = [
  {
    base: world("glasgow-2021, 43 posts", "glasgow-2021"),
    others: [
      world("5 % fewer places at every organisation", "glasgow-2021", ...FEWER_PLACES),
      world("2 of the 43 posts fewer", "glasgow-2021", "generate.posts=41"),
      world("5 % less time of every post", "glasgow-2021", "link_workers.fte=0.95"),
    ],
  },
  {
    base: world("glasgow-2023-70", "glasgow-2023-70"),
    others: [world("42 posts instead of 70 from April 2024 (glasgow-2024-cut)", "glasgow-2024-cut")],
  },
];

const load = ({ scenario, set }: World): LoadedScenario => loadFolder(`scenarios/${scenario}`, set);

for (const { base, others } of CASES) {
  const compared = await compare(load(base), others.map(load), {
    replications: count,
    twins: "none",
    detail: "summary",
  });
  for (const [i, { plan, results }] of compared.others.entries()) {
    console.log(`${base.words} against: ${others[i].words}; ${count} replications`);
    for (const metric of HEADLINES) {
      const [one, two] = [compared.base, { plan, results }].map((run) => {
        const at = placeOf(run.plan, metric);
        return run.results.map(({ values }) => values[at]);
      });
      console.log(lineOf(metric, one, two));
    }
  }
}

function lineOf(metric: string, base: readonly number[], other: readonly number[]): string {
  const { mean, ciHigh } = pairedDifference(base, other);
  const times = timesFewer(base, other);
  const [low, high] = jackknife(base, other);
  const bound = reductionBound(sampleDeviation([...base]) ?? 0, sampleDeviation([...other]) ?? 0);
  const difference = `${(mean ?? NaN).toPrecision(3)} ± ${((ciHigh ?? NaN) - (mean ?? NaN)).toPrecision(2)}`;
  return [
    `  ${metric.padEnd(34)}`,
    `difference ${difference.padEnd(20)}`,
    `${times.toFixed(1).padStart(6)} x fewer (${low.toFixed(1)} to ${high.toFixed(1)})`.padEnd(32),
    `at most ${bound.toFixed(bound < 100 ? 1 : 0)}`.padEnd(16),
    `near ${((100 * times) / bound).toFixed(bound < 100 ? 0 : 1)} %`,
  ].join(" ");
}

function timesFewer(base: readonly number[], other: readonly number[]): number {
  return pairedDifference(base, other).varianceReduction ?? NaN;
}

/** Gives the 95 % interval of the ratio, by the jackknife of its logarithm (Miller 1974). */
function jackknife(base: readonly number[], other: readonly number[]): [number, number] {
  const n = base.length;
  const whole = n * Math.log(timesFewer(base, other));
  const pseudo = base.map((_, left) => {
    const without = (values: readonly number[]): number[] => values.filter((_, r) => r !== left);
    return whole - (n - 1) * Math.log(timesFewer(without(base), without(other)));
  });
  const { ciLow, ciHigh } = meanInterval(pseudo);
  return [Math.exp(ciLow ?? NaN), Math.exp(ciHigh ?? NaN)];
}
