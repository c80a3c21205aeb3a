/**
 * Prints the published figures that a base is held against beside what it gives (evidence register, 3.1):
 * `npm run bench:targets -- [SCENARIO] [--seeds FIRST-LAST] [--set PATH=VALUE ...]`, a replication of
 * glasgow-2021, or of glasgow-pilot with its own, a seed. Start values are set again with `--set` on seeds outside 1001-1064, which check them.
 */
import { parseArgs } from "node:util";
import { createSimulator } from "../sim/experiment/simulator.ts";
import { metricInterval } from "../sim/measures/estimation-values.ts";
import { placeOf } from "../sim/measures/place-of.ts";
import { Memory } from "../sim/model/state/memory.ts";
import { loadFolder } from "./pool.ts";

interface Target {
  readonly id: string;
  readonly metric: string;
  readonly low: number;
  readonly high: number;
  readonly estimator: string;
  /** The base that alone is held against it; both if left out. */
  readonly only?: "glasgow-2021" | "glasgow-pilot";
}

const RATIO = "events over events, ratio of sums";
const SHARE = "cumulative incidence by 39 weeks (Aalen-Johansen)";
const TARGETS: readonly Target[] = [
  { id: "T1", metric: "reached_3.share", low: 0.39, high: 0.51, estimator: SHARE },
  { id: "T2", metric: "engaged.share", low: 0.6, high: 0.77, estimator: SHARE },
  { id: "T3", metric: "contacts.per_referral", low: 2.8, high: 4.8, estimator: RATIO },
  {
    id: "T4",
    metric: "contacts.per_link_worker_year",
    low: 505,
    high: 773,
    estimator: RATIO,
    only: "glasgow-2021",
  },
  {
    id: "T5",
    metric: "referrals.per_link_worker_year",
    low: 108,
    high: 166,
    estimator: RATIO,
    only: "glasgow-2021",
  },
  { id: "T6", metric: "links.per_referral", low: 1.5, high: 1.9, estimator: RATIO },
  {
    id: "T7",
    metric: "integrated.share",
    low: 1 / 7,
    high: 5 / 7,
    estimator: "practices, at the end",
    only: "glasgow-pilot",
  },
];

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: "string", default: "1-16" },
    set: { type: "string", multiple: true, default: [] },
  },
});
const [path = "scenarios/glasgow-2021"] = positionals;
const [first, last] = given.seeds.split("-").map(Number);
const { scenario, template } = loadFolder(path, given.set);
const memory = new Memory();
let plan: ReturnType<typeof createSimulator>["plan"] | undefined;
const results = [];
for (let seed = first; seed <= last; seed++) {
  const simulator = createSimulator(scenario, template, String(seed), { detail: "summary", memory });
  plan = simulator.plan;
  results.push({ ...simulator.run(0), replication: seed });
}
if (plan === undefined) throw new RangeError(`--seeds ${given.seeds}: expected FIRST-LAST, such as 1-16`);
process.stdout.write(`${path}, seeds ${given.seeds}${given.set.map((one) => `, ${one}`).join("")}\n`);
for (const { id, metric, low, high, estimator, only = scenario.name } of TARGETS) {
  if (only !== scenario.name) continue;
  const { mean, ciLow, ciHigh } = metricInterval(plan, results, placeOf(plan, metric));
  const verdict = mean !== null && mean >= low && mean <= high ? "inside" : "OUTSIDE";
  const text = [mean, ciLow, ciHigh].map((value) => (value === null ? "-" : value.toPrecision(4)));
  process.stdout.write(
    `${id} ${metric}: ${text[0]} (${text[1]} to ${text[2]}), band ${short(low)} to ${short(high)}, ${verdict}; ${estimator}\n`,
  );
}

function short(value: number): number {
  return Number(value.toPrecision(3));
}
