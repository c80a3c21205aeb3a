import { otherPeople } from "../../sim/findings/who-is-counted.ts";
import type { ScenarioResults } from "../../sim/measures/scenario-results.ts";
import { numberText } from "../../sim/words/numbers.ts";

/**
 * Warns where waits or shares go one way and people the other, because others are referred. Empty where they
 * agree.
 */
export function whoIsCountedText(base: ScenarioResults, other: ScenarioResults): string {
  const found = otherPeople(base, other);
  if (found === null) return "";
  const count = numberText(found.referred, 0);
  return found.people === "fewer"
    ? `Mind what is better here: waits and shares are of those who are still referred, ${count} people ` +
        "fewer. By people, the other scenario does worse."
    : `Mind what is worse here: waits and shares are of all who are referred, ${count} people more. By ` +
        "people, the other scenario does better.";
}
