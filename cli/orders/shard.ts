/** One part of the work: the k-th of so many, from 1. */
export interface Shard {
  readonly part: number;
  readonly parts: number;
}

/** Gives the members of one part, or all: each part gets every so-manieth, so that parts are of like length. */
export function* inShard<T>(all: Iterable<T>, shard: Shard | undefined): Generator<T> {
  let i = 0;
  for (const member of all) {
    if (shard === undefined || i % shard.parts === shard.part - 1) yield member;
    i++;
  }
}
