import { MAX_MEMBERS } from "../../../sim/ensemble/members-file.ts";
import { MEMBER_REPLICATIONS } from "../../../sim/ensemble/simulate-members.ts";
import { messages } from "../../messages/index.ts";
import type { AskedEnsemble } from "../../work/ensemble-work.ts";
import { readCount, refuse, single, TEXT, type TextOption } from "./text.ts";

/** Replications of a member at the most: chance is taken off what members differ by, and few are enough. */
const MOST = 1000;

/** Declares `--ensemble`. */
export const ENSEMBLE = {
  ...TEXT,
  describe:
    "Folder of sets of values that fit the published figures: what is not known is shown beside chance",
} as const;

/** Declares `--member-replications`. */
export const OF_MEMBERS = {
  ...TEXT,
  defaultDescription: String(MEMBER_REPLICATIONS),
  describe: "How often each scenario is simulated under each member of the ensemble, 2 or more",
} as const;

/** Declares `--before`. */
export const BEFORE = {
  type: "boolean",
  default: false,
  describe:
    "With --ensemble: simulate it also over the ranges as they were before any published figure was used, " +
    "and say what the figures narrow",
} as const;

/** Declares `--members`. */
export const MEMBERS = {
  ...TEXT,
  defaultDescription: "all",
  describe:
    "With --ensemble: draw so many of its members by weight (by the seed); fewer than 100 say in which " +
    "share of them there are fewer people, and no range",
} as const;

/** What of an ensemble a command takes beside its folder and how often members are simulated. */
interface EnsembleOptions {
  readonly before?: boolean;
  readonly members?: TextOption;
  /** By which members are drawn. */
  readonly seed?: string;
}

/** Reads which ensemble is asked for; undefined for none. */
export function readEnsembleOption(
  given: TextOption,
  often: TextOption,
  { before = false, members, seed = "" }: EnsembleOptions = {},
): AskedEnsemble | undefined {
  const folder = single("ensemble", given);
  const replications = readCount("member-replications", often, MOST);
  if (folder === undefined && replications !== undefined) refuse(messages.membersOfNone);
  const count = readCount("members", members, MAX_MEMBERS);
  if (folder === undefined && count !== undefined) refuse(messages.drawnOfNone);
  if (folder === undefined && before) refuse(messages.beforeOfNone);
  if (before && count !== undefined) refuse(messages.drawnBefore);
  if (count === 1) refuse(messages.badCount("members", "1", MAX_MEMBERS, 2));
  if (replications === 1) refuse(messages.badCount("member-replications", "1", MOST, 2));
  if (folder === undefined) return undefined;
  return {
    ...{ folder, replications: replications ?? MEMBER_REPLICATIONS, before },
    ...(count === undefined ? {} : { drawn: { count, seed } }),
  };
}
