import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from "../model/clock.ts";
import { END_REASONS, ENDED } from "../model/events.ts";
import type { World } from "../model/world.ts";
import { incidencesBy } from "../stats/cumulative-incidence.ts";
import { COMPETING, EVENT, type FollowUp } from "../stats/follow-up.ts";
import { restrictedMean, survivalQuantile } from "../stats/kaplan-meier.ts";
import { orderByTime, splitOrder } from "../stats/order-by-time.ts";
import { quantiles } from "../stats/quantile.ts";
import {
  type Cohort,
  ENDING_KINDS,
  endingKind,
  ifStaying,
  REASON_KINDS,
  reaching,
  type Timed,
} from "./cohort.ts";
import { putFirstWaits } from "./first-waits.ts";
import type { Grouping } from "./groupings.ts";
import { GroupSink, ratio, type Sink } from "./sink.ts";

const YEAR_OF_WAITING = 52 * MINUTES_PER_WEEK;
const FOUR_WEEKS = 4 * MINUTES_PER_WEEK;
const LAST_DROPOFF = 6;
const QUANTILES = [50, 90, 95] as const;
const LEAVING = END_REASONS.filter((reason) => reason !== "finished");
const LOST_BEFORE = ["gave_up_waiting", "declined", "never_attended"] as const;

/** Puts what happened to those referred, for all of them and by group. */
export function putPeople(w: World, cohort: Cohort, sink: Sink): void {
  putGaps(w, cohort, sink);
  const first = reaching(w, cohort, 1);
  putFirstWaits(w.clock.endMinute - w.clock.startMinute, first, sink);
  const stayingKind = ifStaying(first.kind);
  const staying = { time: first.time, kind: stayingKind, order: orderByTime(first.time, stayingKind) };
  const third = reaching(w, cohort, 3);
  const { by } = w.scenario.measures;
  for (const grouping of cohort.groupings) {
    const groups = { code: grouping.code, count: grouping.names.length };
    // Without anybody followed for so long there are no such shares.
    const sharesBy = (timed: Timed, at: number, kinds = COMPETING + 1): Shares => {
      const canSee = w.clock.endMinute - w.clock.startMinute >= at;
      const shares = canSee ? incidencesBy(timed, groups, at, kinds) : undefined;
      return (g, kind) => shares?.[g * kinds + kind] ?? NaN;
    };
    const shares = {
      first: sharesBy(first, by),
      soon: sharesBy(first, FOUR_WEEKS),
      third: sharesBy(third, by),
      ending: sharesBy(cohort.ending, by, ENDING_KINDS),
      endingByReason: sharesBy(cohort.endingByReason, by, REASON_KINDS),
    };
    const orders = splitOrder(staying.order, grouping.code, groups.count);
    sumRecords(w, cohort, grouping, first).forEach((sums, g) => {
      const group = new GroupSink(sink, grouping.groupBy, grouping.names[g]);
      putGroup(group, g, shares, { ...staying, order: orders[g] }, sums);
    });
  }
}

/** Gives the share of a group whose follow-up ended in a way by some time, other ways competing. */
type Shares = (group: number, kind: number) => number;

/** Puts how long it is from one contact to the next. */
function putGaps(w: World, cohort: Cohort, sink: Sink): void {
  const log = w.contacts.columns;
  const last = new Int32Array(cohort.size).fill(-1);
  const gaps = new Float64Array(w.contacts.length);
  let count = 0;
  let total = 0;
  for (let entry = 0; entry < w.contacts.length; entry++) {
    const i = log.record[entry] - cohort.first;
    if (i < 0) continue;
    if (last[i] >= 0) {
      gaps[count] = (log.at[entry] - last[i]) / MINUTES_PER_DAY;
      total += gaps[count++];
    }
    last[i] = log.at[entry];
  }
  sink.put("wait.next_contact.mean", "all", "all", ratio(total, count));
  const values = quantiles(
    gaps.subarray(0, count),
    QUANTILES.map((p) => p / 100),
  );
  QUANTILES.forEach((p, n) => {
    sink.put(`wait.next_contact.p${p}`, "all", "all", values[n]);
  });
}

