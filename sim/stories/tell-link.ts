import { FAIL_REASONS } from "../model/events.ts";
import { never } from "../never.ts";
import { countWords, ordinalWords } from "../words/counts-in-letters.ts";
import { spanWords, weeksWords } from "../words/durations.ts";
import { focusWords } from "../words/focuses.ts";
import { wholePercentText } from "../words/numbers.ts";
import { sentence, sentenceOf } from "../words/sentences.ts";
import { type Happening, reasonFor } from "./happenings.ts";
import { introducedOrganisation, type Narrator, organisationWords } from "./narrator.ts";

type OfALink =
  | "link_refused"
  | "link_queued"
  | "link_failed"
  | "link_started"
  | "link_met"
  | "link_unmet"
  | "link_passed_on"
  | "need_met"
  | "need_given_up"
  | "in_line";

/** Tells of what became of a link that was sent. */
export function tellLink(narrator: Narrator, happening: Happening, what: OfALink): string[] {
  const { they, them, their } = narrator;
  const who = organisationWords(narrator, happening);
  const sent = sentOf(narrator, happening);
  const since = spanWords(happening.minute - (sent?.minute ?? happening.minute));
  switch (what) {
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
          `${they} was not taken where ${they} was sent, but passed on to ` +
            `${introducedOrganisation(narrator, happening)}`,
        ),
      ];
    case "link_failed":
      return [failureText(narrator, happening, since), ...bounceText(narrator, happening)];
    case "link_started": {
      const takeUp = reasonFor(happening, "takeUp");
      return [
        sentence(
          `a place at ${who} came free ${since} after ${they} was sent there, and ${they} took it ` +
            `up${takeUp === undefined ? "" : ` ${takeUpText(narrator, takeUp, true)}`}`,
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
          : "it had more people than places and could do less for each (quality " +
            `${wholePercentText(leaves?.quality ?? 1)})`;
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
      return never(what);
  }
}

function inLineText(narrator: Narrator, happening: Happening): string[] {
  const ahead = reasonFor(happening, "inLine")?.ahead ?? 0;
  const queued = narrator.life
    .slice(0, narrator.life.indexOf(happening))
    .findLast(
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
  const reason = FAIL_REASONS[refused.value];
  switch (reason) {
    case "ineligible": {
      const isCut = stands !== undefined && stands.places < stands.placesAtStart;
      return `${they} did not meet its rules${
        isCut ? ` (with ${stands.places} of its ${stands.placesAtStart} places left it is stricter)` : ""
      }`;
    }
    case "full":
      return `it was full, with a wait of ${weeksWords(stands?.weeks ?? 0)}`;
    case "closed":
      return "it had closed";
    case "not_right":
    case "gave_up":
    case "not_taken_up":
      return `it was not right for ${them}`;
    default:
      return never(reason);
  }
}

function failureText(narrator: Narrator, failed: Happening, since: string): string {
  const { they, their } = narrator;
  const who = organisationWords(narrator, failed);
  const reason = FAIL_REASONS[failed.value];
  switch (reason) {
    case "gave_up":
      return sentence(`after ${since} ${they} gave up waiting for ${who}`);
    case "not_taken_up": {
      const takeUp = reasonFor(failed, "takeUp");
      return sentence(
        `a place at ${who} came free ${since} after ${they} was sent there, and ${they} did not take ` +
          `it up${takeUp === undefined ? "" : ` ${takeUpText(narrator, takeUp, false)}`}`,
      );
    }
    case "closed":
      return sentenceOf(
        who,
        `closed, and with it went ${their} ${wasInPlace(narrator, failed) ? "place" : "place in its line"}`,
      );
    case "ineligible":
    case "full":
    case "not_right":
      return sentence(`the link to ${who} failed`);
    default:
      return never(reason);
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
  return `(a chance of ${wholePercentText(isTaken ? chance : 1 - chance)}: ${why})`;
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
