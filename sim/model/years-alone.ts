import { MINUTES_PER_YEAR } from "../engine/minutes.ts";
import {
  type AccountRules,
  type Accounts,
  costOfMonth,
  everyGrant,
  fillSlot,
  heldIncome,
  holds,
  isHeldAfter,
  renewGrants,
  type Slots,
  settleMonth,
  vacateSlot,
} from "./accounts.ts";

/**
 * Simulates years of an organisation that lives on funding alone, undisturbed, up to the first day; gives the
 * sum of its places over the months of the last `measured`. Months in which it does but save, or spend what
 * it saved, are passed at once: money is in whole pence, so the sums are the same.
 */
export function yearsAlone(
  a: Accounts,
  slots: Slots,
  o: number,
  rules: AccountRules,
  years: number,
  measured = 0,
): number {
  const firstMeasured = 1 - 12 * measured;
  const changesAt = new Float64Array(rules.grants).fill(-Infinity);
  let sum = 0;
  let last = minuteOfMonth(-12 * years);
  for (let month = 1 - 12 * years; month <= 0; ) {
    const wasOpen = slots.isOpen[o];
    monthAlone(a, slots, o, minuteOfMonth(month), last, rules);
    // Whoever opens in a slot holds every grant.
    if (slots.isOpen[o] !== wasOpen) changesAt.fill(-Infinity);
    const next = passQuietMonths(a, slots, o, rules, month, changesAt);
    sum += slots.places[o] * Math.max(0, next - Math.max(month, firstMeasured));
    last = minuteOfMonth(next - 1);
    month = next;
  }
  return sum;
}

/** Simulates a month; a slot that has fallen vacant is filled when its time has come. */
export function monthAlone(
  a: Accounts,
  slots: Slots,
  o: number,
  now: number,
  lastMonth: number,
  rules: AccountRules,
): void {
  const most = Math.floor(a.paidPlaces[o] + 1e-9);
  if (slots.isOpen[o] === 0) {
    if (now < a.opensAt[o]) return;
    a.grantsHeld[o] = everyGrant(rules);
    fillSlot(a, slots, o, now, heldIncome(a, o), most, rules);
    return;
  }
  renewGrants(a, slots, o, now, lastMonth, rules);
  if (settleMonth(a, slots, o, now, heldIncome(a, o), most, rules) !== "closed") return;
  slots.isOpen[o] = 0;
  slots.places[o] = 0;
  vacateSlot(a, slots, o, now, rules);
}

/**
 * Saves what the months after one save until something else can happen, at the latest those before the first
 * day; gives the next month to simulate. `changesAt` keeps when each grant is lost or won back next.
 */
function passQuietMonths(
  a: Accounts,
  slots: Slots,
  o: number,
  rules: AccountRules,
  month: number,
  changesAt: Float64Array,
): number {
  if (slots.isOpen[o] === 0) return Math.min(1, firstMonthFrom(a.opensAt[o], month + 1));
  const income = Math.round(heldIncome(a, o) / 12);
  const cost = costOfMonth(slots.places[o], rules);
  const isThinned = rules.cutFirst === "quality";
  const saved = isThinned ? Math.max(0, income - cost) : income - cost;
  const now = minuteOfMonth(month);
  let busy = a.noticeEndsAt[o];
  for (let grant = 0; grant < rules.grants; grant++) {
    if (changesAt[grant] <= now) changesAt[grant] = nextChange(a, slots, o, rules, grant, now);
    busy = Math.min(busy, changesAt[grant]);
  }
  const untilSpent = monthsUntilSpent(a, o, saved);
  const next = Math.min(1, month + 1 + untilSpent, firstMonthFrom(busy, month + 1));
  // Without reserves it spends what comes in, while notice runs.
  if (saved > 0 || a.reserves[o] > 0) a.reserves[o] += (next - month - 1) * saved;
  return next;
}

/** Gives the months in which reserves make up for a loss in full; where none are left, those of notice. */
function monthsUntilSpent(a: Accounts, o: number, saved: number): number {
  if (saved >= 0) return Infinity;
  if (a.reserves[o] > 0) return Math.floor(a.reserves[o] / -saved);
  return a.noticeEndsAt[o] === Infinity ? 0 : Infinity;
}

/**
 * Gives when a grant is lost or won back next, up to a minute too early; Infinity where it is not before the
 * first day.
 */
function nextChange(
  a: Accounts,
  slots: Slots,
  o: number,
  rules: AccountRules,
  grant: number,
  now: number,
): number {
  const { grantCycle } = rules;
  const offset = a.grantOffset[o * a.grantsAtMost + grant];
  const isHeld = holds(a, o, grant);
  for (let cycle = Math.floor((now + offset) / grantCycle) + 1; ; cycle++) {
    const endsAt = cycle * grantCycle - offset;
    if (endsAt > 0) return Infinity;
    // Rounded quotients may put the end too late by less than a minute.
    if (isHeldAfter(slots, o, grant, cycle, isHeld, rules) !== isHeld) return endsAt - 1;
  }
}

function minuteOfMonth(month: number): number {
  return Math.round((month * MINUTES_PER_YEAR) / 12);
}

/** Gives the first month, from `least` on, that begins at a minute or after it. */
function firstMonthFrom(minute: number, least: number): number {
  let month = Math.max(least, Math.floor((minute * 12) / MINUTES_PER_YEAR) - 1);
  while (minuteOfMonth(month) < minute) month++;
  return month;
}
