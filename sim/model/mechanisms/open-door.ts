import exp from "@stdlib/math-base-special-exp";
import ln from "@stdlib/math-base-special-ln";
import { MINUTES_PER_WEEK } from "../../engine/minutes.ts";
import { binomial, poisson } from "../../random/counts.ts";
import { PURPOSE } from "../../random/purposes.ts";
import { uniform } from "../../random/threefry.ts";
import { ORGANISATION_TYPES } from "../../words/organisation-types.ts";
import { EVENT } from "../events.ts";
import { fill, linkedGiveUp, linkedLeavers, moveUp, queueNewcomers } from "../intake-queues.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import type { World } from "../world.ts";
import { turnAway } from "./displacement.ts";

/**
 * **Open door.** Once a week an organisation takes people in: leavers go, free places are filled, people in
 * crisis first, then by week of arrival; a linked patient stands at a drawn rank among the other clients who
 * came that week. Other clients are counts: arrivals Poisson, leavers binomial, and each week some of those
 * in the queue give up. Local charities never refuse: they fill to `stretch` times their places, and over
 * `crisis_only_over` times take only people in crisis; quality falls as places over people. Others never
 * exceed their places. Switched off, everybody is taken in the order of arrival and within the places.
 */
export const openDoor: MechanismDeclaration<"open-door"> = {
  id: "open-door",
  evidence: ["M7", "M8", "O28", "O29", "O31"],
  parameters: [
    "organisations.stretch",
    "organisations.crisis_only_over",
    "organisations.types.*.open_door",
    "organisations.background_crisis",
  ],
  observable: "organisation.load, organisation.wait.p50 of local charities",
  off: (scenario) => ({
    ...scenario,
    organisations: { ...scenario.organisations, stretch: 1, crisis_only_over: 1, background_crisis: 0 },
  }),
};

/** Fills every organisation that is open. */
export function openOrganisations(w: World): void {
  for (let o = 0; o < w.organisations.places.length; o++) open(w, o);
}

/** Schedules the first intake. */
export function scheduleIntakes(w: World): void {
  if (w.part.organisations.length > 0) w.calendar.schedule(w.clock.openingMinute, EVENT.intake, 0, 0);
}

/**
 * Fills an organisation as its other clients alone would: all of them in place if it has the places, else a
 * queue in which as many give up in a week as cannot be taken.
 */
function open(w: World, o: number): void {
  const { organisations: rule } = w.scenario;
  const { type, focus, demand } = w.layout.organisations[o];
  const { placesAtStart, places, isOpen } = w.organisations;
  const weeksInPlace = rule.weeks_in_place[focus] / MINUTES_PER_WEEK;
  const hasLimit = placesAtStart[o] !== Infinity;
  const perWeek = demand ?? (hasLimit ? (placesAtStart[o] / weeksInPlace) * rule.types[type].background : 0);
  const hasPlaces = hasLimit && isOpen[o] === 1;
  const tooMany = hasPlaces ? Math.max(0, perWeek - places[o] / weeksInPlace) : 0;
  const queued = Math.round(tooMany * (rule.leave_queue / MINUTES_PER_WEEK));
  w.organisations.othersPerWeek[o] = perWeek;
  w.organisations.othersInPlace[o] = hasPlaces ? Math.round(Math.min(places[o], perWeek * weeksInPlace)) : 0;
  w.organisations.othersQueued[o] = queued;
  w.organisations.othersQueuedCrisis[o] = 0;
  w.organisations.expectedWeeks[o] = queued > 0 ? (queued * weeksInPlace) / places[o] : 0;
  w.organisations.extraArrivals[o] = 0;
  w.organisations.extraCrisisArrivals[o] = 0;
  prepareDraws(w, o);
}

/**
 * Runs the intake of the organisation at a place of the part and those of the week after it, one after
 * another, until another event comes first; so the calendar holds one and not one for each organisation.
 */
export function onIntake(w: World, place: number, week: number): void {
  const { organisations } = w.part;
  intake(w, organisations[place], week);
  let next = place + 1;
  while (next < organisations.length && w.calendar.takeNow(w.now, EVENT.intake, next, week)) {
    intake(w, organisations[next], week);
    next++;
  }
  if (next < organisations.length) w.calendar.schedule(w.now, EVENT.intake, next, week);
  else w.calendar.schedule(w.now + MINUTES_PER_WEEK, EVENT.intake, 0, week + 1);
}

