import { countMembers, EVENT, type FollowUp, type Members } from "./follow-up.ts";

/**
 * Returns the share still without the event after `atMinutes`: the product-limit estimate S(t) (Kaplan and
 * Meier 1958), all kinds but `EVENT` censored, so it speaks of somebody who stays. Needs one person; nobody
 * gives null. Past the longest follow-up the curve stays level (Gill 1980).
 */
export function survivalAt(followUp: FollowUp, atMinutes: number, members?: Members): number | null {
  const { order, time, kind } = followUp;
  const code = members?.code;
  const wanted = members?.wanted;
  let atRisk = countMembers(order, members);
  if (atRisk === 0) return null;
  let survival = 1;
  let events = 0;
  for (let i = 0; i < order.length; i++) {
    const person = order[i] as number;
    if (code !== undefined && code[person] !== wanted) continue;
    if ((time[person] as number) > atMinutes) break;
    if (kind[person] === EVENT) {
      events++;
      continue;
    }
    if (events > 0) {
      survival = (survival * (atRisk - events)) / atRisk;
      atRisk -= events;
      events = 0;
    }
    atRisk--;
  }
  return events === 0 ? survival : (survival * (atRisk - events)) / atRisk;
}

/**
 * Returns the share with the event by `boundMinutes` (that moment included), 1 - S(bound); nobody gives
 * null.
 */
export function shareWithin(followUp: FollowUp, boundMinutes: number, members?: Members): number | null {
  const survival = survivalAt(followUp, boundMinutes, members);
  return survival === null ? null : 1 - survival;
}
