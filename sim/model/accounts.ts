import { MINUTES_PER_YEAR } from "../engine/minutes.ts";
import { PURPOSE, within } from "../random/purposes.ts";
import { exponential } from "../random/quantiles.ts";
import { uniform } from "../random/threefry.ts";
import type { Scenario } from "../scenario/schema.ts";

/**
 * Keeps an organisation's accounts for a month: grants that end are renewed or lost, income is spent on
 * places, and places follow what income pays. It knows only money and places, so that the years before the
 * start can be simulated with it alone.
 */

/** Holds what an account needs of each organisation. */
export interface Slots {
  readonly key0: Int32Array;
  readonly key1: Int32Array;
  readonly isOpen: Uint8Array;
  readonly places: Float64Array;
  /** The places that the scenario states: those at the start, or what they are on average. */
  readonly placesAtStart: Float64Array;
}

/** Says by which rules the accounts of a type of organisation go: its numbers, flat, for loops to read. */
export interface AccountRules {
  /** Pence that a place costs in a year. */
  readonly placeYear: number;
  /** Minutes of spending that the opening reserves last, and of notice before places change. */
  readonly reserves: number;
  readonly notice: number;
  /** Share of the stated places under which an organisation closes. */
  readonly closeBelow: number;
  /** Mean minutes until another opens in the slot of one that closed. */
  readonly reopens: number;
  /** Minutes that a grant lasts. */
  readonly grantCycle: number;
  readonly grants: number;
  /** Share of the income that grants pay. */
  readonly grantShare: number;
  /** Chance that a grant is renewed when it ends, and that one that was lost is won back then. */
  readonly renewal: number;
  readonly newGrant: number;
  readonly cutFirst: Scenario["structure"]["cut_first"];
}

/** Gives the rules of a type of organisation in a scenario. */
export function accountRules(
  { funding, structure }: Pick<Scenario, "funding" | "structure">,
  type: keyof Scenario["funding"]["types"],
): AccountRules {
  const { grants, grant_share, renewal, new_grant } = funding.types[type];
  return {
    placeYear: funding.place_year,
    reserves: funding.reserves,
    notice: funding.notice,
    closeBelow: funding.close_below,
    reopens: funding.reopens,
    grantCycle: funding.grant_cycle,
    grants,
    grantShare: grants > 0 ? grant_share : 0,
    renewal,
    newGrant: new_grant,
    cutFirst: structure.cut_first,
  };
}

/** Holds the organisations' money, in pence. */
export type Accounts = ReturnType<typeof makeAccounts>;

/** Makes room for the accounts of some organisations, each with this many grants at most. */
export function makeAccounts(n: number, grantsAtMost: number) {
  return {
    /** Yearly core income, and the yearly income of one grant. */
    coreIncome: new Float64Array(n),
    grantIncome: new Float64Array(n),
    /** Places for which core and every grant pay together; not rounded. */
    paidPlaces: new Float64Array(n),
    reserves: new Float64Array(n),
    openingReserves: new Float64Array(n),
    totalIncome: new Float64Array(n),
    totalSpend: new Float64Array(n),
    /** Minute at which the places change to what income pays; Infinity for no notice running. */
    noticeEndsAt: new Float64Array(n),
    /** Grants held, a bit for each, and the part of its cycle that each is ahead of minute 0. */
    grantsHeld: new Int32Array(n),
    grantsAtMost,
    grantOffset: new Float64Array(n * grantsAtMost),
    /** Share of what its places cost that is spent on them, where quality gives way before places do. */
    quality: new Float64Array(n),
    /** How often a slot has fallen vacant, and when the next organisation opens in it; Infinity for never. */
    vacancies: new Int32Array(n),
    opensAt: new Float64Array(n),
  } as const;
}

/** Tells what a month has changed about an organisation. */
export type Change = "none" | "reduced" | "grew" | "closed";

/** Gives an organisation income for a number of places, its grants and its reserves. */
export function openAccount(a: Accounts, slots: Slots, o: number, places: number, rules: AccountRules): void {
  const { grants, grantShare, grantCycle } = rules;
  const yearly = places === Infinity ? 0 : places * rules.placeYear;
  a.paidPlaces[o] = places;
  a.grantIncome[o] = grants > 0 ? (yearly * grantShare) / grants : 0;
  a.coreIncome[o] = yearly * (1 - grantShare);
  for (let grant = 0; grant < grants; grant++)
    a.grantOffset[o * a.grantsAtMost + grant] =
      uniform(slots.key0[o], slots.key1[o], grant, PURPOSE.grantOffset) * grantCycle;
  a.grantsHeld[o] = everyGrant(rules);
  a.reserves[o] = reservesAtStart(yearly, rules);
  a.noticeEndsAt[o] = Infinity;
  a.opensAt[o] = Infinity;
  a.vacancies[o] = 0;
  a.quality[o] = 1;
}

/** Sets the opening balance: what was earned and spent before is forgotten. */
export function openBooks(a: Accounts, o: number): void {
  a.openingReserves[o] = a.reserves[o];
  a.totalIncome[o] = 0;
  a.totalSpend[o] = 0;
}

