import { KINDS } from "../model/kinds.ts";
import { NO_KIND, WAIT } from "../model/state/records.ts";
import type { World } from "../model/world.ts";
import { CENSORED, EVENT, type FollowUp } from "../stats/follow-up.ts";
import { inOrder, splitOrder } from "../stats/order-by-time.ts";
import { FOCUSES } from "../words/focuses.ts";
import { ORGANISATION_TYPES } from "../words/organisation-types.ts";
import type { GroupWaits } from "./links.ts";

/** Waits of all, and of each type and focus of organisation, in the order of their ids. */
export interface OrganisationWaits {
  readonly all: GroupWaits;
  readonly ofType: readonly GroupWaits[];
  readonly ofFocus: readonly GroupWaits[];
}

/** Gathers the waits that began in the measured time; what has not started is censored. */
export function organisationWaits(w: World): OrganisationWaits {
  const links = w.linkWaits.columns;
  const link = followUps(
    w,
    w.linkWaits.length,
    links.sentAt,
    links,
    (entry) => links.kind[entry] % FOCUSES.length,
  );
  const needs = w.needWaits.columns;
  const need = followUps(w, w.needWaits.length, needs.knownAt, needs, (entry) => needs.focus[entry]);
  const both = (one: FollowUp, other: FollowUp): GroupWaits => ({ link: one, need: other });
  return {
    all: both(link.all, need.all),
    ofType: link.ofType.map((one, t) => both(one, need.ofType[t])),
    ofFocus: link.ofFocus.map((one, f) => both(one, need.ofFocus[f])),
  };
}

interface Log {
  readonly kind: Uint8Array;
  readonly endedAt: Int32Array;
  readonly state: Uint8Array;
}

interface FollowUps {
  readonly all: FollowUp;
  readonly ofType: readonly FollowUp[];
  readonly ofFocus: readonly FollowUp[];
}

function followUps(
  { clock }: World,
  length: number,
  beganAt: Int32Array,
  log: Log,
  focusOf: (entry: number) => number,
): FollowUps {
  let first = 0;
  while (first < length && beganAt[first] < clock.startMinute) first++;
  const size = length - first;
  const time = new Int32Array(size);
  const kind = new Uint8Array(size);
  const typeCode = new Uint8Array(size);
  const focusCode = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    const entry = first + i;
    const until = log.state[entry] === WAIT.goesOn ? clock.endMinute : log.endedAt[entry];
    time[i] = until - beganAt[entry];
    kind[i] = log.state[entry] === WAIT.started ? EVENT : CENSORED;
    typeCode[i] = log.kind[entry] === NO_KIND ? KINDS : Math.floor(log.kind[entry] / FOCUSES.length);
    focusCode[i] = focusOf(entry);
  }
  const all = inOrder({ time, kind });
  const split = (code: Uint8Array, groups: number): FollowUp[] =>
    splitOrder(all.order, code, groups).map((order) => ({ ...all, order }));
  return {
    all,
    ofType: split(typeCode, ORGANISATION_TYPES.length),
    ofFocus: split(focusCode, FOCUSES.length),
  };
}
