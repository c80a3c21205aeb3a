import { planCasework } from "../diary.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import type { World } from "../world.ts";
import { timeForNetworking } from "./integration.ts";

/**
 * **Squeeze.** Casework crowds out the rest. From a caseload of 80 % of the cap on, a growing part of the
 * time for networking and practice development goes to casework, at a full caseload the part `squeeze` of
 * it; networking time that is protected stays. Without a cap there is no full caseload and no squeeze.
 */
export const squeeze: MechanismDeclaration<"squeeze"> = {
  id: "squeeze",
  evidence: ["M22", "M26", "M27", "W13", "W14"],
  parameters: ["link_workers.squeeze", "link_workers.time"],
  observable: "hours.networking, hours.practice, hours.casework",
  off: (scenario) => ({ ...scenario, link_workers: { ...scenario.link_workers, squeeze: 0 } }),
};

/** Part of its cap up to which a post is free of overload, and the rest, over which overload grows to 1. */
const FREE = 0.8;
const FILLING = 0.2;

/** Gives how overloaded a post is: 0 up to 80 % of its cap, 1 at the cap. */
export function overload(w: World, post: number): number {
  const cap = w.posts.cap[post];
  if (cap === Infinity) return 0;
  return Math.min(1, Math.max(0, (w.posts.caseload[post] - FREE * cap) / (FILLING * cap)));
}

/**
 * Plans a post's week by its practices' integration and its caseload; gives the shares for networking and
 * practice development, the rest is casework's.
 */
export function planWeek(w: World, post: number): { networking: number; practice: number } {
  const { time, squeeze: most, protected_networking: shielded } = w.scenario.link_workers;
  const lost = most * overload(w, post);
  const toNetworking = timeForNetworking(w, post);
  const networking = Math.max(0, time.networking + toNetworking);
  const lostNetworking = lost * (1 - shielded);
  const freed = lostNetworking * networking + lost * time.practice - (networking - time.networking);
  planCasework(w, post, Math.min(1, Math.max(0, time.casework + freed)));
  w.posts.developing[post] = 1 - lost;
  return { networking: networking * (1 - lostNetworking), practice: time.practice * (1 - lost) };
}
