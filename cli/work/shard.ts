/** One part of the work: the k-th of so many, from 1. */
export interface Shard {
  readonly part: number;
  readonly parts: number;
}

/** Says whether a member, counted from 0, belongs to a part; each part gets every so-manieth, so that parts are of like length. */
export function isInShard(index: number, shard: Shard | undefined): boolean {
  return shard === undefined || index % shard.parts === shard.part - 1;
}
