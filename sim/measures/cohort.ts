import { MINUTES_PER_YEAR } from "../model/clock.ts";
import { ENDED } from "../model/events.ts";
import { isIntegrated } from "../model/mechanisms/integration.ts";
import type { World } from "../model/state.ts";
import { REFERRAL_SOURCES } from "../scenario/vocabulary.ts";
import { CENSORED, COMPETING, EVENT, type FollowUp } from "../stats/follow-up.ts";
import { orderByTime } from "../stats/order-by-time.ts";

/** Highest number of contacts that the retention table follows. */
export const MOST_CONTACTS = 12;

/** Splits those referred into groups: a code for each person, and the groups' names. */
export interface Grouping {
  readonly groupBy: string;
  readonly names: readonly string[];
  readonly code: Int32Array;
}

/** Holds those referred in the measured time, who are counted "of those referred": carried-in people are not among them. */
export interface Cohort {
  readonly size: number;
  /** Record of each person's episode in the log. */
  readonly record: Int32Array;
  readonly groupings: readonly Grouping[];
  /** For n = 1 to `MOST_CONTACTS`, at n - 1: time from referral to contact n; other endings compete, the end of the run censors. */
  readonly reaching: readonly FollowUp[];
  /** Time to the first contact with every other ending censored: the wait of one who stays. */
  readonly staying: FollowUp;
  /** Time to the end of the episode; the kind is `endingKind` of contacts and reason. */
  readonly ending: FollowUp;
  /** The same time; the kind is the reason + 1. */
  readonly endingByReason: FollowUp;
}

const FINISHED_BIT = 1;

/** Codes an ending by the number of contacts (15 and more together) and whether the person finished. */
export function endingKind(contacts: number, hasFinished: boolean): number {
  return 2 + (Math.min(15, contacts) << 1) + (hasFinished ? FINISHED_BIT : 0);
}

/** Gathers the cohort of a finished replication. */
export function gatherCohort(w: World): Cohort {
  const { startMinute, endMinute } = w.clock;
  const e = w.episodes.columns;
  const local = new Int32Array(w.episodes.length).fill(-1);
  const records: number[] = [];
  for (let r = 0; r < w.episodes.length; r++) {
    if (e.requestedAt[r] < startMinute) continue;
    local[r] = records.length;
    records.push(r);
  }
  const record = Int32Array.from(records);
  const size = record.length;
  const endTime = new Int32Array(size);
  const stillIn = new Uint8Array(size);
  const endKind = new Uint8Array(size);
  const reasonKind = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    const r = record[i];
    const reason = e.reason[r];
    stillIn[i] = reason === ENDED.open ? 1 : 0;
    endTime[i] = (reason === ENDED.open ? endMinute : e.endedAt[r]) - e.requestedAt[r];
    endKind[i] = reason === ENDED.open ? CENSORED : endingKind(e.contacts[r], reason === ENDED.finished);
    reasonKind[i] = reason === ENDED.open ? CENSORED : reason + 1;
  }

  const times = Array.from({ length: MOST_CONTACTS }, () => endTime.slice());
  const kinds = Array.from({ length: MOST_CONTACTS }, () =>
    stillIn.map((isIn) => (isIn === 1 ? CENSORED : COMPETING)),
  );
  const log = w.contacts.columns;
  for (let entry = 0; entry < w.contacts.length; entry++) {
    const number = log.number[entry];
    const i = local[log.record[entry]];
    if (i < 0 || number > MOST_CONTACTS) continue;
    // A first contact served as ready is dated by its beginning, later ones by their end; in a diary both are the appointment.
    const at = number === 1 ? e.firstContactAt[log.record[entry]] : log.at[entry];
    times[number - 1][i] = at - e.requestedAt[log.record[entry]];
    kinds[number - 1][i] = EVENT;
  }
  const reaching = times.map((time, n) => ({ time, kind: kinds[n], order: orderByTime(time, kinds[n]) }));
  const [first] = reaching;
  const endOrder = orderByTime(endTime, endKind);
  return {
    size,
    record,
    groupings: groupingsOf(w, record),
    reaching,
    staying: { ...first, kind: first.kind.map((kind) => (kind === EVENT ? EVENT : CENSORED)) },
    ending: { time: endTime, kind: endKind, order: endOrder },
    endingByReason: { time: endTime, kind: reasonKind, order: endOrder },
  };
}

function groupingsOf(w: World, record: Int32Array): Grouping[] {
  const e = w.episodes.columns;
  const { layout, scenario, clock } = w;
  const by = (groupBy: string, names: readonly string[], code: (r: number) => number): Grouping => ({
    groupBy,
    names,
    code: record.map((r) => code(r)),
  });
  const years = Math.max(1, Math.ceil((clock.endMinute - clock.startMinute) / MINUTES_PER_YEAR - 1e-3));
  return [
    by("all", ["all"], () => 0),
    by(
      "practice",
      layout.practices.map(({ id }) => id),
      (r) => e.practice[r],
    ),
    by(
      "link_worker",
      layout.posts.map(({ id }) => id),
      (r) => e.post[r],
    ),
    by("integration", ["partial", "full"], (r) => (isIntegrated(w, e.practice[r]) ? 1 : 0)),
    by("quintile", ["1", "2", "3", "4", "5"], (r) => e.quintile[r]),
    by("sex", ["women", "men"], (r) => e.sex[r]),
    by("age_band", Object.keys(scenario.people.age_bands), (r) => e.ageBand[r]),
    by("crisis", ["no", "yes"], (r) => e.crisis[r]),
    by("source", REFERRAL_SOURCES, (r) => e.source[r]),
    by(
      "year",
      Array.from({ length: years }, (_, n) => String(n + 1)),
      (r) => Math.min(years - 1, Math.floor((e.requestedAt[r] - clock.startMinute) / MINUTES_PER_YEAR)),
    ),
  ];
}
