import { PURPOSE } from "../../random/purposes.ts";
import { uniform } from "../../random/threefry.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import type { World } from "../world.ts";

/**
 * **Reliance.** The longer the case management, the harder the end: from a stated contact on, a person whose
 * needs are all seen to is kept open for one more contact with a chance that grows with each contact, up to
 * a limit. A maximum of contacts, which reviews cases out, ends it. Off unless switched on: the sources name
 * the danger and no number.
 */
export const reliance: MechanismDeclaration<"reliance"> = {
  id: "reliance",
  evidence: ["M24", "M34"],
  parameters: ["reliance", "contact.at_most"],
  observable: "contacts.per_referral, reached_3.share against wait.first_contact",
  off: (scenario) => ({ ...scenario, reliance: { ...scenario.reliance, per_contact: 0 } }),
};

/** Says whether somebody whose needs are all seen to comes once more all the same. */
export function comesOnceMore(w: World, patient: number): boolean {
  const { from, per_contact: perContact, at_most: most } = w.scenario.reliance;
  const c = w.patients.fields;
  const number = c.contacts[patient];
  if (perContact === 0 || number < from) return false;
  const chance = Math.min(most, perContact * (number - from + 1));
  w.journal?.because(w, patient, "onceMore", { chance });
  return uniform(c.key0[patient], c.key1[patient], number, PURPOSE.reliance) < chance;
}
