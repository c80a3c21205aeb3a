import { ordinalWords } from "../words/counts-in-letters.ts";
import { spanWords } from "../words/durations.ts";
import { focusWords } from "../words/focuses.ts";
import { listText } from "../words/lists.ts";
import { appointmentWords } from "../words/moments.ts";
import { wholePercentText } from "../words/numbers.ts";
import { sentence } from "../words/sentences.ts";
import { type Happening, reasonFor } from "./happenings.ts";
import { atOnceWith, focusOfNeed, lastBefore, type Narrator } from "./narrator.ts";
import { endAtOnce, hasLeft } from "./tell-ending.ts";

/** Tells of appointments, contacts and crises. */

const MODES = ["", ", by telephone", ", in a group"];

/** Tells which appointment was made; that of an offer is told with the offer. */
export function tellBooked(narrator: Narrator, booked: Happening): string[] {
  if (reasonFor(atOnceWith(narrator, booked, "offered"), "uptake") !== undefined) return [];
  const booking = reasonFor(booked, "booking");
  const when = `${appointmentWords(narrator.simulated.names.firstDay, booked.value)}${MODES[booking?.mode ?? 0]}`;
  const isAfterMissed = atOnceWith(narrator, booked, "missed") !== undefined;
  if (isAfterMissed) return [sentence(`another was booked for ${when}`)];
  const late = booked.value - (booking?.wanted ?? booked.value);
  const why = late < 7 * 1440 ? "" : `, ${spanWords(late)} later than wanted: it was the first free slot`;
  return [sentence(`the next was booked for ${when}${why}`)];
}

/** Tells that an appointment was moved, and what moved it. */
export function tellMoved(narrator: Narrator, moved: Happening): string[] {
  const { their, they } = narrator;
  const when = appointmentWords(narrator.simulated.names.firstDay, moved.value);
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
  const chance = wholePercentText(reasonFor(missed, "missing")?.chance ?? 0);
  return [sentence(isFirst ? `${came} (${chance} of appointments are missed)` : came)];
}

/** Tells of a contact and what was worked on. */
export function tellContact(narrator: Narrator, contact: Happening): string[] {
  const { they, life, simulated } = narrator;
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
  const focuses = [...new Set(needs.map((need) => focusOfNeed(narrator, contact.episode, need)))];
  const cover = isCovered(narrator, contact) ? ", on a day of cover" : "";
  const met = isFirst
    ? `${they} saw the link worker (${simulated.names.posts[contact.post]}${cover}) for the first ` +
      `time${since}`
    : `${ordinalWords(contact.value)} contact${how}${cover}`;
  return [sentence(`${met}${workText(narrator, contact, focuses)}`)];
}

function workText(narrator: Narrator, contact: Happening, focuses: readonly number[]): string {
  if (focuses.length > 0) return `: they worked on ${listText(focuses.map(focusWords))}`;
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

function sameMinute(life: readonly Happening[], happening: Happening): Happening[] {
  return life.filter(({ minute, episode }) => minute === happening.minute && episode === happening.episode);
}
