import { CENSORED, countMembers, EVENT, type FollowUp, type Members } from "../../sim/stats/follow-up.ts";

/**
 * The plain way, one group and cause at a time over people in order, that `incidencesBy` is held against.
 * Returns the chance that `cause` has happened by `atMinutes` (that moment included) while every other
 * ending competes: the Aalen-Johansen cumulative incidence (Aalen and Johansen 1978). Endings of kind
 * `CENSORED` are censored. Needs one person; nobody gives null. Without censoring it is the plain share,
 * exactly. Past the longest follow-up the curve stays level, so the caller sees to it that somebody could
 * have been followed for `atMinutes`.
 *
 * Between two censorings each person at risk carries the same mass, survival / at risk (redistribution to
 * the right, Efron 1967), so endings are counted there and multiplied once; nothing is allocated.
 */
export function cumulativeIncidence(
  followUp: FollowUp,
  atMinutes: number,
  members?: Members,
  cause: number = EVENT,
): number | null {
  const { order, time, kind } = followUp;
  const code = members?.code;
  const wanted = members?.wanted;
  let atRisk = countMembers(order, members);
  if (atRisk === 0) return null;
  let survival = 1;
  let incidence = 0;
  let ofCause = 0;
  let ofAny = 0;
  for (let i = 0; i < order.length; i++) {
    const person = order[i] as number;
    if (code !== undefined && code[person] !== wanted) continue;
    if ((time[person] as number) > atMinutes) break;
    const ending = kind[person] as number;
    if (ending !== CENSORED) {
      ofAny++;
      if (ending === cause) ofCause++;
      continue;
    }
    if (ofAny > 0) {
      incidence += (survival * ofCause) / atRisk;
      survival = (survival * (atRisk - ofAny)) / atRisk;
      atRisk -= ofAny;
      ofCause = 0;
      ofAny = 0;
    }
    atRisk--;
  }
  return ofCause === 0 ? incidence : incidence + (survival * ofCause) / atRisk;
}
