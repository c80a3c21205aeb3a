import { existsSync, readdirSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { hasEnded, PROCESS_MARK } from "./process-mark.ts";

const NAME = /^\.tmp-(?<of>.+)-(?<mark>[0-9a-f]{8}-[0-9]+-[0-9a-f]{8})-[0-9]+(?<aside>-old)?$/;

let count = 0;

/**
 * Names a place beside another, in which something is written before it is moved there whole. The name says
 * which process writes it.
 */
export function besideOf(place: string): string {
  return join(dirname(place), `.tmp-${basename(place)}-${PROCESS_MARK}-${count++}`);
}

/** Names the place beside another to which what is replaced is set aside. */
export const asideOf = (beside: string): string => `${beside}-old`;

/** What a process that was killed has left beside a place. */
export interface Leftover {
  readonly path: string;
  /** The place beside which it is. */
  readonly place: string;
  /** Whether it was set aside, and not being written. */
  readonly isAside: boolean;
}

/**
 * Names what a process that was killed set aside of a place at which nothing is; undefined if it set nothing
 * aside.
 */
export function setAsideOf(place: string): string | undefined {
  const folder = dirname(resolve(place));
  if (existsSync(place) || !existsSync(folder)) return undefined;
  const aside = readdirSync(folder).find((name) => {
    const { of, mark, aside } = NAME.exec(name)?.groups ?? {};
    return of === basename(place) && aside !== undefined && hasEnded(mark);
  });
  return aside === undefined ? undefined : join(dirname(place), aside);
}

/** Lists what processes that have ended left in a folder; empty where it cannot be read. */
export async function leftoversIn(folder: string): Promise<readonly Leftover[]> {
  const names = await readdir(folder).catch(() => []);
  return names.sort().flatMap((name) => {
    const { of, mark, aside } = NAME.exec(name)?.groups ?? {};
    if (mark === undefined || !hasEnded(mark)) return [];
    return [{ path: join(folder, name), place: join(folder, of), isAside: aside !== undefined }];
  });
}
