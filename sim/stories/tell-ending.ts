import { END_REASONS } from "../model/events.ts";
import { countWords } from "../words/counts-in-letters.ts";
import { spanWords } from "../words/durations.ts";
import { listText } from "../words/lists.ts";
import { wholePercentText } from "../words/numbers.ts";
import { sentence } from "../words/sentences.ts";
import { type Happening, reasonFor } from "./happenings.ts";
import { atOnceWith, lastBefore, type Narrator, readinessWords } from "./narrator.ts";

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
            ? `no link worker was left at the practice, and ${their} case was closed: ${they} had ` +
                "never been seen"
            : `no link worker was left at the practice, and ${their} case was closed ${after}; ` +
                `${outcomeText(own)}`,
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
  const why = parts.length === 0 ? "" : `: ${listText(parts)}`;
  return [
    sentence(`${they} had left, ${after}; the chance of that was ${wholePercentText(leaving.chance)}${why}`),
  ];
}

/**
 * Gives the reasons of leaving that were drawn at the last booking, if that appointment was the one left.
 */
function leavingBefore(narrator: Narrator, happening: Happening): ReturnType<typeof reasonFor<"leaving">> {
  const { life } = narrator;
  for (let i = life.indexOf(happening) - 1; i >= 0; i--) {
    if (life[i].episode !== happening.episode) continue;
    const leaving = reasonFor(life[i], "leaving");
    if (leaving !== undefined) return leaving;
  }
  return undefined;
}

/** Gives the reason for which the episode ended in the same minute. */
export function endAtOnce(narrator: Narrator, happening: Happening): string | undefined {
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
  return `of ${countWords(states.length, "need")} ${listText(parts)}`;
}

const countNeeds = (count: number): string =>
  count === 1 ? "one was" : `${countWords(count, "", "").trim()} were`;

function sinceReferral(own: readonly Happening[], ended: Happening): string {
  return `${spanWords(ended.minute - own[0].minute)} after the referral`;
}

/** Says whether a missed appointment is that of somebody who had left, and not one too many. */
export function hasLeft(narrator: Narrator, missed: Happening): boolean {
  const { missed_in_a_row: most } = narrator.simulated.scenario.contact;
  return endAtOnce(narrator, missed) === "left" && missed.value < most;
}
