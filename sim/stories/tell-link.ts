import { FAIL_REASONS } from "../model/events.ts";
import { type Happening, reasonFor } from "./happenings.ts";
import { introducedOrganisation, type Narrator, organisationWords } from "./narrator.ts";
import {
  chanceWords,
  countWords,
  focusWords,
  numberWords,
  ordinalWords,
  sentence,
  sentenceOf,
  shortDayWords,
  spanWords,
  weeksWords,
} from "./words.ts";

/** Tells of needs that are held back, and of links: to whom, why there, how they went. */

/** Tells why a need was held back. */
export function tellHeld(narrator: Narrator, held: Happening): string[] {
  return held.reasons.flatMap((reason) => (reason.kind === "held" ? [heldText(narrator, held, reason)] : []));
}

/** Tells which needs were looked at again in a contact and still held back. */
export function tellStillHeld(narrator: Narrator, happening: Happening): string[] {
  return happening.reasons.flatMap((reason) =>
    reason.kind === "held" && reason.isAgain === 1 ? [heldText(narrator, happening, reason)] : [],
  );
}

function heldText(
  narrator: Narrator,
  { episode }: Happening,
  reason: Extract<NonNullable<ReturnType<typeof reasonFor<"held">>>, { kind: "held" }>,
): string {
  const { known, tooLong, refusing, believedWeeks, trueWeeks, checked, isAgain } = reason;
  const need = `the need about ${focusWords(focusOf(narrator, episode, reason.need))}`;
  const calls = checked === 0 ? "" : ` after ${countWords(checked, "call")} to ask`;
  if (known === 0)
    return sentence(
      isAgain === 1
        ? `${need} was still held back, for want of an organisation that the link worker knew`
        : `${need} was held back: the link worker knew no organisation for it`,
    );
  const shortest = `the shortest wait believed was ${weeksWords(believedWeeks)}, in truth ${weeksWords(trueWeeks)}`;
  if (isAgain === 1) return sentence(`${need} was still held back${calls}: ${shortest}`);
  const parts = [
    ...(tooLong > 0 ? [`at ${someOf(tooLong, known)} the wait was believed too long`] : []),
    ...(refusing > 0 ? [`${someOf(refusing, known)} had refused too often`] : []),
  ];
  const among =
    known === 1 ? "" : `of ${numberWords(known)} organisations that the link worker knew for it, `;
  return sentence(`${need} was held back: ${among}${parts.join(" and ")} (${shortest})`);
}

const someOf = (count: number, all: number): string => {
  if (all === 1) return "the only organisation that the link worker knew for it";
  if (count < all) return numberWords(count);
  return all === 2 ? "both" : `all ${numberWords(all)}`;
};

/** Tells where a need was sent, and why there. */
export function tellSent(narrator: Narrator, sent: Happening): string[] {
  const focus = focusWords(sent.focus);
  const chosen = reasonFor(sent, "chosen");
  const calls = reasonFor(sent, "calls");
  const where = `for ${focus} the link worker sent ${narrator.them} to ${introducedOrganisation(narrator, sent)}`;
  const try_ = sent.value > 1 ? `, the ${ordinalWords(sent.value)} try` : "";
  const texts = [sentence(`${where}${try_}${chosen === undefined ? "" : `: ${whyThere(chosen)}`}`)];
  if (calls !== undefined)
    texts.push(
      sentence(
        `it took ${countWords(calls.calls, "call")}, and an answer was due on ${shortDayWords(narrator.played.names.firstDay, calls.arrival)}`,
      ),
    );
  return texts;
}

