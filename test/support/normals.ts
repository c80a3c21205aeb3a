import { rootKey } from "../../sim/random/keys.ts";
import { normal } from "../../sim/random/quantiles.ts";
import { uniform } from "../../sim/random/threefry.ts";

/** Gives standard normal numbers, one after another, the same for the same seed. */
export function normals(seed: string): () => number {
  const { k0, k1 } = rootKey(seed);
  let n = 0;
  return () => normal(uniform(k0, k1, n++, 1), 1);
}
