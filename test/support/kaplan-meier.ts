import { countMembers, EVENT, type FollowUp, type Members } from "../../sim/stats/follow-up.ts";

/** Absorbs the rounding of a survival that should just reach 1 - p, as in 27 of 30 for p = 0.9. */
const ROUNDING = 1e-12;

/**
 * The plain way, one group at a time over people in order, that `SurvivalCurves` are held against.
 * Returns the first time by which a share p has had the event, the least t with 1 - S(t) >= p, in minutes
 * (Kaplan and Meier 1958). Null where nobody is there, or where the curve never comes so far: the quantile
 * is not reached.
 */
export function survivalQuantile(followUp: FollowUp, p: number, members?: Members): number | null {
  const { order, time, kind } = followUp;
  const code = members?.code;
  const wanted = members?.wanted;
  let atRisk = countMembers(order, members);
  let survival = 1;
  let events = 0;
  for (let i = 0; i < order.length; i++) {
    const person = order[i] as number;
    if (code !== undefined && code[person] !== wanted) continue;
    if (kind[person] === EVENT) {
      events++;
      if (1 - (survival * (atRisk - events)) / atRisk >= p - ROUNDING) return time[person] as number;
      continue;
    }
    if (events > 0) {
      survival = (survival * (atRisk - events)) / atRisk;
      atRisk -= events;
      events = 0;
    }
    atRisk--;
  }
  return null;
}

/**
 * The plain way, one group at a time over people in order, that `SurvivalCurves` are held against.
 * Returns the mean time to the event restricted to `boundMinutes`, the area under S up to the bound (Irwin
 * 1949): what a person who stays waits on average when longer waits count as the bound. Needs one person;
 * nobody gives null. Past the longest follow-up S stays level up to the bound (Gill 1980; R's survfit does
 * the same), so that a longest wait that was cut short never reads as a short one.
 */
export function restrictedMean(followUp: FollowUp, boundMinutes: number, members?: Members): number | null {
  const { order, time, kind } = followUp;
  const code = members?.code;
  const wanted = members?.wanted;
  let atRisk = countMembers(order, members);
  if (atRisk === 0) return null;
  let survival = 1;
  let current = 1;
  let events = 0;
  let area = 0;
  let since = 0;
  for (let i = 0; i < order.length; i++) {
    const person = order[i] as number;
    if (code !== undefined && code[person] !== wanted) continue;
    const minutes = time[person] as number;
    if (minutes >= boundMinutes) break;
    if (kind[person] === EVENT) {
      area += current * (minutes - since);
      since = minutes;
      events++;
      current = (survival * (atRisk - events)) / atRisk;
      continue;
    }
    if (events > 0) {
      survival = current;
      atRisk -= events;
      events = 0;
    }
    atRisk--;
  }
  return area + current * (boundMinutes - since);
}