function whyThere(chosen: NonNullable<ReturnType<typeof reasonFor<"chosen">>>): string {
  const { tie, believedWeeks, trueWeeks, known, heldOff } = chosen;
  const among =
    known === 1
      ? "the only one that the link worker knew for it"
      : `one of ${numberWords(known)} that the link worker knew for it${heldOff === 0 ? "" : `, ${numberWords(heldOff)} of them held off as too full`}`;
  const how = tie >= 0.6 ? "well" : tie >= 0.3 ? "fairly well" : "a little";
  const believed = weeksWords(believedWeeks);
  const truth = weeksWords(trueWeeks);
  const wait =
    believed === truth
      ? `rightly believed to have ${waitText(believed)}`
      : `believed to have ${waitText(believed)} (in truth ${truth})`;
  return `${among}, known ${how} (tie ${tie.toFixed(2)}) and ${wait}`;
}

const waitText = (weeks: string): string => (weeks === "no wait" ? weeks : `a wait of ${weeks}`);

/** Tells of what became of a link that was sent. */
export function tellLink(narrator: Narrator, happening: Happening): string[] {
  const { they, them, their } = narrator;
  const who = organisationWords(narrator, happening);
  const sent = sentOf(narrator, happening);
  const since = spanWords(happening.minute - (sent?.minute ?? happening.minute));
  switch (happening.what) {
    case "link_queued":
      return [sentenceOf(who, `took ${them} on`)];
    case "in_line":
      return inLineText(narrator, happening);
    case "link_refused":
      return [
        sentenceOf(who, `turned ${them} away: ${refusalText(narrator, happening)}`),
        ...bounceText(narrator, happening),
      ];
    case "link_passed_on":
      return [
        sentence(
          `${they} was not taken where ${they} was sent, but passed on to ${introducedOrganisation(narrator, happening)}`,
        ),
      ];
    case "link_failed":
      return [failureText(narrator, happening, since), ...bounceText(narrator, happening)];
    case "link_started": {
      const takeUp = reasonFor(happening, "takeUp");
      return [
        sentence(
          `a place at ${who} came free ${since} after ${they} was sent there, and ${they} took it up${takeUp === undefined ? "" : ` ${takeUpText(narrator, takeUp, true)}`}`,
        ),
      ];
    }
    case "link_met":
      return [
        sentence(`${they} left ${who}, and ${their} need about ${focusWords(happening.focus)} was met`),
      ];
    case "link_unmet": {
      const leaves = reasonFor(happening, "leavesPlace");
      const why =
        leaves?.isRight === 0
          ? `it had not been right for ${them}`
          : `it had more people than places and could do less for each (quality ${chanceWords(leaves?.quality ?? 1)})`;
      return [
        sentence(
          `${they} left ${who}, and ${their} need about ${focusWords(happening.focus)} was not met: ${why}`,
        ),
      ];
    }
    case "need_given_up":
      return [
        sentence(
          `that was the ${ordinalWords(sent?.value ?? 1)} failed link for it, and the need was given up`,
        ),
      ];
    case "need_met":
      // What an organisation met is told with the link.
      return isMetByLink(narrator, happening)
        ? []
        : [sentence(`the need about ${focusWords(happening.focus)} was met by that work`)];
    default:
      return [];
  }
}

function inLineText(narrator: Narrator, happening: Happening): string[] {
  const ahead = reasonFor(happening, "inLine")?.ahead ?? 0;
  const queued = [...narrator.life]
    .slice(0, narrator.life.indexOf(happening))
    .reverse()
    .find(
      ({ what, episode, need }) =>
        what === "link_queued" && episode === happening.episode && need === happening.need,
    );
  // Whoever gets the place on the same day need not be told of a line.
  const isAtOnce = narrator.life.some(
    ({ what, minute, need }) =>
      what === "link_started" && minute === happening.minute && need === happening.need,
  );
  if (queued === undefined || isAtOnce) return [];
  const line = ahead === 0 ? "nobody was" : countWords(ahead, "other was", "others were");
  return [sentence(`at ${organisationWords(narrator, queued)} ${line} in line before ${narrator.them}`)];
}

