import { EVENT, type FollowUp, type Members } from "../../sim/stats/follow-up.ts";
import { survivalAt } from "../../sim/stats/kaplan-meier.ts";

/** Absorbs the rounding of a survival that should just reach 1 - p, as in 27 of 30 for p = 0.9. */
const ROUNDING = 1e-12;

/**
 * The plain way, one group at a time and S(t) anew at each event, that `SurvivalCurves` are held against.
 * Returns the first time by which a share p has had the event, the least t with 1 - S(t) >= p, in minutes
 * (Kaplan and Meier 1958). Null where nobody is there, or where the curve never comes so far: the quantile
 * is not reached.
 */
export function survivalQuantile(followUp: FollowUp, p: number, members?: Members): number | null {
  for (const minutes of eventMinutes(followUp, members)) {
    const survival = survivalAt(followUp, minutes, members);
    if (survival !== null && 1 - survival >= p - ROUNDING) return minutes;
  }
  return null;
}

/**
 * The plain way, as above. Returns the mean time to the event restricted to `boundMinutes`, the area under S
 * up to the bound (Irwin 1949): what a person who stays waits on average when longer waits count as the
 * bound. Needs one person; nobody gives null. Past the longest follow-up S stays level up to the bound (Gill
 * 1980; R's survfit does the same), so that a longest wait that was cut short never reads as a short one.
 */
export function restrictedMean(followUp: FollowUp, boundMinutes: number, members?: Members): number | null {
  let survival = survivalAt(followUp, -1, members);
  if (survival === null) return null;
  let area = 0;
  let since = 0;
  for (const minutes of eventMinutes(followUp, members)) {
    if (minutes >= boundMinutes) break;
    area += survival * (minutes - since);
    since = minutes;
    survival = survivalAt(followUp, minutes, members) ?? survival;
  }
  return area + survival * (boundMinutes - since);
}

/** Lists the minutes at which somebody has the event, each once, in order. */
function eventMinutes({ order, time, kind }: FollowUp, members?: Members): Set<number> {
  const isOf = (person: number): boolean => members === undefined || members.code[person] === members.wanted;
  return new Set(
    [...order].filter((person) => kind[person] === EVENT && isOf(person)).map((person) => time[person]),
  );
}
