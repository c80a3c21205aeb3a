import { refuseOverlap } from "../../disk/apart.ts";
import { messages } from "../../messages/index.ts";
import { type Place, storeBeside } from "../../work/place.ts";
import { readOnError } from "./on-error.ts";
import { readOut } from "./out.ts";
import { readShard } from "./shard.ts";
import { readStore } from "./store.ts";
import { refuse, type TextOption } from "./text.ts";
import { readWorkers } from "./workers.ts";

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
  readonly full?: boolean;
}

/**
 * Reads where and how fast a task is done. Cells are kept in `--store`, else beside the results folder;
 * there they are removed when the tables are whole, unless `isLasting`, or this is one part of the work.
 */
export function readPlace(
  given: PlaceArguments,
  {
    keepsCells = true,
    isLasting = false,
  }: { readonly keepsCells?: boolean; readonly isLasting?: boolean } = {},
): Place {
  const out = readOut(given.out);
  const named = readStore(given.store);
  const shard = readShard(given.shard);
  if (!keepsCells && shard !== undefined) refuse(messages.shardOfEvents);
  if (!keepsCells && named !== undefined) refuse(messages.storeWithEvents);
  const beside = out === undefined ? undefined : storeBeside(out);
  const store = keepsCells ? (named ?? beside) : undefined;
  if (shard !== undefined && store === undefined) refuse(messages.shardWithoutStore);
  const { report: reports = false } = given;
  if (reports && out === undefined) refuse(messages.reportWithoutOut);
  if (reports && shard !== undefined) refuse(messages.reportOfShard);
  if (out !== undefined)
    refuseOverlap(
      { given: `--out ${out}`, path: out },
      store === undefined ? [] : [{ given: named === undefined ? store : `--store ${store}`, path: store }],
    );
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
    full: given.full ?? false,
  };
}
