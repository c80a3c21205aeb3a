import { MINUTES_PER_WEEK } from "../engine/minutes.ts";
import { NO_KIND, WAIT } from "../model/state/records.ts";
import type { World } from "../model/world.ts";
import { LABELS, type LabelGroups, packedCurves, packWait } from "../stats/packed-waits.ts";
import type { SurvivalCurves } from "../stats/survival-curves.ts";
import { FOCUSES } from "../words/focuses.ts";
import { ORGANISATION_TYPES } from "../words/organisation-types.ts";
import { type GroupWaits, WAIT_QUANTILES } from "./links.ts";

/** Waits of all, and of each type and focus of organisation, in the order of their ids. */
export interface OrganisationWaits {
  readonly all: GroupWaits;
  readonly ofType: readonly GroupWaits[];
  readonly ofFocus: readonly GroupWaits[];
}

const YEAR_OF_WAITING = 52 * MINUTES_PER_WEEK;

/** Labels are of a type and a focus; the number of types is the type of what was sent nowhere yet. */
const labelsBy = (groups: number, groupOf: (type: number, focus: number) => number): LabelGroups => ({
  groups,
  groupOf: Uint8Array.from({ length: LABELS }, (_, label) =>
    groupOf(Math.floor(label / FOCUSES.length), label % FOCUSES.length),
  ),
});
const ALL = labelsBy(1, () => 0);
const BY_TYPE = labelsBy(ORGANISATION_TYPES.length, (type) => type);
const BY_FOCUS = labelsBy(FOCUSES.length, (_, focus) => focus);

/** Measures the waits that began in the measured time; what has not started is censored. */
export function organisationWaits(w: World): OrganisationWaits {
  const link = curvesOf(linkWaits(w));
  const need = curvesOf(needWaits(w));
  const both = (by: keyof Curves, group: number): GroupWaits => ({
    link: { curves: link[by], group },
    need: { curves: need[by], group },
  });
  return {
    all: both("all", 0),
    ofType: ORGANISATION_TYPES.map((_, t) => both("ofType", t)),
    ofFocus: FOCUSES.map((_, f) => both("ofFocus", f)),
  };
}

interface Curves {
  readonly all: SurvivalCurves;
  readonly ofType: SurvivalCurves;
  readonly ofFocus: SurvivalCurves;
}

function curvesOf(waits: Uint32Array): Curves {
  waits.sort();
  const by = (labels: LabelGroups): SurvivalCurves =>
    packedCurves(
      waits,
      labels,
      YEAR_OF_WAITING,
      WAIT_QUANTILES.map((p) => p / 100),
    );
  return { all: by(ALL), ofType: by(BY_TYPE), ofFocus: by(BY_FOCUS) };
}

/** Gives the wait of each link from its being sent, packed, in the order of the log. */
export function linkWaits(w: World): Uint32Array {
  const { sentAt, kind, ...log } = w.linkWaits.columns;
  return packed(w, { ...log, length: w.linkWaits.length, beganAt: sentAt }, (entry) => kind[entry]);
}

/** Gives the wait of each need from its being known, packed, in the order of the log. */
export function needWaits(w: World): Uint32Array {
  const { knownAt, kind, focus, ...log } = w.needWaits.columns;
  return packed(w, { ...log, length: w.needWaits.length, beganAt: knownAt }, (entry) => {
    const type =
      kind[entry] === NO_KIND ? ORGANISATION_TYPES.length : Math.floor(kind[entry] / FOCUSES.length);
    return type * FOCUSES.length + focus[entry];
  });
}

interface Log {
  readonly length: number;
  readonly beganAt: Int32Array;
  readonly endedAt: Int32Array;
  readonly state: Uint8Array;
}

function packed(
  { clock }: World,
  { length, beganAt, endedAt, state }: Log,
  labelOf: (entry: number) => number,
): Uint32Array {
  const waits = new Uint32Array(length);
  let count = 0;
  for (let entry = 0; entry < length; entry++) {
    if (beganAt[entry] < clock.startMinute) continue;
    const until = state[entry] === WAIT.goesOn ? clock.endMinute : endedAt[entry];
    const isEvent = state[entry] === WAIT.started;
    waits[count++] = packWait(until - beganAt[entry], isEvent, labelOf(entry));
  }
  return waits.subarray(0, count);
}
