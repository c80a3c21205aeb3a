import * as z from "zod";
import { dateText } from "../../words/dates.ts";
import { durationText } from "../../words/durations.ts";
import { FOCUS_WORDS, FOCUSES, type Focus } from "../../words/focuses.ts";
import { listText, someText } from "../../words/lists.ts";
import { countText, numberText } from "../../words/numbers.ts";
import { ORGANISATION_TYPES, type OrganisationType, TYPE_WORDS } from "../../words/organisation-types.ts";
import type { Staff } from "../declare-action.ts";
import { duration, id, strict } from "../fields.ts";
import { date, quantity, unlimited } from "../quantity.ts";

/** Holds the fields that several kinds of action have, with their words. */

/** Which organisations an action concerns. */
export const targets = {
  types: z
    .array(z.enum(ORGANISATION_TYPES))
    .optional()
    .describe("organisation types it concerns; all if left out"),
  focuses: z.array(z.enum(FOCUSES)).optional().describe("focuses it concerns; all if left out"),
  organisations: z.array(id).optional().describe("organisations it concerns; all if left out"),
};

interface Targets {
  readonly types?: readonly OrganisationType[] | undefined;
  readonly focuses?: readonly Focus[] | undefined;
  readonly organisations?: readonly string[] | undefined;
}

/** Says which organisations an action concerns. */
export function targetText({ types, focuses, organisations }: Targets): string {
  const kinds = types === undefined ? "" : `${listText(types.map((type) => TYPE_WORDS[type].adjective))} `;
  const purpose = focuses === undefined ? "" : ` for ${listText(focuses.map((focus) => FOCUS_WORDS[focus]))}`;
  const named = organisations === undefined ? "" : ` named ${listText(organisations)}`;
  const all = kinds + purpose + named === "" ? "all " : "";
  return `${all}${kinds}organisations${purpose}${named}`;
}

/** A post: where it is, and how much of full time. */
export const postSchema = strict({
  id,
  practice: id.optional().describe("the practice that the post is attached to"),
  pool: id.optional().describe("or the pool that it serves"),
  fte: quantity("number", { min: 0.05, max: 1, meaning: "share of full time" }).optional(),
});

/** When a cut is made known, before its date. */
export const announced = date(
  "when it is made known; people leave their posts more often from then on",
).optional();

interface Announced {
  readonly date: string;
  readonly announced?: string | undefined;
}

/** Says since when a cut is known. */
export const knownText = ({ announced: day }: Announced): string =>
  day === undefined ? "" : `, known since ${dateText(day)}`;

/**
 * Gives the day from which a cut can change something: people may leave from the day on which it is known.
 */
export const actsOnceKnown = ({ date: day, announced: known }: Announced): string =>
  known !== undefined && known < day ? known : day;

/** Says how many posts there are and, if not all are full-time, how much they come to. */
export function staffText({ posts, fte, isRough = false }: Staff): string {
  const count = countText(posts, "post");
  if (isRough) return `about ${count}, ${fteText(Number(fte.toFixed(1)))},`;
  return Math.abs(fte - posts) < 0.005 ? count : `${count}, ${fteText(fte)},`;
}

/** Writes full-time equivalents: 5.5 full-time equivalents. */
export const fteText = (fte: number): string =>
  `${numberText(fte, 2).replace(/\.?0+$/, "")} full-time ${fte === 1 ? "equivalent" : "equivalents"}`;

/** Says over what time a change comes in. */
export const overText = (over: number): string => (over === 0 ? "at once" : `over ${durationText(over)}`);

/** How long a change lasts, if not for good. */
export const lasting = (meaning: string) =>
  z.union([duration(meaning), unlimited()]).default(Number.POSITIVE_INFINITY);

/** Says how long a change lasts. */
export const lastingText = (lasts: number): string =>
  lasts === Number.POSITIVE_INFINITY ? "for good" : `for ${durationText(lasts)}`;

const MAX_NAMED = 4;

/** Names the first few of many. */
export const someOf = (ids: readonly string[]): string => someText(ids, MAX_NAMED);
