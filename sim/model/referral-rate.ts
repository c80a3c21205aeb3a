import { surgeFactor } from "./levers/demand-surge.ts";
import type { Practices } from "./state/practices.ts";
import type { World } from "./world.ts";

/** What rates follow from: before there is a world, a scenario is refused by them. */
export type Service = Pick<World, "scenario" | "layout" | "staffing"> & {
  readonly practices: Pick<Practices, "rate">;
};

/** Gives the yearly rate of a person of a practice at a minute: the chance a year of being requested. */
export function referralRate(w: World, practice: number, quintile: number, minute: number): number {
  const { onSite, servedSince } = w.staffing;
  const since = minute - Math.max(0, servedSince[practice]);
  return rateAt(w, rateAtList(w, practice, onSite[practice]), quintile, since, minute);
}

/**
 * Gives what the rate would be had the practice had a post on site all week since the first day of the run.
 */
export function rateWithPost(w: World, practice: number, quintile: number, minute: number): number {
  return rateAt(w, rateAtList(w, practice, 1), quintile, minute, minute);
}

/** Gives a practice's rate with a post on site for a share of the week, before all that changes with time. */
export function rateAtList(w: Service, practice: number, onSite: number): number {
  return w.practices.rate[practice] * (1 - w.scenario.referral.on_site * (1 - onSite));
}

function rateAt(w: World, atList: number, quintile: number, since: number, minute: number): number {
  const { referral: rule } = w.scenario;
  const growth = rule.ramp > 0 && since < rule.ramp ? since / rule.ramp : 1;
  return atList * rule.relative_rate[quintile] * growth * surgeFactor(w, "referrals", minute);
}
