/** One part of the work: the K-th of N, counted from 1. */
export interface Shard {
  readonly part: number;
  readonly parts: number;
}

/**
 * Says whether a member, counted from 0, belongs to a part; with N parts each takes every N-th member, so
 * that parts take about as long.
 */
export function isInShard(index: number, shard: Shard | undefined): boolean {
  return shard === undefined || index % shard.parts === shard.part - 1;
}
