import { within } from "../random/purposes.ts";
import { uniform } from "../random/threefry.ts";
import type { World } from "./world.ts";

/**
 * Draws what is decided of a link (is it right, is the person eligible, taken up ...): one uniform for each
 * episode, need, attempt and purpose.
 */
export function drawOfLink(w: World, link: number, purpose: number): number {
  const { patient, need, attempt } = w.links.fields;
  const { key0, key1 } = w.patients.fields;
  const who = patient[link];
  return uniform(key0[who], key1[who], need[link], within(purpose, 0, attempt[link]));
}
