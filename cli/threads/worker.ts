import { parentPort } from "node:worker_threads";
import { type Job, ReplicationError } from "../../sim/experiment/executor.ts";
import { Station } from "../../sim/experiment/station.ts";
import { never } from "../../sim/never.ts";
import type { Answer, Part, Task, Wanted } from "./protocol.ts";

// pool.ts is the only one that starts this file, and the first task brings a job.
const port = parentPort!;
const station = new Station();
let current: Job;
let told: Job | undefined;

port.on("message", (task: Task) => {
  try {
    if ("jobs" in task) answerTogether(task.jobs, task.replications);
    else {
      current = task.job ?? current;
      answer(current, task.wanted);
    }
  } catch (failure) {
    const why = failure instanceof Error ? failure.message : String(failure);
    const where =
      "jobs" in task && failure instanceof ReplicationError
        ? { of: task.jobs.indexOf(failure.job), replication: failure.replication }
        : {};
    send({ kind: "failed", why, ...where });
  }
});

function answerTogether(jobs: readonly Job[], replications: readonly number[]): void {
  told = undefined;
  for (const { job, simulated } of station.executeTogether(jobs, replications)) {
    const plan = job === told ? undefined : station.plan(job);
    sendReplication({ kind: "part", of: jobs.indexOf(job), simulated, plan });
    told = job;
  }
  told = undefined;
  send({ kind: "done" });
}

function answer(job: Job, wanted: Wanted): void {
  switch (wanted.kind) {
    case "plan":
      send({ kind: "plan", plan: station.plan(job) });
      break;
    case "names":
      send({ kind: "names", names: station.names(job) });
      break;
    case "simulated":
      sendReplication({
        kind: "simulated",
        simulated: station.execute(job, wanted.replication),
        plan: job === told ? undefined : station.plan(job),
      });
      told = job;
      break;
    default:
      never(wanted);
  }
}

/** Sends a replication's columns by moving them: they are large, and nobody here needs them any more. */
function sendReplication(message: Part | Extract<Answer, { kind: "simulated" }>): void {
  const { simulated } = message;
  const { values, series, retention } = simulated.result;
  const columns = [
    values,
    series,
    retention,
    ...Object.values(simulated.journal ?? {}),
    ...Object.values(simulated.fates ?? {}),
  ];
  send(
    message,
    // Columns that are empty may be one and the same, which may be moved once.
    [...new Set(columns.map(({ buffer }) => buffer as ArrayBuffer))],
  );
}

function send(message: Answer | Part, moved: readonly ArrayBuffer[] = []): void {
  port.postMessage(message, [...moved]);
}
