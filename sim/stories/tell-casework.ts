import { END_REASONS } from "../model/events.ts";
import { type Happening, reasonFor } from "./happenings.ts";
import { atOnceWith, lastBefore, type Narrator, readinessWords } from "./narrator.ts";
import {
  appointmentWords,
  chanceWords,
  countWords,
  focusWords,
  listWords,
  ordinalWords,
  sentence,
  shortDayWords,
  spanWords,
} from "./words.ts";

/** Tells of appointments, contacts and how an episode ended. */

const MODES = ["", ", by telephone", ", in a group"];

/** Tells which appointment was made; that of an offer is told with the offer. */
export function tellBooked(narrator: Narrator, booked: Happening): string[] {
  if (reasonFor(atOnceWith(narrator, booked, "offered"), "uptake") !== undefined) return [];
  const booking = reasonFor(booked, "booking");
  const when = `${appointmentWords(narrator.played.names.firstDay, booked.value)}${MODES[booking?.mode ?? 0]}`;
  const isAfterMissed = atOnceWith(narrator, booked, "missed") !== undefined;
  if (isAfterMissed) return [sentence(`another was booked for ${when}`)];
  const late = booked.value - (booking?.wanted ?? booked.value);
  const why = late < 7 * 1440 ? "" : `, ${spanWords(late)} later than wanted: it was the first free slot`;
  return [sentence(`the next was booked for ${when}${why}`)];
}

/** Tells that an appointment was moved, and what moved it. */
export function tellMoved(narrator: Narrator, moved: Happening): string[] {
  const { their, they } = narrator;
  const when = appointmentWords(narrator.played.names.firstDay, moved.value);
  if (reasonFor(moved, "booking")?.isCrisis === 1)
    return [sentence(`${their} next appointment was brought forward to ${when}`)];
  if (atOnceWith(narrator, moved, "offered") !== undefined)
    return [sentence(`${their} next appointment was now ${when}`)];
  if (atOnceWith(narrator, moved, "post_vacant") !== undefined)
    return [sentence(`${their} appointment was moved to ${when}`)];
  return [sentence(`somebody in a crisis was seen in ${their} slot, and ${they} was moved to ${when}`)];
}

/** Tells of an appointment to which the person did not come. */
export function tellMissed(narrator: Narrator, missed: Happening): string[] {
  const { they, their, life } = narrator;
  const came = `${they} did not come to ${their} appointment`;
  if (hasLeft(narrator, missed)) return [sentence(came)];
  if (missed.value > 1) return [sentence(`${came}, for the ${ordinalWords(missed.value)} time in a row`)];
  const isFirst = life.find(({ what }) => what === "missed") === missed;
  const chance = chanceWords(reasonFor(missed, "missing")?.chance ?? 0);
  return [sentence(isFirst ? `${came} (${chance} of appointments are missed)` : came)];
}

/** Says whether a missed appointment is that of somebody who had left, and not one too many. */
function hasLeft(narrator: Narrator, missed: Happening): boolean {
  const { missed_in_a_row: most } = narrator.played.scenario.contact;
  return endAtOnce(narrator, missed) === "left" && missed.value < most;
}

/** Tells of a contact and what was worked on. */
export function tellContact(narrator: Narrator, contact: Happening): string[] {
  const { they, life, played } = narrator;
  const isFirst = contact.value === 1;
  const booking = reasonFor(
    lastBefore(narrator, contact, "appointment_booked", "appointment_moved"),
    "booking",
  );
  const how = isFirst ? "" : MODES[booking?.mode ?? 0];
  const referred = life.find(({ episode, what }) => episode === contact.episode && what === "request");
  const since =
    isFirst && referred ? `, ${spanWords(contact.minute - referred.minute)} after the referral` : "";
  const needs = sameMinute(life, contact)
    .flatMap(({ reasons }) => reasons)
    .flatMap(({ kind, need }) => (kind === "worked" ? [need] : []));
  const focuses = [...new Set(needs.map((need) => focusOf(narrator, contact.episode, need)))];
  const cover = isCovered(narrator, contact) ? ", on a day of cover" : "";
  const met = isFirst
    ? `${they} saw the link worker (${played.names.posts[contact.post]}${cover}) for the first time${since}`
    : `${ordinalWords(contact.value)} contact${how}${cover}`;
  return [sentence(`${met}${workText(narrator, contact, focuses)}`)];
}

