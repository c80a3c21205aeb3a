import type { MeanInterval } from "../../sim/stats/mean-interval.ts";
import { numberText } from "../../sim/words/numbers.ts";
import { differenceInterval, type SummaryInput } from "./summary-input.ts";

/** Waits and shares that speak of those referred, and which way is better. */
const OF_THOSE_REFERRED = [
  { metric: "reached_3.share", better: 1 },
  { metric: "wait.first_contact.within_4_weeks", better: 1 },
  { metric: "wait.first_contact.mean", better: -1 },
] as const;

/** Warns where waits or shares go one way and people the other, because others are referred: a practice that loses its post has no wait. Empty where they agree. */
export function whoIsCountedText(base: SummaryInput, other: SummaryInput): string {
  const signOf = (metric: string): number => knownSign(differenceInterval(base, other, metric));
  const people = signOf("people.reached_3");
  const referred = differenceInterval(base, other, "people.referred");
  const isOtherWay = OF_THOSE_REFERRED.some(({ metric, better }) => signOf(metric) * better === -people);
  if (people === 0 || knownSign(referred) !== people || !isOtherWay) return "";
  const count = numberText(Math.abs(referred.mean ?? 0), 0);
  return people < 0
    ? `Mind what is better here: waits and shares are of those who are still referred, ${count} people fewer. By people, the other scenario does worse.`
    : `Mind what is worse here: waits and shares are of all who are referred, ${count} people more. By people, the other scenario does better.`;
}

/** Gives the side of 0 on which a difference lies, 0 if that is not known. */
function knownSign({ ciLow, ciHigh }: MeanInterval): number {
  if (ciLow === null || ciHigh === null) return 0;
  return Number(ciLow > 0) - Number(ciHigh < 0);
}