/** Runs an organisation's weekly intake. */
function intake(w: World, o: number, week: number): void {
  if (w.organisations.isOpen[o] === 0) {
    if (w.organisations.displacedShare[o] === 0) return;
    turnAway(w, o, week, ordinaryNewcomers(w, o, week), 0);
    turnAway(w, o, week, newcomersInCrisis(w, o, week), 1);
    return;
  }
  const { organisations: rule } = w.scenario;
  const k0 = w.organisations.key0[o];
  const k1 = w.organisations.key1[o];
  const givesUp = MINUTES_PER_WEEK / rule.leave_queue;

  linkedLeavers(w, o);
  w.organisations.othersInPlace[o] -= binomial(
    uniform(k0, k1, week, PURPOSE.backgroundLeavers),
    w.organisations.othersInPlace[o],
    w.organisations.leavingChance[o],
    w.organisations.logStaying[o],
  );

  // A draw for nobody would always be 0: skipping it saves half of the draws of an organisation without a
  // queue.
  const tired =
    w.organisations.othersQueued[o] === 0
      ? 0
      : binomial(uniform(k0, k1, week, PURPOSE.backgroundGivesUp), w.organisations.othersQueued[o], givesUp);
  moveUp(w, w.organisations.queued, o, tired, w.organisations.othersQueued[o]);
  w.organisations.othersQueued[o] -= tired;
  const tiredCrisis =
    w.organisations.othersQueuedCrisis[o] === 0
      ? 0
      : binomial(
          uniform(k0, k1, week, PURPOSE.crisisGivesUp),
          w.organisations.othersQueuedCrisis[o],
          givesUp,
        );
  moveUp(w, w.organisations.queuedCrisis, o, tiredCrisis, w.organisations.othersQueuedCrisis[o]);
  w.organisations.othersQueuedCrisis[o] -= tiredCrisis;
  linkedGiveUp(w, o);

  const ownOrdinary = ordinaryNewcomers(w, o, week);
  const ownCrisis = newcomersInCrisis(w, o, week);
  const ordinary = ownOrdinary - turnAway(w, o, week, ownOrdinary, 0) + w.organisations.extraArrivals[o];
  const crisis = ownCrisis - turnAway(w, o, week, ownCrisis, 1) + w.organisations.extraCrisisArrivals[o];
  w.organisations.extraArrivals[o] = 0;
  w.organisations.extraCrisisArrivals[o] = 0;
  const linked = queueNewcomers(w, o, ordinary, crisis);
  w.organisations.othersQueued[o] += ordinary;
  w.organisations.othersQueuedCrisis[o] += crisis;

  const isOpenDoor = rule.types[ORGANISATION_TYPES[w.layout.typeOf[o]]].open_door;
  const places = w.organisations.places[o];
  const crisisLimit = isOpenDoor ? Math.floor(places * rule.stretch) : places;
  const limit = isOpenDoor ? Math.floor(places * Math.min(rule.crisis_only_over, rule.stretch)) : places;
  const taken = fill(w, w.organisations.queuedCrisis, o, w.organisations.othersQueuedCrisis[o], crisisLimit);
  w.organisations.othersQueuedCrisis[o] -= taken;
  w.organisations.othersQueued[o] -= fill(
    w,
    w.organisations.queued,
    o,
    w.organisations.othersQueued[o],
    limit,
  );

  const inPlace = w.organisations.othersInPlace[o] + w.organisations.inPlace.length[o];
  const waiting =
    w.organisations.othersQueued[o] +
    w.organisations.othersQueuedCrisis[o] +
    w.organisations.queued.length[o] +
    w.organisations.queuedCrisis.length[o];
  w.organisations.expectedWeeks[o] =
    places === Infinity
      ? 0
      : (Math.max(0, waiting - Math.max(0, limit - inPlace)) *
          (w.organisations.minutesInPlace[w.layout.focusOf[o]] / MINUTES_PER_WEEK)) /
        Math.max(1, places);
  w.tally.recordIntake(
    o,
    ordinary + crisis,
    linked,
    places,
    inPlace,
    waiting,
    w.organisations.expectedWeeks[o],
    w.money.quality[o],
  );
}

/** Draws how many other clients come in a week who are in no crisis. */
function ordinaryNewcomers(w: World, o: number, week: number): number {
  const { key0, key1, noOrdinary } = w.organisations;
  const mean = clientsPerWeek(w, o) * (1 - w.scenario.organisations.background_crisis);
  return poisson(uniform(key0[o], key1[o], week, PURPOSE.backgroundArrivals), mean, noOrdinary[o]);
}

/** Draws how many other clients come in a week in a crisis. */
function newcomersInCrisis(w: World, o: number, week: number): number {
  const { key0, key1, noCrisis } = w.organisations;
  const { background_crisis: inCrisis } = w.scenario.organisations;
  if (inCrisis === 0) return 0;
  const mean = clientsPerWeek(w, o) * inCrisis;
  return poisson(uniform(key0[o], key1[o], week, PURPOSE.backgroundCrisis), mean, noCrisis[o]);
}

/** Gives how many other clients come in a week on average, raised by surges. */
function clientsPerWeek(w: World, o: number): number {
  return w.organisations.othersPerWeek[o] * w.othersSurge;
}

/** Sets what an organisation's weekly draws use again and again. */
export function prepareDraws(w: World, o: number): void {
  const { organisations: rule } = w.scenario;
  const others = clientsPerWeek(w, o);
  w.organisations.leavingChance[o] =
    1 - exp(-MINUTES_PER_WEEK / w.organisations.minutesInPlace[w.layout.focusOf[o]]);
  w.organisations.logStaying[o] = ln(1 - w.organisations.leavingChance[o]);
  w.organisations.noOrdinary[o] = exp(-others * (1 - rule.background_crisis));
  w.organisations.noCrisis[o] = exp(-others * rule.background_crisis);
}
