import { type SweepPoint, sweepPoints } from "../../sim/experiment/design/points.ts";
import { planSweep, type SweepPlan } from "../../sim/experiment/design/sweep-plan.ts";
import { jobOf } from "../../sim/experiment/replicate.ts";
import { checkLayout } from "../../sim/experiment/simulator.ts";
import { type LoadedScenario, readScenario } from "../../sim/scenario/load.ts";
import { renderProblem } from "../../sim/scenario/messages.ts";
import { ScenarioError } from "../../sim/scenario/problem.ts";
import { sourcesFromMap } from "../../sim/scenario/sources.ts";
import { badInput } from "../exit-codes.ts";
import * as messages from "../messages.ts";
import { cellsOf, type WorkCell } from "./cells.ts";
import type { SweepOrder } from "./order.ts";

/** A sweep that can be played: its plan, and the scenario at any of its points. */
export interface SweepWork {
  readonly plan: SweepPlan;
  readonly load: (set?: readonly string[]) => LoadedScenario;
}

const RESOLVED = "/scenario.resolved.yaml";
const DEFAULTS = "/defaults.yaml";
const MOST_COMPLAINTS = 20;

/** Makes the work of a sweep from its scenario with every default filled in; from that text alone, so that the work is the same wherever it is done and done again. */
export function sweepWork(order: SweepOrder, resolved: string): SweepWork {
  const plan = planSweep({
    vary: order.vary.map((variation) => ({ ...variation, place: { file: "--vary" } })),
    design: order.design,
    points: order.points ?? undefined,
    replications: order.replications,
    seed: order.seed,
    metrics: order.metrics ?? undefined,
  });
  // The resolved text fills in everything, so that there are no defaults to lay under it.
  const files = new Map([
    [RESOLVED, resolved],
    [DEFAULTS, resolved],
  ]);
  return { plan, load: readScenario(RESOLVED, sourcesFromMap(files, { defaults: DEFAULTS })) };
}

/** Refuses a sweep, before anything is played, if any of its points is no sound scenario. */
export function refuseUnsoundPoints({ plan, load }: SweepWork): void {
  const complaints: string[] = [];
  let unsound = 0;
  for (const point of sweepPoints(plan)) {
    try {
      const { scenario, template } = load(point.set);
      checkLayout(scenario, template);
    } catch (failure) {
      if (!(failure instanceof ScenarioError)) throw failure;
      unsound++;
      for (const problem of failure.problems)
        complaints.push(messages.problemAtPoint(pointText(point), renderProblem(problem)));
    }
  }
  if (unsound === 0) return;
  const shown = complaints.slice(0, MOST_COMPLAINTS);
  throw badInput([...shown, messages.unsoundPoints(unsound, complaints.length - shown.length)].join("\n"));
}

/** Gives the cells of a sweep, point by point. */
export function* sweepCells({ plan, load }: SweepWork): Generator<WorkCell> {
  for (const point of sweepPoints(plan)) {
    const job = jobOf(load(point.set), { seed: plan.seed, detail: "summary" });
    yield* cellsOf(job, plan.replications, point.point);
  }
}

/** Names a point by what it sets. */
export function pointText({ point, set }: SweepPoint): string {
  return `point ${point} (${set.join(", ")})`;
}
