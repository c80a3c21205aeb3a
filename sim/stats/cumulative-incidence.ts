import { CENSORED, EVENT, type FollowUp } from "./follow-up.ts";

const DAY = 1440;

/** Splits people into groups: a code for each person, 0 to `count` - 1; others are in no group. */
export interface Groups {
  readonly code: Uint8Array | Int32Array;
  readonly count: number;
}

/**
 * Returns the chance that an ending of each kind has come by `atMinutes` (that moment included) while the
 * others compete, in every group at once, at `group * kinds + kind`: the Aalen-Johansen cumulative incidence
 * (Aalen and Johansen 1978). NaN where a group has nobody. Without censoring it is the plain share, exactly.
 * Past the longest follow-up the curve stays level, so the caller sees to it that somebody could have been
 * followed for `atMinutes`.
 *
 * Nobody is put in order: endings between the same two censorings carry the same mass, survival / at risk
 * (redistribution to the right, Efron 1967), so only the censorings before `atMinutes` are sorted, and each
 * ending is counted behind those before it. People are read one after another as they lie in memory.
 */
export function incidencesBy(
  { time, kind }: Pick<FollowUp, "time" | "kind">,
  { code, count }: Groups,
  atMinutes: number,
  kinds: number,
): Float64Array {
  const members = new Int32Array(count);
  const starts = new Int32Array(count + 1);
  for (let i = 0; i < time.length; i++) {
    const group = code[i];
    if (!(group >= 0 && group < count)) continue;
    members[group]++;
    if (kind[i] === CENSORED && time[i] < atMinutes) starts[group + 1]++;
  }
  for (let group = 0; group < count; group++) starts[group + 1] += starts[group];
  const censored = censoringsOf(time, kind, { code, count }, atMinutes, starts);
  // Few large groups are searched from a table by the day: a search over thousands would be most of the
  // time.
  const days = starts[count] > 64 * count ? Math.floor(atMinutes / DAY) + 2 : 0;
  const byDay = days > 0 ? dayTable(censored, starts, days) : undefined;

  // A group with m censorings has m + 1 places between them.
  const endings = new Int32Array((starts[count] + count) * kinds);
  for (let i = 0; i < time.length; i++) {
    const group = code[i];
    if (!(group >= 0 && group < count) || kind[i] === CENSORED || time[i] > atMinutes) continue;
    const minutes = time[i];
    const day = group * days + Math.floor(minutes / DAY);
    const place =
      byDay === undefined
        ? countBelow(censored, starts[group], starts[group + 1], minutes)
        : countBelow(censored, byDay[day], byDay[day + 1], minutes);
    endings[(place + group) * kinds + kind[i]]++;
  }

  const incidences = new Float64Array(count * kinds).fill(NaN);
  for (let group = 0; group < count; group++) {
    if (members[group] === 0) continue;
    const own = incidences.subarray(group * kinds, (group + 1) * kinds).fill(0);
    let atRisk = members[group];
    let survival = 1;
    for (let place = starts[group]; place <= starts[group + 1]; place++) {
      const first = (place + group) * kinds;
      let ofAny = 0;
      for (let k = EVENT; k < kinds; k++) {
        const ofKind = endings[first + k];
        if (ofKind === 0) continue;
        ofAny += ofKind;
        own[k] += (survival * ofKind) / atRisk;
      }
      if (ofAny > 0) survival = (survival * (atRisk - ofAny)) / atRisk;
      atRisk -= ofAny + 1;
    }
  }
  return incidences;
}

function censoringsOf(
  time: FollowUp["time"],
  kind: Uint8Array,
  { code, count }: Groups,
  atMinutes: number,
  starts: Int32Array,
): Float64Array {
  const censored = new Float64Array(starts[count]);
  const filled = starts.slice();
  for (let i = 0; i < time.length; i++) {
    const group = code[i];
    if (kind[i] === CENSORED && time[i] < atMinutes && group >= 0 && group < count)
      censored[filled[group]++] = time[i];
  }
  for (let group = 0; group < count; group++) censored.subarray(starts[group], starts[group + 1]).sort();
  return censored;
}

/** Gives, for each group and day, the place before which its censorings are below the day's first minute. */
function dayTable(censored: Float64Array, starts: Int32Array, days: number): Int32Array {
  const groups = starts.length - 1;
  const table = new Int32Array(groups * days);
  for (let group = 0; group < groups; group++) {
    let place = starts[group];
    for (let day = 0; day < days; day++) {
      while (place < starts[group + 1] && censored[place] < day * DAY) place++;
      table[group * days + day] = place;
    }
  }
  return table;
}

/** Gives the place in a sorted stretch before which all are below a value. */
function countBelow(sorted: Float64Array, from: number, to: number, value: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
