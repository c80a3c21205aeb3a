import { MINUTES_PER_WEEK } from "../../engine/minutes.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import { type Hearsay, MONTHS_HEARD as MONTHS } from "../state/practices.ts";
import type { World } from "../world.ts";

/**
 * **Confidence.** GPs refer less to a service that keeps people waiting and more to one whose links work.
 * Each month a practice's confidence moves a part (`speed`) of the way to 1 - `per_week_late` for each week
 * that the mean first wait of the last three months is over `patience` + `per_success` x (share of links
 * started - 1/2), within `least` and `most`. It multiplies the rate of referral. What it keeps back is
 * counted as never referred, not forgotten. Without a first contact or a link in three months there is no
 * evidence, and that part stays out.
 */
export const confidence: MechanismDeclaration<"confidence"> = {
  id: "confidence",
  evidence: ["M31", "M32"],
  parameters: ["confidence"],
  observable: "requests.never_referred, confidence.mean",
  off: (scenario) => ({ ...scenario, confidence: { ...scenario.confidence, speed: 0 } }),
};

/** Hears of something this month. */
export function hear(w: World, of: keyof Hearsay, practice: number, amount: number): void {
  w.practices.hearsay[of][practice * MONTHS + (w.month % MONTHS)] += amount;
}

/** Moves every practice's confidence for a month, and forgets the oldest of the three. */
export function moveConfidence(w: World): void {
  const rule = w.scenario.confidence;
  const { hearsay } = w.practices;
  for (const practice of w.part.practices) {
    const sum = (column: Float64Array): number => {
      let total = 0;
      for (let m = 0; m < MONTHS; m++) total += column[practice * MONTHS + m];
      return total;
    };
    const seen = sum(hearsay.seen);
    const sent = sum(hearsay.sent);
    const lateWeeks =
      seen > 0 ? Math.max(0, sum(hearsay.waitedMinutes) / seen - rule.patience) / MINUTES_PER_WEEK : 0;
    const success = sent > 0 ? sum(hearsay.started) / sent - 0.5 : 0;
    const target = 1 - rule.per_week_late * lateWeeks + rule.per_success * success;
    const bounded = Math.min(rule.most, Math.max(rule.least, target));
    w.practices.confidence[practice] += rule.speed * (bounded - w.practices.confidence[practice]);
  }
  const next = (w.month + 1) % MONTHS;
  for (const column of Object.values(hearsay))
    for (const practice of w.part.practices) column[practice * MONTHS + next] = 0;
}
