import type { Job } from "../../sim/experiment/executor.ts";
import type { Thread } from "./thread.ts";

/** Lends a thread for a job to whoever uses it, and takes it back. */
export type Lend = <R>(job: Job, use: (thread: Thread) => Promise<R>) => Promise<R>;

/**
 * Makes the lender of threads: first come, first served, but that a thread goes on with the job whose world
 * it has, and else begins one that no other thread has. A world takes as long to make as a short replication
 * to simulate, and in a sweep of thousands of points every thread would make every world. `another` gives a
 * thread for one that has broken down; undefined where none is wanted any more.
 */
export function lender(threads: Thread[], another: () => Thread | undefined): Lend {
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