/** Gives what core and the grants that are held pay in a year. */
export function heldIncome(a: Accounts, o: number): number {
  let held = 0;
  for (let bits = a.grantsHeld[o]; bits !== 0; bits &= bits - 1) held++;
  return a.coreIncome[o] + held * a.grantIncome[o];
}

/** Says whether an organisation holds a grant. */
export function holds(a: Accounts, o: number, grant: number): boolean {
  return (a.grantsHeld[o] & (1 << grant)) !== 0;
}

/** Draws whether a grant is held after a cycle, by whether it was before. */
export function isHeldAfter(
  { key0, key1 }: Slots,
  o: number,
  grant: number,
  cycle: number,
  isHeld: boolean,
  { renewal, newGrant }: AccountRules,
): boolean {
  const u = uniform(key0[o], key1[o], cycle, within(PURPOSE.grantRenewal, grant));
  return u < (isHeld ? renewal : newGrant);
}

/** Gives what a month of some places costs. */
export function costOfMonth(places: number, { placeYear }: AccountRules): number {
  return Math.round((places * placeYear) / 12);
}

/** Renews or loses the grants whose cycle ended since the last month. */
export function renewGrants(
  a: Accounts,
  slots: Slots,
  o: number,
  now: number,
  lastMonth: number,
  rules: AccountRules,
): void {
  const { grants, grantCycle } = rules;
  for (let grant = 0; grant < grants; grant++) {
    const offset = a.grantOffset[o * a.grantsAtMost + grant];
    const cycle = Math.floor((now + offset) / grantCycle);
    if (cycle === Math.floor((lastMonth + offset) / grantCycle)) continue;
    if (isHeldAfter(slots, o, grant, cycle, holds(a, o, grant), rules)) a.grantsHeld[o] |= 1 << grant;
    else a.grantsHeld[o] &= ~(1 << grant);
  }
}

/**
 * Earns and spends a month's money and lets the places follow: at most `most`, and what a yearly income pays.
 * What gives way first to a shortfall is a choice of structure: reserves, then places after notice; places
 * after notice, while reserves only bridge it; or quality, with the places kept as long as income pays for
 * enough of them. With income for more places than it has, an organisation grows after the same notice. Under
 * a share of the stated places it closes; when another opens in its slot is drawn then.
 */
export function settleMonth(
  a: Accounts,
  slots: Slots,
  o: number,
  now: number,
  yearly: number,
  most: number,
  rules: AccountRules,
): Change {
  const { placeYear, closeBelow, notice, cutFirst } = rules;
  const { places } = slots;
  const income = Math.round(yearly / 12);
  const cost = costOfMonth(places[o], rules);
  const isThinned = cutFirst === "quality";
  const spend = Math.min(cost, isThinned ? income : income + a.reserves[o]);
  a.reserves[o] += income - spend;
  a.totalIncome[o] += income;
  a.totalSpend[o] += spend;
  if (isThinned) a.quality[o] = cost > 0 ? spend / cost : 1;

  const payable = Math.min(most, Math.floor(yearly / placeYear + 1e-9));
  const least = closeBelow * slots.placesAtStart[o];
  const isShort = payable < places[o];
  const mustShrink =
    isShort && (cutFirst === "places" || (isThinned ? payable < least || most < places[o] : spend < cost));
  const canGrow = payable > places[o];
  if (!mustShrink && !canGrow) {
    a.noticeEndsAt[o] = Infinity;
    return "none";
  }
  if (a.noticeEndsAt[o] === Infinity) a.noticeEndsAt[o] = now + notice;
  if (now < a.noticeEndsAt[o]) return "none";
  a.noticeEndsAt[o] = Infinity;
  places[o] = payable;
  if (payable < least) return "closed";
  return mustShrink ? "reduced" : "grew";
}

/** Draws when another organisation opens in the slot of one that has closed. */
export function vacateSlot(a: Accounts, slots: Slots, o: number, now: number, rules: AccountRules): void {
  const u = uniform(slots.key0[o], slots.key1[o], a.vacancies[o]++, PURPOSE.slotVacant);
  a.opensAt[o] = now + exponential(u, rules.reopens);
}

/**
 * Opens another organisation in a slot, with every grant and new reserves, if a yearly income with every
 * grant held pays for enough places; else the slot waits on. Says whether it has opened.
 */
export function fillSlot(
  a: Accounts,
  slots: Slots,
  o: number,
  now: number,
  yearly: number,
  most: number,
  rules: AccountRules,
): boolean {
  const places = Math.min(most, Math.floor(yearly / rules.placeYear + 1e-9));
  if (places < Math.max(1, rules.closeBelow * slots.placesAtStart[o])) {
    vacateSlot(a, slots, o, now, rules);
    return false;
  }
  a.opensAt[o] = Infinity;
  a.noticeEndsAt[o] = Infinity;
  a.quality[o] = 1;
  const reserves = reservesAtStart(yearly, rules);
  a.reserves[o] += reserves;
  a.openingReserves[o] += reserves;
  slots.isOpen[o] = 1;
  slots.places[o] = places;
  return true;
}

/** Gives the bits of every grant. */
export function everyGrant({ grants }: AccountRules): number {
  return (1 << grants) - 1;
}

function reservesAtStart(yearly: number, { reserves }: AccountRules): number {
  return Math.round((yearly * reserves) / MINUTES_PER_YEAR);
}
