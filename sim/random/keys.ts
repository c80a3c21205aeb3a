import seedrandom from "seedrandom";
import { threefry, words } from "./threefry.ts";

/**
 * Derives keys down the tree root -> replication -> entity -> person -> episode. Who somebody is depends on
 * the path of keys alone, never on the order in which people arrive ("same patient, same draws").
 *
 * A child's counter has the top bit of its second word set; the purposes of draws are small positive
 * numbers, so a key and a draw never come from the same counter.
 */

/** Names a key: 64 bits in two words. */
export interface Key {
  readonly k0: number;
  readonly k1: number;
}

const CHILD = 1 << 31;

/** Levels of the key tree; a number each, so that child 3 of one kind is not child 3 of another. */
export const LEVEL = {
  replication: 1,
  entity: 2,
  person: 3,
  episode: 4,
  return: 5,
  need: 6,
  link: 7,
} as const;
export type Level = (typeof LEVEL)[keyof typeof LEVEL];

/** Derives child `index` of a key into `words`; the hot path copies them out, `childKey` wraps them. */
export function deriveChild(k0: number, k1: number, level: Level, index: number): void {
  threefry(k0, k1, index, CHILD | level);
}

/** Derives child `index` (a 32-bit integer) of a key at a level of the tree. */
export function childKey(parent: Key, level: Level, index: number): Key {
  deriveChild(parent.k0, parent.k1, level, index);
  return { k0: words[0], k1: words[1] };
}

/**
 * Turns the user's seed into the root key. `1` and `"1"` are the same seed: every seed is trimmed text
 * first.
 */
export function rootKey(seed: string | number): Key {
  const stream = seedrandom(`linksim/${String(seed).trim()}`);
  return { k0: stream.int32(), k1: stream.int32() };
}

/** Derives the key of a replication; hashed, so that seed 1, replication 1 is not seed 2, replication 0. */
export function replicationKey(root: Key, replication: number): Key {
  return childKey(root, LEVEL.replication, replication);
}

/**
 * Derives the key of a named entity, such as `practice/practice-3`, from a replication's key: 64 bits hashed
 * of the whole name.
 */
export function entityKey(replication: Key, kind: string, id: string): Key {
  let { k0, k1 } = replication;
  const name = `${kind}/${id}`;
  threefry(k0, k1, name.length, CHILD | LEVEL.entity);
  for (let i = 0; i < name.length; i += 2) {
    k0 = words[0];
    k1 = words[1];
    threefry(
      k0,
      k1,
      name.charCodeAt(i) | ((i + 1 < name.length ? name.charCodeAt(i + 1) : 0) << 16),
      CHILD | LEVEL.entity,
    );
  }
  return { k0: words[0], k1: words[1] };
}
