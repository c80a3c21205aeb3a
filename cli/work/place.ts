import type { Shard } from "./shard.ts";

/** Says where and how fast a task is done; none of it changes a byte of the tables. */
export interface Place {
  /** Folder for the tables; undefined for none. */
  readonly out: string | undefined;
  /** Folder in which simulated cells are kept; undefined for none. */
  readonly store: string | undefined;
  /** Whether the store is removed once the tables are written: it was made for this task alone. */
  readonly forgetsStore: boolean;
  /** The part of the work that is done; undefined for all of it. */
  readonly shard: Shard | undefined;
  readonly workers: number;
  /** Whether a cell that fails ends the work, or is told at the end. */
  readonly onError: "stop" | "continue";
  /** Whether the result is shown on stdout. */
  readonly shows: boolean;
  /** Whether a report is made beside the folder. */
  readonly reports: boolean;
  readonly quiet: boolean;
  readonly json: boolean;
  /** Whether the screen shows every number, and not a few. */
  readonly full: boolean;
}

/** Gives the place of work that writes nothing but cells. */
export const keepingCells = (
  asked: Pick<Place, "store" | "workers" | "quiet"> & Partial<Pick<Place, "json">>,
): Place => ({
  json: false,
  ...asked,
  out: undefined,
  forgetsStore: false,
  shard: undefined,
  onError: "stop",
  shows: true,
  reports: false,
  full: false,
});

/** Names the store beside a results folder. */
export function storeBeside(out: string): string {
  return `${out.replace(/[/\\]+$/, "")}.cells`;
}
