import { replicationKey, rootKey } from "../sim/random/keys.ts";
import { runNetwork } from "../test/support/queueing-network.ts";
import { median } from "./against.ts";
import { runBareQueue } from "./ceiling.ts";

/**
 * Times the kernel on M/M/4 (and with abandonment), with keyed draws and the deterministic logarithm, and the
 * bare loop that gives the same waits: medians of 7 runs, kernel and loop alternately.
 */
const ARRIVALS = 200_000;
const mean = 10_000;
const queue = {
  servers: 4,
  arrivalRate: 3.6 / mean,
  meanService: mean,
  serviceSigma: 0,
  capacity: Infinity,
  routes: [],
};

/** Million events a second: arrivals, services and abandonments, the same count for every engine. */
export interface EngineRates {
  readonly kernel: number;
  readonly bareLoop: number;
  readonly withAbandonment: number;
}

export function benchEngine(): EngineRates {
  const rates = { kernel: [] as number[], bareLoop: [] as number[], withAbandonment: [] as number[] };
  for (let run = 0; run < 9; run++) {
    const key = replicationKey(rootKey("1"), run);
    const kernel = clocked(() => kernelOn(Infinity, key));
    const bare = clocked(() => runBareQueue(queue, ARRIVALS, key));
    const impatient = clocked(() => kernelOn(2 * mean, key));
    if (bare.result.waitedMinutes !== kernel.result.waitedMinutes)
      throw new Error("The bare loop and the kernel give other waits.");
    if (run < 2) continue;
    const { arrived, served, abandoned } = impatient.result;
    rates.kernel.push((2 * ARRIVALS) / kernel.microseconds);
    rates.bareLoop.push((2 * ARRIVALS) / bare.microseconds);
    rates.withAbandonment.push((arrived + served + abandoned) / impatient.microseconds);
  }
  return {
    kernel: median(rates.kernel),
    bareLoop: median(rates.bareLoop),
    withAbandonment: median(rates.withAbandonment),
  };
}

const kernelOn = (meanPatience: number, key: ReturnType<typeof rootKey>) =>
  runNetwork([{ ...queue, meanPatience }], ARRIVALS, key).nodes[0];

function clocked<Result>(run: () => Result): { readonly result: Result; readonly microseconds: number } {
  const before = process.cpuUsage();
  const result = run();
  return { result, microseconds: process.cpuUsage(before).user };
}

if (process.argv[1]?.endsWith("engine.js")) {
  const { kernel, bareLoop, withAbandonment } = benchEngine();
  console.log(`M/M/4 ${kernel.toFixed(2)}, M/M/4+M ${withAbandonment.toFixed(2)} M events/s`);
  console.log(
    `bare loop ${bareLoop.toFixed(2)} M events/s; the kernel is ${(kernel / bareLoop).toFixed(2)} of it`,
  );
}
