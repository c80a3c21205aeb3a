import { CENSORED, EVENT } from "./follow-up.ts";
import type { Groups } from "./groups.ts";
import type { LinedUp } from "./lined-up.ts";

/**
 * Returns the chance that an ending of each kind has come by `atMinutes` (that moment included) while the
 * others compete, in every group at once, at `group * kinds + kind`: the Aalen-Johansen cumulative incidence
 * (Aalen and Johansen 1978). NaN where a group has nobody. Without censoring it is the plain share, exactly.
 * Past the longest follow-up the curve stays level, so the caller sees to it that somebody could have been
 * followed for `atMinutes`.
 *
 * One walk past the people, who are lined up for other groups and times too. Endings between the same two
 * censorings of a group carry the same mass, survival / at risk (redistribution to the right, Efron 1967), so
 * they are counted and settled together at the next censoring.
 */
export function incidencesBy(
  people: LinedUp,
  groups: Groups,
  atMinutes: number,
  kinds: number,
): Float64Array {
  const { sizes } = groups;
  const count = sizes.length;
  const curves: Curves = {
    kinds,
    atRisk: sizes.slice(),
    survival: new Float64Array(count).fill(1),
    incidences: new Float64Array(count * kinds),
    endedBy: new Int32Array(count * kinds),
  };
  const { atRisk, endedBy, incidences } = curves;
  for (let group = 0; group < count; group++)
    if (atRisk[group] === 0) incidences.fill(NaN, group * kinds, (group + 1) * kinds);

  const { kind } = people;
  const code = people.codesOf(groups);
  const within = people.countWithin(atMinutes);
  for (let i = 0; i < within; i++) {
    const group = code[i];
    if (group === count) continue;
    const ending = kind[i];
    if (ending === CENSORED) {
      settle(curves, group);
      atRisk[group]--;
    } else endedBy[group * kinds + ending]++;
  }
  for (let group = 0; group < count; group++) settle(curves, group);
  return incidences;
}

/** The curves of groups as far as the walk has come. */
interface Curves {
  readonly kinds: number;
  readonly atRisk: Int32Array;
  readonly survival: Float64Array;
  readonly incidences: Float64Array;
  /** Endings of each kind since a group's last censoring. */
  readonly endedBy: Int32Array;
}

/** Adds a group's endings since its last censoring to its curves, if there are any. */
function settle({ kinds, atRisk, survival, incidences, endedBy }: Curves, group: number): void {
  let ended = 0;
  for (let at = group * kinds + EVENT; at < (group + 1) * kinds; at++) {
    if (endedBy[at] === 0) continue;
    ended += endedBy[at];
    incidences[at] += (survival[group] * endedBy[at]) / atRisk[group];
    endedBy[at] = 0;
  }
  if (ended === 0) return;
  survival[group] = (survival[group] * (atRisk[group] - ended)) / atRisk[group];
  atRisk[group] -= ended;
}