function workText(narrator: Narrator, contact: Happening, focuses: readonly number[]): string {
  if (focuses.length > 0) return `: they worked on ${listWords(focuses.map(focusWords))}`;
  if (atOnceWith(narrator, contact, "link_sent", "need_held") !== undefined) return "";
  return endAtOnce(narrator, contact) === "finished"
    ? ": everything was seen to"
    : ": nothing was left to do but wait and chase";
}

/** Says whether the post is vacant when something happens, as far as the life tells. */
function isCovered({ life }: Narrator, { minute, post }: Happening): boolean {
  return life.some(
    (other) =>
      other.post === post &&
      other.minute <= minute &&
      ((other.what === "post_vacant" && other.value > minute) ||
        (reasonFor(other, "offer")?.filledAt ?? 0) > minute),
  );
}

/** Tells of a crisis. */
export function tellCrisis(narrator: Narrator, crisis: Happening): string[] {
  const { they, life } = narrator;
  const isMoved = life.some(
    ({ what, minute }) => what.startsWith("appointment_") && minute === crisis.minute,
  );
  return [
    sentence(
      `${they} had a crisis${isMoved ? "" : "; no earlier appointment was to be had than the one booked"}`,
    ),
  ];
}

/** Tells how an episode ended and why. */
export function tellEnded(narrator: Narrator, ended: Happening): string[] {
  const { they, their, them, life } = narrator;
  const own = life.filter(({ episode }) => episode === ended.episode);
  const contacts = own.filter(({ what }) => what === "contact").length;
  const after = `after ${countWords(contacts, "contact")}`;
  switch (END_REASONS[ended.value - 1]) {
    case "finished":
      return [
        sentence(`${outcomeText(own)}, so ${their} case was closed ${after}, ${sinceReferral(own, ended)}`),
      ];
    case "gave_up_waiting":
      return [sentence(contacts === 0 ? `the link worker never saw ${them}` : `that was ${after}`)];
    case "declined":
      return [sentence(`${their} case was closed before it began`)];
    case "never_attended":
      return [sentence(`${their} case was closed without a single contact`)];
    case "left":
      return leftText(narrator, ended, after);
    case "reviewed_out":
      return [
        sentence(
          `${their} case was reviewed and closed ${after}, the most that are given; ${outcomeText(own)}`,
        ),
      ];
    case "post_ended":
      return [
        sentence(
          contacts === 0
            ? `no link worker was left at the practice, and ${their} case was closed: ${they} had never been seen`
            : `no link worker was left at the practice, and ${their} case was closed ${after}; ${outcomeText(own)}`,
        ),
      ];
  }
}

function leftText(narrator: Narrator, ended: Happening, after: string): string[] {
  const { they } = narrator;
  const missed = lastBefore(narrator, ended, "missed");
  const leaving = leavingBefore(narrator, ended);
  if (missed === undefined || leaving === undefined || !hasLeft(narrator, missed))
    return [sentence(`that was too often: the case was closed ${after}, and counts as left`)];
  const ready = readinessWords(narrator, leaving.readiness);
  const parts = [
    ...(leaving.contacts === 1 ? ["more leave after the first contact than later"] : []),
    ...(leaving.weeksLate >= 1
      ? [`the appointment came ${spanWords(leaving.weeksLate * 10_080)} later than wanted`]
      : []),
    ...(leaving.failedLinks > 0 ? [`${countWords(leaving.failedLinks, "link")} had failed`] : []),
    ...(leaving.isNewLinkWorker === 1 ? ["the link worker was a new one"] : []),
    ...(ready === undefined ? [] : [ready]),
  ];
  const why = parts.length === 0 ? "" : `: ${listWords(parts)}`;
  return [
    sentence(`${they} had left, ${after}; the chance of that was ${chanceWords(leaving.chance)}${why}`),
  ];
}

