import { parentPort, workerData } from "node:worker_threads";
import { createSimulator, type Simulator } from "../../sim/experiment/simulator.ts";
import type { Answer, Task, WorkerData } from "./protocol.ts";

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
      const { scenario, template, keepsJournal } = jobs[job];
      current = { job, simulator: createSimulator(scenario, template, seed, keepsJournal) };
    }
    const result = current.simulator.run(replication);
    const journal = current.simulator.journal();
    const answer: Answer = { task, result, journal };
    const columns = [result.values, result.series, result.retention, ...Object.values(journal ?? {})];
    port.postMessage(
      answer,
      columns.map(({ buffer }) => buffer as ArrayBuffer),
    );
  } catch (failure) {
    const answer: Answer = { task, failure: failure instanceof Error ? failure.message : String(failure) };
    port.postMessage(answer);
  }
});
