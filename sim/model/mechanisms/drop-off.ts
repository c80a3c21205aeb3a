import { MINUTES_PER_WEEK } from "../../engine/minutes.ts";
import { PURPOSE } from "../../random/purposes.ts";
import { logistic } from "../../random/quantiles.ts";
import { uniform } from "../../random/threefry.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import type { World } from "../world.ts";

/**
 * **Drop-off.** When contact n + 1 is booked, one draw says whether the person will have left by then. The
 * log odds rise after the first contact, with the weeks that the slot lies beyond the wanted day, with each
 * failed link and at the two bookings after a change of link worker, and fall with the person's readiness,
 * which is fixed. A leaver misses that appointment, is not booked again, and frees the place then. Leaving
 * is apart from finishing.
 */
export const dropOff: MechanismDeclaration<"drop-off"> = {
  id: "drop-off",
  evidence: ["M11", "C1", "C3"],
  parameters: ["drop_off", "people.readiness_sd"],
  observable: "dropoff.after_N, left_or_finished.after_N, reached_3.share",
  off: (scenario) => ({ ...scenario, drop_off: { ...scenario.drop_off, base: -Infinity } }),
};

/** Bookings for which a link worker is new to somebody. */
export const NEW_FOR = 2;

/** Draws whether a person leaves before the next contact, which is booked some minutes later than wanted. */
export function leavesBefore(w: World, patient: number, minutesLate: number): boolean {
  const { drop_off: rule } = w.scenario;
  const c = w.patients.fields;
  const isNew = c.newFor[patient] > 0;
  if (isNew) c.newFor[patient]--;
  const logOdds =
    rule.base +
    (c.contacts[patient] === 1 ? rule.after_first : 0) +
    rule.per_week_late * (Math.max(0, minutesLate) / MINUTES_PER_WEEK) +
    rule.per_failed_link * c.failedLinks[patient] +
    (isNew ? rule.new_link_worker : 0) -
    rule.readiness * w.patients.readinessOf(patient);
  const chance = logistic(logOdds);
  w.journal?.because(w, patient, "leaving", {
    chance,
    weeksLate: Math.max(0, minutesLate) / MINUTES_PER_WEEK,
    contacts: c.contacts[patient],
    failedLinks: c.failedLinks[patient],
    isNewLinkWorker: isNew ? 1 : 0,
    readiness: w.patients.readinessOf(patient),
  });
  return uniform(c.key0[patient], c.key1[patient], c.contacts[patient], PURPOSE.leaving) < chance;
}
