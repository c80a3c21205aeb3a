import { parentPort } from "node:worker_threads";
import type { Job, SimulatedReplication } from "../../sim/experiment/executor.ts";
import { Station } from "../../sim/experiment/station.ts";
import type { MeasurePlan } from "../../sim/measures/result.ts";
import { never } from "../../sim/never.ts";
import type { Answer, Task, Wanted } from "./protocol.ts";

// pool.ts is the only one that starts this file, and the first task brings a job.
const port = parentPort!;
const station = new Station();
let current: Job;
let told: Job | undefined;

port.on("message", ({ job = current, wanted }: Task) => {
  current = job;
  try {
    answer(job, wanted);
  } catch (failure) {
    send({ kind: "failed", why: failure instanceof Error ? failure.message : String(failure) });
  }
});

function answer(job: Job, wanted: Wanted): void {
  switch (wanted.kind) {
    case "plan":
      send({ kind: "plan", plan: station.plan(job) });
      break;
    case "names":
      send({ kind: "names", names: station.names(job) });
      break;
    case "simulated":
      sendReplication(station.execute(job, wanted.replication), job === told ? undefined : station.plan(job));
      told = job;
      break;
    default:
      never(wanted);
  }
}

/** Sends a replication's columns by moving them: they are large, and nobody here needs them any more. */
function sendReplication(simulated: SimulatedReplication, plan: MeasurePlan | undefined): void {
  const { values, series, retention } = simulated.result;
  const columns = [
    values,
    series,
    retention,
    ...Object.values(simulated.journal ?? {}),
    ...Object.values(simulated.fates ?? {}),
  ];
  send(
    { kind: "simulated", simulated, plan },
    // Columns that are empty may be one and the same, which may be moved once.
    [...new Set(columns.map(({ buffer }) => buffer as ArrayBuffer))],
  );
}

function send(message: Answer, moved: readonly ArrayBuffer[] = []): void {
  port.postMessage(message, [...moved]);
}
