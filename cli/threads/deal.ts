import {
  type Job,
  type OnReplication,
  type OnReplicationOf,
  ReplicationError,
  type SimulatedReplication,
} from "../../sim/experiment/executor.ts";
import { inParts } from "../../sim/experiment/in-parts.ts";
import type { MeasurePlan, ReplicationResult } from "../../sim/measures/result.ts";
import type { Lend } from "./lender.ts";
import type { Answer } from "./protocol.ts";

/** Replications that are under way: what comes of them, and what ends them with a reason. */
export interface Dealt<Results> {
  readonly results: Promise<Results>;
  readonly end: (why: unknown) => void;
}

/**
 * Deals replications to whichever thread is free; none is begun after a failure, or once `end` is called.
 */
export function deal(
  lend: Lend,
  job: Job,
  replications: readonly number[],
  onReplication: (
    simulated: SimulatedReplication,
    plan: MeasurePlan | undefined,
  ) => ReturnType<OnReplication>,
): Dealt<ReplicationResult[]> {
  const { isOver, ended, end } = ending();
  const simulated = replications.map((replication) =>
    lend(job, async (thread): Promise<ReplicationResult> => {
      if (isOver()) return Promise.reject(new Error("not begun"));
      const answer = await thread.ask(job, { kind: "simulated", replication }).catch(failed);
      if (answer.kind !== "simulated") {
        // At once, or the thread would be lent to the next before anybody hears of this.
        const failure = new ReplicationError(job, replication, whyNot(answer));
        end(failure);
        throw failure;
      }
      // The thread gets no other task before this one is put away, or results would pile up.
      try {
        await onReplication(answer.simulated, answer.plan);
      } catch (failure) {
        // Whoever hears of a replication may end it all: none is begun after that either.
        end(failure);
        throw failure;
      }
      return answer.simulated.result;
    }),
  );
  return { results: Promise.race([Promise.all(simulated), ended]), end };
}

/** Replications of several jobs that a thread simulates at once: so many pasts may be held. */
const TOGETHER = 8;

/** Deals replications of several jobs out in parts, each with all jobs, as `deal` does those of one. */
export function dealTogether(
  lend: Lend,
  threads: number,
  jobs: readonly Job[],
  replications: readonly number[],
  onReplication: (
    simulated: SimulatedReplication,
    job: Job,
    plan: MeasurePlan | undefined,
  ) => ReturnType<OnReplicationOf>,
): Dealt<ReplicationResult[][]> {
  const { isOver, ended, end } = ending();
  const results = jobs.map(() => new Map<number, ReplicationResult>());
  const simulate = (part: readonly number[]): Promise<void> =>
    lend(jobs[0], async (thread) => {
      if (isOver()) return Promise.reject(new Error("not begun"));
      // One after another, as they come.
      let heard = Promise.resolve();
      const answer = await thread
        .askTogether(jobs, part, ({ of, simulated, plan }) => {
          results[of].set(simulated.result.replication, simulated.result);
          heard = heard.then(() => onReplication(simulated, jobs[of], plan));
          // It is waited for below; until then nobody else would hear that it failed.
          heard.catch(end);
        })
        .catch(failed);
      if (answer.kind !== "done") {
        const failure = failureOf(answer, jobs, part);
        end(failure);
        throw failure;
      }
      await heard;
    });
  // Threads take a part each before any takes a second.
  const size = Math.min(TOGETHER, Math.max(1, Math.ceil(replications.length / threads)));
  const all = Promise.all(inParts(replications, size).map(simulate)).then(() =>
    results.map((ofJob) => replications.map((replication) => ofJob.get(replication)!)),
  );
  return { results: Promise.race([all, ended]), end };
}

/** Says which replication of which job failed; the first of the part, where a thread has broken down. */
function failureOf(answer: Answer, jobs: readonly Job[], [first]: readonly number[]): ReplicationError {
  const { of = 0, replication = first } = answer.kind === "failed" ? answer : {};
  return new ReplicationError(jobs[of], replication, whyNot(answer));
}

/** Makes an end to what is under way: whether it is over, a promise that rejects then, and what ends it. */
function ending(): {
  readonly isOver: () => boolean;
  readonly ended: Promise<never>;
  readonly end: (why: unknown) => void;
} {
  let isOver = false;
  let reject: (why: unknown) => void = () => {};
  const ended = new Promise<never>((_, rejectEnded) => {
    reject = rejectEnded;
  });
  return {
    isOver: () => isOver,
    ended,
    end: (why) => {
      isOver = true;
      reject(why);
    },
  };
}

const failed = (failure: Error): Answer => ({ kind: "failed", why: failure.message });

/** Says why there is no answer of the kind that was asked for. */
export const whyNot = (answer: Answer): string =>
  answer.kind === "failed" ? answer.why : "no answer to what was asked";
