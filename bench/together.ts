import { loadAll } from "../cli/scenarios/load-scenarios.ts";
import { MINUTES_PER_WEEK } from "../sim/engine/minutes.ts";
import type { Job } from "../sim/experiment/executor.ts";
import { jobOf, range } from "../sim/experiment/replicate.ts";
import { Station } from "../sim/experiment/station.ts";
import { allAllocations } from "../sim/experiment/where/allocations.ts";
import { optionScenario } from "../sim/experiment/where/option-scenario.ts";
import { placesOfAsk } from "../sim/experiment/where/places.ts";
import { commonPast } from "../sim/model/common-past.ts";
import { neutralise } from "../sim/model/mechanisms.ts";
import { median } from "./against.ts";

/**
 * Prints how much processor time worlds take that are simulated together, of what each takes by itself, and
 * that both give the same numbers: `npm run bench:together [-- REPLICATIONS]`. One after the other in one
 * process, so that a busy machine slows both; medians of five.
 */
const REPLICATIONS = Number(process.argv[2] ?? 8);
const ROUNDS = 5;

const jobOfNamed = (loaded: Parameters<typeof jobOf>[0]): Job =>
  jobOf(loaded, { seed: "1", detail: "summary" });

/** Ways to lose one full-time equivalent, as `plan --lose` compares them. */
function waysToLose(name: string, ways: number): Job[] {
  const [loaded] = loadAll([name], []);
  const ask = { kind: "lose", fte: 1, part: 1 } as const;
  const where = placesOfAsk(loaded, ask);
  const allocations = allAllocations(
    where.places.map(({ capacity }) => capacity),
    where.parts,
  ).slice(0, ways);
  return [loaded, ...allocations.map((one) => optionScenario(loaded, ask, where, one))].map(jobOfNamed);
}

const CASES: readonly (readonly [string, readonly Job[]])[] = [
  ["glasgow-pilot and its cut", loadAll(["glasgow-pilot", "glasgow-pilot-cut"], []).map(jobOfNamed)],
  [
    "glasgow-2021 and the fund of 2020",
    loadAll(["glasgow-2021", "communities-fund-2020"], []).map(jobOfNamed),
  ],
  ["glasgow-2023-70 and the cut to 42", loadAll(["glasgow-2023-70", "glasgow-2024-cut"], []).map(jobOfNamed)],
  ["glasgow-2023-70 and ten ways to lose a post", waysToLose("glasgow-2023-70", 10)],
];

const numbers = range(0, REPLICATIONS);
type Values = Map<Job, Float64Array[]>;

function alone(jobs: readonly Job[]): Values {
  const station = new Station();
  return new Map(jobs.map((job) => [job, numbers.map((r) => station.execute(job, r).result.values)]));
}

function together(jobs: readonly Job[]): Values {
  const values: Values = new Map(jobs.map((job) => [job, []]));
  for (const { job, simulated } of new Station().executeTogether(jobs, numbers))
    values.get(job)?.push(simulated.result.values);
  return values;
}

function timed(simulate: (jobs: readonly Job[]) => Values, jobs: readonly Job[]): readonly [number, Values] {
  const before = process.cpuUsage();
  const values = simulate(jobs);
  return [process.cpuUsage(before).user / 1e6, values];
}

const areSame = (one: Values, two: Values): boolean =>
  [...one].every(([job, ofJob]) =>
    ofJob.every((values, r) => values.every((value, i) => Object.is(value, two.get(job)?.[r][i]))),
  );

console.log(`Together over alone, processor time; ${REPLICATIONS} replications each, medians of ${ROUNDS}.`);
for (const [name, jobs] of CASES) {
  const ratios: number[] = [];
  // Not timed: what runs first is compiled while it runs.
  let same = areSame(alone(jobs), together(jobs));
  for (let round = 0; round < ROUNDS; round++) {
    const [byThemselves, expected] = timed(alone, jobs);
    const [atOnce, found] = timed(together, jobs);
    ratios.push(atOnce / byThemselves);
    same &&= areSame(expected, found);
  }
  const { scenario } = jobs[0];
  const past = commonPast(jobs.map((job) => neutralise(job.scenario)));
  const shared = past === undefined ? "nothing" : `${(past.minute / MINUTES_PER_WEEK).toFixed(0)}`;
  const weeks = ((scenario.warm_up + scenario.horizon) / MINUTES_PER_WEEK).toFixed(0);
  const verdict = same ? "the same to the bit" : "NOT THE SAME";
  console.log(
    `${median(ratios).toFixed(2)}  ${name}: ${jobs.length} worlds, ${shared} of ${weeks} weeks in common; ${verdict}`,
  );
}
