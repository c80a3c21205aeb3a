import { Worker } from "node:worker_threads";
import { createSimulator, type Simulator } from "../../sim/experiment/simulator.ts";
import type { ReplicationResult } from "../../sim/measures/result.ts";
import type { JournalColumns } from "../../sim/model/journal.ts";
import * as messages from "../messages.ts";
import type { Answer, Job, Task, WorkerData } from "./protocol.ts";

/** Hears that a replication has ended, with its journal if one is kept; its thread gets no other until this is settled. */
export type OnDone = (replication: number, journal: JournalColumns | undefined) => void | Promise<void>;

/** Plays replications of jobs on some threads. */
export interface Pool {
  /** Plays replications of one job and returns them in the order asked for; `onDone` hears of each as it ends, in any order. */
  play(job: number, replications: readonly number[], onDone: OnDone): Promise<ReplicationResult[]>;
  close(): Promise<void>;
}

/** Says which task failed, and why. */
export class TaskError extends Error {
  readonly task: Task;
  constructor(task: Task, why: string) {
    super(why);
    this.name = "TaskError";
    this.task = task;
  }
}

const WORKER = new URL("./worker.js", import.meta.url);

/** Opens a pool of threads; of one, it works in the caller's thread and starts none. Which thread does what changes no result. */
export function openPool(
  workers: number,
  jobs: readonly Job[],
  seed: string,
  signal: AbortSignal,
  script: URL = WORKER,
): Pool {
  return workers === 1 ? ownThread(jobs, seed, signal) : threads(workers, { jobs, seed }, signal, script);
}

function ownThread(jobs: readonly Job[], seed: string, signal: AbortSignal): Pool {
  let current: { readonly job: number; readonly simulator: Simulator } | undefined;
  return {
    async play(job, replications, onDone) {
      const results: ReplicationResult[] = [];
      for (const replication of replications) {
        signal.throwIfAborted();
        try {
          if (current?.job !== job) {
            const { scenario, template, keepsJournal } = jobs[job];
            current = { job, simulator: createSimulator(scenario, template, seed, keepsJournal) };
          }
          results.push(current.simulator.run(replication));
        } catch (failure) {
          throw new TaskError(
            { job, replication },
            failure instanceof Error ? failure.message : String(failure),
          );
        }
        await onDone(replication, current.simulator.journal());
        // Lets Ctrl-C through between replications.
        await new Promise(setImmediate);
      }
      return results;
    },
    close: async () => {},
  };
}

function threads(count: number, workerData: WorkerData, signal: AbortSignal, script: URL): Pool {
  // A thread that fails after its last answer must not end the program; deal() hears of all other failures.
  const all = Array.from({ length: count }, () => new Worker(script, { workerData }).on("error", () => {}));
  return {
    play: (job, replications, onDone) => deal(all, job, replications, onDone, signal),
    close: async () => {
      await Promise.all(all.map((worker) => worker.terminate()));
    },
  };
}

/** Deals replications one at a time to whichever worker is free, and puts the results in order. */
function deal(
  workers: readonly Worker[],
  job: number,
  replications: readonly number[],
  onDone: OnDone,
  signal: AbortSignal,
): Promise<ReplicationResult[]> {
  const results = new Array<ReplicationResult>(replications.length);
  const place = new Map(replications.map((replication, i) => [replication, i]));
  const listeners: (() => void)[] = [];
  let dealt = 0;
  let done = 0;
  return new Promise<ReplicationResult[]>((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    signal.addEventListener("abort", onAbort);
    listeners.push(() => signal.removeEventListener("abort", onAbort));
    if (signal.aborted) onAbort();
    if (replications.length === 0) resolve(results);
    for (const worker of workers) {
      let task: Task | undefined;
      const next = (): void => {
        task = dealt < replications.length ? { job, replication: replications[dealt++] } : undefined;
        if (task !== undefined) worker.postMessage(task);
      };
      const onMessage = (answer: Answer): void => {
        if ("failure" in answer) {
          reject(new TaskError(answer.task, answer.failure));
          return;
        }
        const { task: played, result, journal } = answer;
        results[place.get(played.replication)!] = result;
        const goOn = (): void => {
          done++;
          if (done === replications.length) resolve(results);
          else next();
        };
        Promise.resolve(onDone(played.replication, journal)).then(goOn).catch(reject);
      };
      const fail = (why: string): void =>
        reject(new TaskError(task ?? { job, replication: replications[0] }, why));
      const onError = (failure: Error): void => fail(failure.message);
      const onExit = (code: number): void => fail(messages.workerEnded(code));
      worker.on("message", onMessage).on("error", onError).on("exit", onExit);
      listeners.push(() => worker.off("message", onMessage).off("error", onError).off("exit", onExit));
      next();
    }
  }).finally(() => {
    for (const remove of listeners) remove();
  });
}
