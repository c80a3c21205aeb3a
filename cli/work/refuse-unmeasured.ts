import { sweepPoints } from "../../sim/experiment/design/points.ts";
import { ownThread } from "../../sim/experiment/own-thread.ts";
import { jobOf } from "../../sim/experiment/replicate.ts";
import { TARGET_METRICS } from "../../sim/measures/wait-targets.ts";
import * as messages from "../messages/index.ts";
import { badInput } from "../terminal/exit-codes.ts";
import type { SweepWork } from "./sweep-work.ts";

/**
 * Refuses metrics of which the table of a sweep would have no row: neither its first point nor its last
 * measures them.
 */
export async function refuseUnmeasured({ plan, load }: SweepWork): Promise<void> {
  if (plan.metrics === null) return;
  const executor = ownThread();
  const points = [...sweepPoints(plan)];
  const measured = new Set<string>();
  for (const { set } of new Set([points[0], points[points.length - 1]])) {
    const { metrics } = await executor.plan(jobOf(load(set), { seed: plan.seed, detail: "summary" }));
    for (const { metric } of metrics) measured.add(metric);
  }
  const complaints = plan.metrics
    .filter((metric) => !measured.has(metric))
    .map((metric) => (isForStandards(metric) ? messages.needsStandard(metric) : messages.notInSweep(metric)));
  if (complaints.length > 0)
    throw badInput([...complaints, messages.nothingRun(complaints.length)].join("\n"));
}

const isForStandards = (metric: string): boolean =>
  TARGET_METRICS.some((target) => target.metric === metric.replace(/\d+/, "N"));
