import { PURPOSE } from "../random/purposes.ts";
import { category } from "../random/quantiles.ts";
import { uniform } from "../random/threefry.ts";
import { FOCUS_COUNT } from "./kinds.ts";
import type { World } from "./world.ts";

/**
 * Sends some of those never seen, by the key of the episode that was not to be, to an organisation by
 * themselves: one more of its other clients.
 */
export function askForHelpElsewhere(w: World, practice: number, key0: number, key1: number): void {
  if (uniform(key0, key1, 0, PURPOSE.selfHelp) < w.scenario.waiting_list.self_help)
    joinOtherClients(w, practice, key0, key1, uniform(key0, key1, 0, PURPOSE.selfHelpPlace));
}

/**
 * Makes a person one of the other clients of an organisation within reach of the practice, for the first
 * need; nobody if there is none.
 */
export function joinOtherClients(w: World, practice: number, key0: number, key1: number, u: number): void {
  const { pool } = w.layout.practices[practice];
  const row = pool * FOCUS_COUNT + category(uniform(key0, key1, 0, PURPOSE.needFocus), w.shares.focus);
  const from = w.layout.reachStart[row];
  const options = w.layout.reachStart[row + 1] - from;
  if (options > 0)
    w.organisations.extraArrivals[w.layout.reachOrganisation[from + Math.floor(u * options)]]++;
}