/** Gives the reasons of leaving that were drawn at the last booking, if that appointment was the one left. */
function leavingBefore(narrator: Narrator, happening: Happening): ReturnType<typeof reasonFor<"leaving">> {
  const { life } = narrator;
  for (let i = life.indexOf(happening) - 1; i >= 0; i--) {
    if (life[i].episode !== happening.episode) continue;
    const leaving = reasonFor(life[i], "leaving");
    if (leaving !== undefined) return leaving;
  }
  return undefined;
}

function endAtOnce(narrator: Narrator, happening: Happening): string | undefined {
  const ended = atOnceWith(narrator, happening, "ended");
  return ended === undefined ? undefined : END_REASONS[ended.value - 1];
}

/** Says what became of an episode's needs by its end. */
function outcomeText(own: readonly Happening[]): string {
  const end = own.findIndex(({ what }) => what === "ended");
  const sofar = own.slice(0, end + 1);
  const stateOf = new Map<number, string>();
  for (const { what, need } of sofar) {
    if (need === 0) continue;
    if (what === "need") stateOf.set(need, "open");
    if (what === "need_met") stateOf.set(need, "met");
    if (what === "need_held") stateOf.set(need, "held back");
    if (what === "link_sent") stateOf.set(need, "on its way to an organisation");
    if (what === "link_started") stateOf.set(need, "in the hands of an organisation");
    if (what === "link_refused" || what === "link_failed") stateOf.set(need, "open");
    if (what === "link_unmet") stateOf.set(need, "left unmet");
    if (what === "need_given_up") stateOf.set(need, "given up");
  }
  const states = [...stateOf.values()];
  const parts = [
    "met",
    "in the hands of an organisation",
    "on its way to an organisation",
    "held back",
    "open",
    "left unmet",
    "given up",
  ].flatMap((state) => {
    const count = states.filter((other) => other === state).length;
    return count === 0 ? [] : [`${countNeeds(count)} ${state}`];
  });
  return `of ${countWords(states.length, "need")} ${listWords(parts)}`;
}

const countNeeds = (count: number): string =>
  count === 1 ? "one was" : `${countWords(count, "", "").trim()} were`;

function sinceReferral(own: readonly Happening[], ended: Happening): string {
  return `${spanWords(ended.minute - own[0].minute)} after the referral`;
}

function focusOf({ life }: Narrator, episode: number, need: number): number {
  return (
    life.find((other) => other.what === "need" && other.episode === episode && other.need === need)?.focus ??
    0
  );
}

function sameMinute(life: readonly Happening[], happening: Happening): Happening[] {
  return life.filter(({ minute, episode }) => minute === happening.minute && episode === happening.episode);
}

/** Tells of what happened to the post that has the person. */
export function tellPost(narrator: Narrator, happening: Happening): string[] {
  const { their, they, played } = narrator;
  const { firstDay, posts } = played.names;
  switch (happening.what) {
    case "link_worker_left":
      return [sentence(`${their} link worker (${posts[happening.post]}) left the job`)];
    case "post_vacant":
      return [sentence(`the post was vacant until ${shortDayWords(firstDay, happening.value)}`)];
    case "post_filled":
      return [sentence(`a new link worker began in the post`)];
    case "post_ended":
      return [sentence(`${their} link worker's post (${posts[happening.post]}) ended`)];
    case "relisted":
      if (endAtOnce(narrator, happening) === "post_ended") return [];
      return [sentence(`${they} went to the head of the list, for another link worker to take over`)];
    default:
      return [];
  }
}
