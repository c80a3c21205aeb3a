import { describe, expect, it } from "vitest";
import { childKey, entityKey, LEVEL, replicationKey, rootKey } from "../../sim/random/keys.ts";

const text = ({ k0, k1 }: { k0: number; k1: number }): string => `${k0},${k1}`;

describe("keys", () => {
  it('take the seed as text: 1, "1" and " 1 " are one seed, 1 and 2 are not', () => {
    expect(rootKey(1)).toEqual(rootKey("1"));
    expect(rootKey(" 1 ")).toEqual(rootKey("1"));
    expect(rootKey("2")).not.toEqual(rootKey("1"));
  });

  it("differ for every seed and replication: seed 1, replication 1 is not seed 2, replication 0", () => {
    const keys = new Set<string>();
    for (let seed = 0; seed < 50; seed++) {
      for (let replication = 0; replication < 200; replication++)
        keys.add(text(replicationKey(rootKey(seed), replication)));
    }
    expect(keys.size).toBe(50 * 200);
  });

  it("differ for names that are alike: anagrams, prefixes, kinds", () => {
    const replication = replicationKey(rootKey("1"), 0);
    const names = [
      "",
      "a",
      "aa",
      "ab",
      "ba",
      "a/b",
      "b/a",
      "practice-1",
      "practice-11",
      "practice-111",
      "1-practice",
      "präctice",
    ];
    for (let n = 0; n < 5000; n++) names.push(`practice-${n + 200}`);
    const keys = new Set(
      ["practice", "post"].flatMap((kind) => names.map((name) => text(entityKey(replication, kind, name)))),
    );
    expect(keys.size).toBe(2 * names.length);
  });

  it("differ between a child and a child of another kind with the same number", () => {
    const root = rootKey("1");
    const keys = new Set(
      Object.values(LEVEL).flatMap((level) =>
        Array.from({ length: 1000 }, (_, n) => text(childKey(root, level, n))),
      ),
    );
    expect(keys.size).toBe(Object.keys(LEVEL).length * 1000);
  });
});
