import { realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { messages } from "../messages/index.ts";
import { badInput } from "../terminal/exit-codes.ts";

/** A folder that a command was given, and how: an option and its value, or what it is. */
export interface GivenFolder {
  readonly given: string;
  readonly path: string;
}

/**
 * Refuses to put results in the place of the folder that one is in, of one above it, or of one that is,
 * holds or lies in another that the command uses.
 */
export function refuseOverlap(out: GivenFolder, others: readonly GivenFolder[]): void {
  if (holds(physical(out.path), physical("."))) throw badInput(messages.outIsHere(out.given));
  for (const other of others) {
    const [place, otherPlace] = [physical(out.path), physical(other.path)];
    if (holds(place, otherPlace) || holds(otherPlace, place))
      throw badInput(messages.foldersOverlap(out.given, other.given));
  }
}

/** Says whether a place is another, or the other is within it. */
export function holds(place: string, other: string): boolean {
  const way = relative(place, other);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && resolve(way) !== way);
}

/** Follows every link on the way to a place, as far as it is there. */
export function physical(path: string): string {
  const place = resolve(path);
  try {
    return realpathSync(place);
  } catch {
    return dirname(place) === place ? place : join(physical(dirname(place)), basename(place));
  }
}
