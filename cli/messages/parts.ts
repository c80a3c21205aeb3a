import { countText } from "../../sim/words/numbers.ts";

/** Joins names in a sentence. */
export const list = (names: readonly string[]): string => names.join(", ");

/** Joins the names of things of which one is to be chosen. */
export const either = (names: readonly string[]): string =>
  names.length < 2 ? list(names) : `${list(names.slice(0, -1))} or ${names.at(-1)}`;

/** Puts lines that belong to a sentence under it. */
export const lines = (first: string, rest: readonly string[]): string =>
  [first, ...rest.map((line) => `  ${line}`)].join("\n");

/** Quotes what somebody gave, so that spaces and nothing at all are seen. */
export const quoted = (got: string): string => JSON.stringify(got);

/** Asks whether a name that is like the given one was meant; nothing where none is. */
export const didYouMean = (nearest: string | undefined): string =>
  nearest === undefined ? "" : ` Did you mean ${nearest}?`;

/** Says how many are, with the verb: 1 cell is, 2 cells are. */
export const countIs = (count: number, noun: string): string =>
  `${countText(count, noun)} ${count === 1 ? "is" : "are"}`;

/** Says how many there were, with the verb. */
export const countWas = (count: number, noun: string): string =>
  `${countText(count, noun)} ${count === 1 ? "was" : "were"}`;

/** Names replications, counted from 0. */
export const replicationsText = (first: number, last: number): string =>
  first === last ? `replication ${first}` : `replications ${first} to ${last}`;
