import { ownThread } from "../../sim/experiment/own-thread.ts";
import { type Job, type OnPlayed, type Player, ReplicationError } from "../../sim/experiment/player.ts";
import { until } from "../../sim/experiment/until.ts";
import type { ReplicationResult } from "../../sim/measures/result.ts";
import type { Answer } from "./protocol.ts";
import { Thread } from "./thread.ts";

const WORKER = new URL("./worker.js", import.meta.url);

/** Opens threads that play; with one, the caller's own does and none is started. Which thread plays what changes no result. */
export function openPool(workers: number, signal: AbortSignal, script: URL = WORKER): Player {
  return workers === 1 ? until(signal, ownThread()) : threads(workers, signal, script);
}

function threads(count: number, signal: AbortSignal, script: URL): Player {
  const all = Array.from({ length: count }, () => new Thread(script));
  const lend = lender(all);
  const inPlay = new Set<(why: unknown) => void>();
  // One listener for all that is in play: there may be hundreds.
  signal.addEventListener("abort", () => {
    for (const end of inPlay) end(signal.reason);
  });
  return {
    plan: (job) =>
      lend(async (thread) => {
        const answer = await thread.ask(job, { kind: "plan" });
        if (answer.kind !== "plan") throw new Error(whyNot(answer));
        return answer.plan;
      }),
    names: (job) =>
      lend(async (thread) => {
        const answer = await thread.ask(job, { kind: "names" });
        if (answer.kind !== "names") throw new Error(whyNot(answer));
        return answer.names;
      }),
    play: (job, replications, onPlayed = () => {}) => {
      if (signal.aborted) return Promise.reject(signal.reason);
      const { results, end } = deal(lend, job, replications, onPlayed);
      inPlay.add(end);
      return results.finally(() => inPlay.delete(end));
    },
    close: async () => {
      await Promise.all(all.map((thread) => thread.close()));
    },
  };
}

/** Lends one of some things to whoever uses it, and takes it back. */
type Lend<T> = <R>(use: (lent: T) => Promise<R>) => Promise<R>;

/** Deals replications to whichever thread is free; none is begun after a failure, or once `end` is called. */
function deal(
  lend: Lend<Thread>,
  job: Job,
  replications: readonly number[],
  onPlayed: OnPlayed,
): { readonly results: Promise<ReplicationResult[]>; readonly end: (why: unknown) => void } {
  let isOver = false;
  let end: (why: unknown) => void = () => {};
  const ended = new Promise<never>((_, reject) => {
    end = (why) => {
      isOver = true;
      reject(why);
    };
  });
  const played = replications.map((replication) =>
    lend(async (thread): Promise<ReplicationResult> => {
      if (isOver) return Promise.reject(new Error("not begun"));
      const answer = await thread.ask(job, { kind: "played", replication }).catch(failed);
      if (answer.kind !== "played") {
        // At once, or the thread would be lent to the next before anybody hears of this.
        isOver = true;
        throw new ReplicationError(job, replication, whyNot(answer));
      }
      // The thread gets no other task before this one is put away, or results would pile up.
      await onPlayed(answer.played);
      return answer.played.result;
    }),
  );
  return { results: Promise.race([Promise.all(played), ended]), end };
}

/** Makes the lender of some things: first come, first served. */
function lender<T>(things: readonly T[]): Lend<T> {
  const free = [...things];
  const waiting: ((thing: T) => void)[] = [];
  return async (use) => {
    const thing = free.pop() ?? (await new Promise<T>((resolve) => waiting.push(resolve)));
    try {
      return await use(thing);
    } finally {
      const next = waiting.shift();
      if (next === undefined) free.push(thing);
      else next(thing);
    }
  };
}

const failed = (failure: Error): Answer => ({ kind: "failed", why: failure.message });

const whyNot = (answer: Answer): string =>
  answer.kind === "failed" ? answer.why : "no answer to what was asked";
