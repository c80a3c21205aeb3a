import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Executor, Job } from "../../sim/experiment/executor.ts";
import { ownThread } from "../../sim/experiment/own-thread.ts";
import { until } from "../../sim/experiment/until.ts";
import type { MeasurePlan } from "../../sim/measures/result.ts";
import { packageFolder } from "../scenarios/package-folder.ts";
import { type Dealt, deal, dealTogether, whyNot } from "./deal.ts";
import { lender } from "./lender.ts";
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
  const watched = <Results>({ results, end }: Dealt<Results>): Promise<Results> => {
    underWay.add(end);
    return results.finally(() => underWay.delete(end));
  };
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
    execute: (job, replications, onReplication = () => {}) =>
      signal.aborted
        ? Promise.reject(signal.reason)
        : watched(
            deal(lend, job, replications, (simulated, plan) => {
              if (plan !== undefined) plans.set(job, plan);
              return onReplication(simulated);
            }),
          ),
    executeTogether: (jobs, replications, onReplication = () => {}) => {
      if (signal.aborted) return Promise.reject(signal.reason);
      // Others that are under way keep threads busy too, and worlds are made anew for each part.
      const threads = Math.ceil(count / (underWay.size + 1));
      return watched(
        dealTogether(lend, threads, jobs, replications, (simulated, job, plan) => {
          if (plan !== undefined) plans.set(job, plan);
          return onReplication(simulated, job);
        }),
      );
    },
    close: async () => {
      isClosed = true;
      await Promise.all(all.map((thread) => thread.close()));
    },
  };
}
