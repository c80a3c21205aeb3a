import { PURPOSE } from "../../random/purposes.ts";
import { uniform } from "../../random/threefry.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import type { World } from "../world.ts";

/**
 * **Integration.** How far a practice makes the programme its own, in the constructs of normalisation
 * process theory. Each construct moves each month a part (`speed`) of the way to the mean of its two
 * drivers: coherence to continuity of support and few competing innovations; cognitive participation to
 * shared leadership and team relationships; collective action to team relationships and few competing
 * innovations. Reflexive monitoring stays low, as in every pilot practice. A practice is fully integrated
 * when the first three are 0.5 or more. The less integrated, the more of the link worker's week goes to
 * casework at the cost of networking, and the fewer take up a first appointment.
 */
export const integration: MechanismDeclaration<"integration"> = {
  id: "integration",
  evidence: ["M25", "M26", "M27", "PR9", "W14"],
  parameters: ["integration"],
  observable: "integrated.share, hours.networking",
  off: (scenario) => ({
    ...scenario,
    integration: { ...scenario.integration, speed: 0, time: 0, uptake: 0 },
  }),
};

const CONSTRUCTS = 3;
/**
 * The drivers of each construct, by number: leadership 0, team 1, continuity 2, few competing innovations 3.
 */
const DRIVERS = [
  [2, 3],
  [0, 1],
  [1, 3],
] as const;
const FULL = 0.5;

/** Sets every practice to the start: low scores, and drivers given or drawn. */
export function beginIntegration(w: World): void {
  const { start, drivers } = w.scenario.integration;
  const [low, high] = drivers;
  w.practices.scores.fill(start);
  for (let practice = 0; practice < w.layout.practices.length; practice++) {
    const given = w.layout.practices[practice].drivers;
    const named = given && [given.leadership, given.team, given.continuity, given.few_innovations];
    for (let driver = 0; driver < 4; driver++) {
      const u = uniform(w.practices.key0[practice], w.practices.key1[practice], driver, PURPOSE.driver);
      w.practices.drivers[practice * 4 + driver] = named?.[driver] ?? low + (high - low) * u;
    }
  }
}

/** Moves every practice's scores for a month. */
export function integrate(w: World): void {
  const { speed } = w.scenario.integration;
  for (const practice of w.part.practices) {
    for (let construct = 0; construct < CONSTRUCTS; construct++) {
      const [one, other] = DRIVERS[construct];
      const target =
        (w.practices.drivers[practice * 4 + one] + w.practices.drivers[practice * 4 + other]) / 2;
      const at = practice * CONSTRUCTS + construct;
      w.practices.scores[at] += speed * (target - w.practices.scores[at]);
    }
  }
}

/**
 * Raises the drivers of practices, all or those named: shared leadership, time for the team, and the like.
 */
export function supportIntegration(w: World, ids: readonly string[] | undefined, by: number): void {
  w.layout.practices.forEach(({ id }, practice) => {
    if (ids !== undefined && !ids.includes(id)) return;
    for (let driver = 0; driver < 4; driver++)
      w.practices.drivers[practice * 4 + driver] = Math.min(
        1,
        w.practices.drivers[practice * 4 + driver] + by,
      );
  });
}

/** Says whether a practice is fully integrated. */
export function isIntegrated(w: World, practice: number): boolean {
  return lowestScore(w, practice) >= FULL;
}

/**
 * Gives how integrated a practice is for what depends on it by degrees: 0 at the start, 1 from a lowest
 * score of 0.6 on.
 */
export function degree(w: World, practice: number): number {
  const { start } = w.scenario.integration;
  return Math.min(1, Math.max(0, (lowestScore(w, practice) - start) / (FULL + 0.1 - start)));
}

/**
 * Gives by how much a post's share of casework is under its plan (over, if negative), and that of networking
 * over it.
 */
export function timeForNetworking(w: World, post: number): number {
  const practices = w.staffing.practicesOf[w.staffing.poolOfPost[post]];
  let sum = 0;
  for (const practice of practices) sum += degree(w, practice);
  return w.scenario.integration.time * (sum / practices.length - 0.5);
}

function lowestScore(w: World, practice: number): number {
  let lowest = 1;
  for (let construct = 0; construct < CONSTRUCTS; construct++)
    lowest = Math.min(lowest, w.practices.scores[practice * CONSTRUCTS + construct]);
  return lowest;
}
