import type { SlotText } from "./front-slots.ts";

/** Words of an answer that are read at once. */
const AT_ONCE = 12;

/**
 * Says at once what a plan answers, before its figures and without the goal, and behind that all of it. Of an
 * answer that is long the goal is said at once; of one without a goal, what comes before the places.
 */
export function whatToDoSlot(text: string): SlotText {
  const [, goal, answer] = /^([^.]+?) \([\w.]+\)\. (.+)$/.exec(text) ?? [null, undefined, text];
  const [said] = answer.split(/ \(|[:;] |\. /);
  const [beforePlaces] = said.split(" at ");
  const brief = said.replace(/^(\S+) = (.+) is the least that meets it$/, "$1 at least $2");
  const gist = [brief, goal, beforePlaces].find((one) => one !== undefined && wordCount(one) <= AT_ONCE);
  return gist === undefined || gist === text ? { text } : { gist, text };
}

const wordCount = (text: string): number => text.split(" ").length;
