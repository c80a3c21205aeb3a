import { replicationKey, rootKey } from "../sim/random/keys.ts";
import { runNetwork } from "../test/support/queueing-network.ts";

/**
 * Times the kernel on M/M/4 (and with abandonment), with keyed draws and the deterministic logarithm:
 * medians of 7 runs.
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

export function benchEngine(): { name: string; events: number; eventsPerSecond: number }[] {
  return [
    { name: "M/M/4", meanPatience: Infinity },
    { name: "M/M/4+M", meanPatience: 2 * mean },
  ].map(({ name, meanPatience }) => {
    const rates: number[] = [];
    let events = 0;
    for (let run = 0; run < 9; run++) {
      const start = process.hrtime.bigint();
      const result = runNetwork([{ ...queue, meanPatience }], ARRIVALS, replicationKey(rootKey("1"), run));
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      // The same count for every engine: arrivals, services and abandonments.
      const { arrived, served, abandoned } = result.nodes[0];
      events = arrived + served + abandoned;
      if (run >= 2) rates.push(events / seconds);
    }
    return { name, events, eventsPerSecond: rates.sort((a, b) => a - b)[3] };
  });
}
if (process.argv[1]?.endsWith("engine.js"))
  for (const row of benchEngine())
    console.log(row.name, (row.eventsPerSecond / 1e6).toFixed(2), "M events/s");
