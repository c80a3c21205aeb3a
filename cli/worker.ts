import { parentPort, workerData } from "node:worker_threads";
import { createSimulator, type Simulator } from "../sim/experiment/simulator.ts";
import type { Answer, Task, WorkerData } from "./worker-protocol.ts";

// worker-pool.ts is the only one that starts this file, with this data.
const { jobs, seed } = workerData as WorkerData;
const port = parentPort!;
let current: { readonly job: number; readonly simulator: Simulator } | undefined;

port.on("message", ({ job, replication }: Task) => {
  const task = { job, replication };
  try {
    // One world at a time: tasks come scenario by scenario, and worlds are large.
    if (current?.job !== job) {
      current = undefined;
      current = { job, simulator: createSimulator(jobs[job].scenario, jobs[job].template, seed) };
    }
    const result = current.simulator.run(replication);
    const answer: Answer = { task, result };
    port.postMessage(answer, [
      result.values.buffer,
      result.series.buffer,
      result.retention.buffer,
    ] as ArrayBuffer[]);
  } catch (failure) {
    const answer: Answer = { task, failure: failure instanceof Error ? failure.message : String(failure) };
    port.postMessage(answer);
  }
});
