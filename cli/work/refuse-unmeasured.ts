import { sweepPoints } from "../../sim/experiment/design/points.ts";
import { ownThread } from "../../sim/experiment/own-thread.ts";
import { jobOf } from "../../sim/experiment/replicate.ts";
import { TARGET_METRICS } from "../../sim/measures/wait-targets.ts";
import { messages } from "../messages/index.ts";
import { badInput } from "../terminal/exit-codes.ts";
import type { SweepWork } from "./sweep-work.ts";

/** Refuses metrics of which the table of a sweep would have no row: none of its points measures them. */
export async function refuseUnmeasured({ plan, load }: SweepWork): Promise<void> {
  if (plan.metrics === null) return;
  const executor = ownThread();
  const unmeasured = new Set(plan.metrics);
  for (const { set } of sweepPoints(plan)) {
    // A plan takes a world to be laid out: at most points one is enough.
    if (unmeasured.size === 0) return;
    const { metrics } = await executor.plan(jobOf(load(set), { seed: plan.seed, detail: "summary" }));
    for (const { metric } of metrics) unmeasured.delete(metric);
  }
  const complaints = [...unmeasured].map((metric) =>
    isForStandards(metric) ? messages.needsStandard(metric) : messages.notInSweep(metric),
  );
  if (complaints.length > 0)
    throw badInput([...complaints, messages.nothingRun(complaints.length)].join("\n"));
}

const isForStandards = (metric: string): boolean =>
  TARGET_METRICS.some((target) => target.metric === metric.replace(/\d+/, "N"));
