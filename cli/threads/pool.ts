import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type Executor,
  type Job,
  type OnReplication,
  ReplicationError,
  type SimulatedReplication,
} from "../../sim/experiment/executor.ts";
import { ownThread } from "../../sim/experiment/own-thread.ts";
import { until } from "../../sim/experiment/until.ts";
import type { MeasurePlan, ReplicationResult } from "../../sim/measures/result.ts";
import { packageFolder } from "../scenarios/package-folder.ts";
import type { Answer } from "./protocol.ts";
import { Thread } from "./thread.ts";

const WORKER = pathToFileURL(join(packageFolder(), "dist/cli/threads/worker.js"));

/**
 * Opens threads that simulate; with one, the caller's own does and none is started. Which thread simulates
 * what changes no result.
 */
export function openPool(workers: number, signal: AbortSignal, script: URL = WORKER): Executor {
  return workers === 1 ? until(signal, ownThread()) : threads(workers, signal, script);
}

function threads(count: number, signal: AbortSignal, script: URL): Executor {
  const all = Array.from({ length: count }, () => new Thread(script));
  let isClosed = false;
  const lend = lender(all, () => (isClosed ? undefined : new Thread(script)));
  const plans = new WeakMap<Job, MeasurePlan>();
  const underWay = new Set<(why: unknown) => void>();
  // One listener for all that is under way: there may be hundreds.
  signal.addEventListener("abort", () => {
    for (const end of underWay) end(signal.reason);
  });
  return {
    plan: async (job) =>
      plans.get(job) ??
      lend(job, async (thread) => {
        const answer = await thread.ask(job, { kind: "plan" });
        if (answer.kind !== "plan") throw new Error(whyNot(answer));
        return answer.plan;
      }),
    names: (job) =>
      lend(job, async (thread) => {
        const answer = await thread.ask(job, { kind: "names" });
        if (answer.kind !== "names") throw new Error(whyNot(answer));
        return answer.names;
      }),
    execute: (job, replications, onReplication = () => {}) => {
      if (signal.aborted) return Promise.reject(signal.reason);
      const { results, end } = deal(lend, job, replications, (simulated, plan) => {
        if (plan !== undefined) plans.set(job, plan);
        return onReplication(simulated);
      });
      underWay.add(end);
      return results.finally(() => underWay.delete(end));
    },
    close: async () => {
      isClosed = true;
      await Promise.all(all.map((thread) => thread.close()));
    },
  };
}

/** Lends a thread for a job to whoever uses it, and takes it back. */
type Lend = <R>(job: Job, use: (thread: Thread) => Promise<R>) => Promise<R>;

/**
 * Deals replications to whichever thread is free; none is begun after a failure, or once `end` is called.
 */
function deal(
  lend: Lend,
  job: Job,
  replications: readonly number[],
  onReplication: (
    simulated: SimulatedReplication,
    plan: MeasurePlan | undefined,
  ) => ReturnType<OnReplication>,
): { readonly results: Promise<ReplicationResult[]>; readonly end: (why: unknown) => void } {
  let isOver = false;
  let end: (why: unknown) => void = () => {};
  const ended = new Promise<never>((_, reject) => {
    end = (why) => {
      isOver = true;
      reject(why);
    };
  });
  const simulated = replications.map((replication) =>
    lend(job, async (thread): Promise<ReplicationResult> => {
      if (isOver) return Promise.reject(new Error("not begun"));
      const answer = await thread.ask(job, { kind: "simulated", replication }).catch(failed);
      if (answer.kind !== "simulated") {
        // At once, or the thread would be lent to the next before anybody hears of this.
        isOver = true;
        throw new ReplicationError(job, replication, whyNot(answer));
      }
      // The thread gets no other task before this one is put away, or results would pile up.
      try {
        await onReplication(answer.simulated, answer.plan);
      } catch (failure) {
        // Whoever hears of a replication may end it all: none is begun after that either.
        isOver = true;
        throw failure;
      }
      return answer.simulated.result;
    }),
  );
  return { results: Promise.race([Promise.all(simulated), ended]), end };
}

/**
 * Makes the lender of threads: first come, first served, but that a thread goes on with the job whose world
 * it has, and else begins one that no other thread has. A world takes as long to make as a short replication
 * to simulate, and in a sweep of thousands of points every thread would make every world. `another` gives a
 * thread for one that has broken down; undefined where none is wanted any more.
 */
function lender(threads: Thread[], another: () => Thread | undefined): Lend {
  const free = [...threads];
  const waiting: { readonly job: Job; readonly take: (thread: Thread) => void }[] = [];
  const nextFor = (thread: Thread): number => {
    const same = waiting.findIndex(({ job }) => job === thread.job);
    if (same >= 0) return same;
    return Math.max(
      0,
      waiting.findIndex(({ job }) => !threads.some((other) => other.job === job)),
    );
  };
  const mended = (thread: Thread): Thread => {
    const fresh = thread.hasEnded ? another() : undefined;
    if (fresh === undefined) return thread;
    threads[threads.indexOf(thread)] = fresh;
    return fresh;
  };
  return async (job, use) => {
    const thread = free.pop() ?? (await new Promise<Thread>((take) => waiting.push({ job, take })));
    try {
      return await use(thread);
    } finally {
      const able = mended(thread);
      const [next] = waiting.length === 0 ? [] : waiting.splice(nextFor(able), 1);
      if (next === undefined) free.push(able);
      else next.take(able);
    }
  };
}

const failed = (failure: Error): Answer => ({ kind: "failed", why: failure.message });

const whyNot = (answer: Answer): string =>
  answer.kind === "failed" ? answer.why : "no answer to what was asked";
