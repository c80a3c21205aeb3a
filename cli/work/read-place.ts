import { badInput } from "../exit-codes.ts";
import * as messages from "../messages.ts";
import { readOut, readWorkers, single, type TextOption } from "../options.ts";
import type { Place } from "./place.ts";
import type { Shard } from "./shard.ts";

/** What the command line hands over about where and how fast. */
export interface PlaceArguments {
  readonly out: TextOption;
  readonly store: TextOption;
  readonly shard: TextOption;
  readonly workers: TextOption;
  readonly quiet: boolean;
  readonly json: boolean;
  readonly "on-error"?: TextOption;
  readonly report?: boolean;
}

/**
 * Reads where and how fast a task is done. Cells are kept in `--store`, else beside the results folder; there they are removed when the tables are whole,
 * unless `isLasting`, or this is one part of the work.
 */
export function readPlace(
  given: PlaceArguments,
  {
    keepsCells = true,
    isLasting = false,
  }: { readonly keepsCells?: boolean; readonly isLasting?: boolean } = {},
): Place {
  const out = readOut(given.out);
  const named = single("store", given.store);
  if (named === "") throw badInput(messages.noValue("store", "a folder"));
  const shard = readShard(given.shard);
  if (!keepsCells && shard !== undefined) throw badInput(messages.shardOfEvents);
  if (!keepsCells && named !== undefined) throw badInput(messages.storeWithEvents);
  const beside = out === undefined ? undefined : `${out.replace(/[/\\]+$/, "")}.cells`;
  const store = keepsCells ? (named ?? beside) : undefined;
  if (shard !== undefined && store === undefined) throw badInput(messages.shardWithoutStore);
  const { report: reports = false } = given;
  if (reports && out === undefined) throw badInput(messages.reportWithoutOut);
  if (reports && shard !== undefined) throw badInput(messages.reportOfShard);
  return {
    out,
    store,
    forgetsStore: named === undefined && shard === undefined && !isLasting,
    shard,
    workers: readWorkers(given.workers),
    onError: readOnError(given["on-error"]),
    shows: true,
    reports,
    quiet: given.quiet,
    json: given.json,
  };
}

function readShard(given: TextOption): Shard | undefined {
  const text = single("shard", given);
  if (text === undefined) return undefined;
  const [, part, parts] = /^([0-9]{1,6})\/([0-9]{1,6})$/.exec(text) ?? [];
  const shard = { part: Number(part), parts: Number(parts) };
  if (!(shard.part >= 1 && shard.part <= shard.parts)) throw badInput(messages.badShard(text));
  return shard;
}

function readOnError(given: TextOption): Place["onError"] {
  const text = single("on-error", given) ?? "stop";
  if (text !== "stop" && text !== "continue") throw badInput(messages.badOnError(text));
  return text;
}
