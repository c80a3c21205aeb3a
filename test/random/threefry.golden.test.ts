import { describe, expect, it } from "vitest";
import { childKey, entityKey, LEVEL, replicationKey, rootKey } from "../../sim/random/keys.ts";
import { threefry, uniform, words } from "../../sim/random/threefry.ts";

function encrypt(key: readonly [number, number], counter: readonly [number, number]): string[] {
  threefry(key[0] | 0, key[1] | 0, counter[0] | 0, counter[1] | 0);
  return Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, "0"));
}

describe("Threefry-2x32-20", () => {
  it("gives the vectors that Random123 publishes", () => {
    expect(encrypt([0, 0], [0, 0])).toEqual(["6b200159", "99ba4efe"]);
    expect(encrypt([0xffffffff, 0xffffffff], [0xffffffff, 0xffffffff])).toEqual(["1cb996fc", "bb002be7"]);
    expect(encrypt([0x13198a2e, 0x03707344], [0x243f6a88, 0x85a308d3])).toEqual(["c4923a9c", "483df7a0"]);
  });
});

describe("the tree of keys", () => {
  it("has not moved: a change here changes every result ever published", () => {
    const root = rootKey("1");
    const replication = replicationKey(root, 0);
    const practice = entityKey(replication, "practice", "practice-1");
    const person = childKey(practice, LEVEL.person, 1742);
    expect({
      root,
      replication,
      practice,
      person,
      draw: uniform(person.k0, person.k1, 0, 10),
    }).toMatchInlineSnapshot(`
      {
        "draw": 0.020759877770098245,
        "person": {
          "k0": -82083776,
          "k1": -919610004,
        },
        "practice": {
          "k0": 75477605,
          "k1": 66443456,
        },
        "replication": {
          "k0": 1203844412,
          "k1": -1880113238,
        },
        "root": {
          "k0": 1443067790,
          "k1": 822702094,
        },
      }
    `);
  });
});
