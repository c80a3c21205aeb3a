import exp from "@stdlib/math-base-special-exp";
import { PURPOSE } from "../../random/purposes.ts";
import { exponential, lognormal } from "../../random/quantiles.ts";
import { uniform } from "../../random/threefry.ts";
import { EVENT } from "../events.ts";
import type { World } from "../world.ts";
import { beginFirstContact, comesTo } from "./attendance.ts";
import { contactMinutes } from "./modes.ts";

/**
 * Serves people as they are ready (`booking: as_ready`): each post has a first-come first-served queue and
 * no slots.
 */

/** Lets somebody join the queue of those who are ready. */
export function joinReady(w: World, patient: number): void {
  const c = w.patients.fields;
  c.token[patient]++;
  const post = c.post[patient];
  w.posts.ready.join(post, patient);
  if (w.posts.isBusy[post] === 0) serveNext(w, post);
}

/** Begins the contact of whoever is ready first. */
export function serveNext(w: World, post: number): void {
  const patient = w.posts.ready.serve(post);
  if (patient < 0) return;
  const c = w.patients.fields;
  const { contact: rule } = w.scenario;
  w.posts.isBusy[post] = 1;
  const u = uniform(c.key0[patient], c.key1[patient], c.appointments[patient], PURPOSE.serviceMinutes);
  const isComing = comesTo(w, patient);
  c.isComing[patient] = isComing ? 1 : 0;
  if (isComing) beginFirstContact(w, patient);
  c.slots[patient] = Math.max(
    1,
    Math.round(isComing ? drawMinutes(rule.length, contactMinutes(w, patient), u) : rule.missed),
  );
  w.calendar.schedule(w.now + c.slots[patient], EVENT.served, post, patient);
}

function drawMinutes(distribution: World["scenario"]["contact"]["length"], mean: number, u: number): number {
  if (distribution === "fixed") return mean;
  // The mean of a lognormal distribution with median 1 and sigma 1 is exp(1/2).
  return distribution === "exponential" ? exponential(u, mean) : mean * exp(-0.5) * lognormal(u, 1);
}