function refusalText({ they, them }: Narrator, refused: Happening): string {
  const stands = reasonFor(refused, "refusal");
  switch (FAIL_REASONS[refused.value]) {
    case "ineligible": {
      const isCut = stands !== undefined && stands.places < stands.placesAtStart;
      return `${they} did not meet its rules${isCut ? ` (with ${stands.places} of its ${stands.placesAtStart} places left it is stricter)` : ""}`;
    }
    case "full":
      return `it was full, with a wait of ${weeksWords(stands?.weeks ?? 0)}`;
    case "closed":
      return "it had closed";
    default:
      return `it was not right for ${them}`;
  }
}

function failureText(narrator: Narrator, failed: Happening, since: string): string {
  const { they, their } = narrator;
  const who = organisationWords(narrator, failed);
  switch (FAIL_REASONS[failed.value]) {
    case "gave_up":
      return sentence(`after ${since} ${they} gave up waiting for ${who}`);
    case "not_taken_up": {
      const takeUp = reasonFor(failed, "takeUp");
      return sentence(
        `a place at ${who} came free ${since} after ${they} was sent there, and ${they} did not take it up${takeUp === undefined ? "" : ` ${takeUpText(narrator, takeUp, false)}`}`,
      );
    }
    case "closed":
      return sentenceOf(
        who,
        `closed, and with it went ${their} ${wasInPlace(narrator, failed) ? "place" : "place in its line"}`,
      );
    default:
      return sentence(`the link to ${who} failed`);
  }
}

function takeUpText(
  { them }: Narrator,
  { chance, isSeen, isCalled }: NonNullable<ReturnType<typeof reasonFor<"takeUp">>>,
  isTaken: boolean,
): string {
  const why =
    isSeen === 1
      ? `the link worker had seen ${them} lately`
      : isCalled === 1
        ? `the link worker had called ${them} about it`
        : `no link worker had seen ${them} lately or called`;
  return `(a chance of ${chanceWords(isTaken ? chance : 1 - chance)}: ${why})`;
}

function bounceText({ life }: Narrator, failed: Happening): string[] {
  const isOver = life.some(
    ({ what, episode, minute }) => what === "ended" && episode === failed.episode && minute <= failed.minute,
  );
  const isGivenUp = life.some(
    ({ what, minute, need }) => what === "need_given_up" && minute === failed.minute && need === failed.need,
  );
  if (isGivenUp) return [];
  return [
    sentence(
      isOver
        ? "the case was closed by then, so there was nobody to go back to"
        : "the need came back to the link worker",
    ),
  ];
}

function wasInPlace({ life }: Narrator, failed: Happening): boolean {
  const before = life
    .slice(0, life.indexOf(failed))
    .filter(({ need, episode }) => need === failed.need && episode === failed.episode);
  return (
    before.findLast(({ what }) => what === "link_sent" || what === "link_started")?.what === "link_started"
  );
}

function isMetByLink({ life }: Narrator, met: Happening): boolean {
  return life.some(
    ({ what, minute, episode, need }) =>
      what === "link_met" && minute === met.minute && episode === met.episode && need === met.need,
  );
}

function sentOf({ life }: Narrator, happening: Happening): Happening | undefined {
  return life
    .slice(0, life.indexOf(happening))
    .findLast(
      ({ what, episode, need }) =>
        what === "link_sent" && episode === happening.episode && need === happening.need,
    );
}

function focusOf({ life }: Narrator, episode: number, need: number): number {
  return (
    life.find((other) => other.what === "need" && other.episode === episode && other.need === need)?.focus ??
    1
  );
}

/** Tells of what happened to an organisation at which a link is. */
export function tellOrganisation(narrator: Narrator, happening: Happening): string[] {
  const who = organisationWords(narrator, happening);
  switch (happening.what) {
    case "organisation_reduced":
      return [sentenceOf(who, `went down to ${countWords(happening.value, "place")}`)];
    case "organisation_grew":
      return [sentenceOf(who, `went up to ${countWords(happening.value, "place")}`)];
    default:
      // A closure is told with the link that fails by it.
      return [];
  }
}
