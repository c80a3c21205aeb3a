import type { MeasurePlan, ReplicationResult } from "../measures/result.ts";
import { type SweepPoint, sweepPoints } from "./design/points.ts";
import type { SweepPlan } from "./design/sweep-plan.ts";
import { type Playable, type PlayOptions, playerOf } from "./play-options.ts";
import { jobOf, range } from "./replicate.ts";

/** Changes how a sweep is played. */
export interface SweepOptions extends PlayOptions {
  /** Points that are in play together, so that no thread waits for the last replication of one; 1 if left out. */
  readonly atOnce?: number;
  /** Points to leave out, by number; none if left out. */
  readonly without?: ReadonlySet<number>;
}

/** Holds what was measured at one point, without what concerns a single practice, post or list. */
export interface PointResults {
  readonly point: SweepPoint;
  readonly plan: MeasurePlan;
  /** In order of replication, from 0. */
  readonly results: readonly ReplicationResult[];
}

/** Plays the points of a sweep and gives them in order as they are done; stop asking and no more are begun. `load` gives the scenario under changes, as `readScenario` does. */
export async function* sweep(
  load: (set: readonly string[]) => Playable,
  plan: SweepPlan,
  options: SweepOptions = {},
): AsyncGenerator<PointResults, void, undefined> {
  const { atOnce = 1, without = new Set() } = options;
  const player = playerOf(options);
  const inPlay: Promise<PointResults>[] = [];
  for (const point of sweepPoints(plan)) {
    if (without.has(point.point)) continue;
    const results = playPoint(load, plan, point, { ...options, player });
    // It is awaited in its turn; a failure before then must not end the program.
    results.catch(() => {});
    inPlay.push(results);
    if (inPlay.length >= atOnce) yield await (inPlay.shift() as Promise<PointResults>);
  }
  for (const results of inPlay) yield await results;
}

async function playPoint(
  load: (set: readonly string[]) => Playable,
  { seed, replications }: SweepPlan,
  point: SweepPoint,
  { player, onPlayed }: PlayOptions & Required<Pick<PlayOptions, "player">>,
): Promise<PointResults> {
  const job = jobOf(load(point.set), { seed, detail: "summary" });
  const results = await player.play(job, range(0, replications), onPlayed);
  // Afterwards: who has just played the job, or read it, knows what it measures.
  return { point, plan: await player.plan(job), results };
}
