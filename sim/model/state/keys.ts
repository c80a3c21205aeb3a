import { entityKey, type Key } from "../../random/keys.ts";

/** Derives the keys of named entities of a kind from the replication's. */
export function deriveKeys(
  { key0, key1 }: { readonly key0: Int32Array; readonly key1: Int32Array },
  owners: readonly { readonly id: string }[],
  key: Key,
  kind: string,
): void {
  for (let n = 0; n < owners.length; n++) {
    const derived = entityKey(key, kind, owners[n].id);
    key0[n] = derived.k0;
    key1[n] = derived.k1;
  }
}