interface Sums {
  referred: number;
  engaged: number;
  reachedThree: number;
  gaveUp: number;
  unseenForLong: number;
  contacts: number;
  appointments: number;
  missed: number;
  needs: number;
  met: number;
  links: number;
  intervention: number;
  bounces: number;
}

function putGroup(
  group: GroupSink,
  g: number,
  shares: Readonly<Record<"first" | "soon" | "third" | "ending" | "endingByReason", Shares>>,
  /** To the first contact, with every other ending censored: the wait of one who stays. */
  staying: FollowUp,
  sums: Sums,
): void {
  group.put("people.referred", sums.referred);
  group.put("people.engaged", sums.engaged);
  group.put("people.reached_3", sums.reachedThree);
  group.put("people.gave_up", sums.gaveUp);
  group.put("people.waiting_4_weeks", sums.unseenForLong);
  group.put("engaged.share", shares.first(g, EVENT));
  group.put("reached_3.share", shares.third(g, EVENT));
  group.put("wait.first_contact.within_4_weeks", shares.soon(g, EVENT));
  group.put("wait.first_contact.mean", inDays(restrictedMean(staying, YEAR_OF_WAITING)));
  for (const p of QUANTILES)
    group.put(`wait.first_contact.p${p}`, inDays(survivalQuantile(staying, p / 100)));
  group.put("contacts.per_referral", ratio(sums.contacts, sums.referred));
  group.put("appointments.per_referral", ratio(sums.appointments, sums.referred));
  group.put("dna.share", ratio(sums.missed, sums.appointments));
  group.put("links.per_referral", ratio(sums.links, sums.referred));
  group.put("intervention.share", ratio(sums.intervention, sums.referred));
  group.put("bounces.per_patient", ratio(sums.bounces, sums.engaged));
  group.put("needs.met_share", ratio(sums.met, sums.needs));
  let lost = 0;
  for (const reason of LEAVING) {
    const share = shares.endingByReason(g, ENDED[reason] + 1);
    if ((LOST_BEFORE as readonly string[]).includes(reason)) lost += share;
    group.put(`lost.share.${reason}`, share);
  }
  group.put("lost.share", lost);
  group.put("finished.share", shares.endingByReason(g, ENDED.finished + 1));
  for (let n = 0; n <= LAST_DROPOFF; n++) {
    const left = shares.ending(g, endingKind(n, false));
    group.put(DROPOFF[n], left);
    group.put(LEFT_OR_FINISHED[n], left + shares.ending(g, endingKind(n, true)));
  }
}

const DROPOFF = Array.from({ length: LAST_DROPOFF + 1 }, (_, n) => `dropoff.after_${n}`);
const LEFT_OR_FINISHED = Array.from({ length: LAST_DROPOFF + 1 }, (_, n) => `left_or_finished.after_${n}`);

function inDays(minutes: number | null): number | null {
  return minutes === null ? null : minutes / MINUTES_PER_DAY;
}

function sumRecords(w: World, cohort: Cohort, grouping: Grouping, first: Timed): Sums[] {
  const e = w.episodes.columns;
  const sums = grouping.names.map(
    (): Sums => ({
      referred: 0,
      engaged: 0,
      reachedThree: 0,
      gaveUp: 0,
      unseenForLong: 0,
      contacts: 0,
      appointments: 0,
      missed: 0,
      needs: 0,
      met: 0,
      links: 0,
      intervention: 0,
      bounces: 0,
    }),
  );
  for (let i = 0; i < cohort.size; i++) {
    const group = sums[grouping.code[i]];
    if (group === undefined) continue;
    const r = cohort.first + i;
    group.referred++;
    if (e.contacts[r] >= 1) group.engaged++;
    if (e.contacts[r] >= 3) group.reachedThree++;
    if (e.reason[r] === ENDED.gave_up_waiting) group.gaveUp++;
    if (first.time[i] > FOUR_WEEKS) group.unseenForLong++;
    group.contacts += e.contacts[r];
    group.appointments += e.appointments[r];
    group.missed += e.missed[r];
    group.needs += e.needs[r];
    group.met += e.met[r];
    group.links += e.links[r];
    if (e.started[r] > 0) group.intervention++;
    group.bounces += e.bounces[r];
  }
  return sums;
}
