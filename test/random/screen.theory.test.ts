import { describe, expect, it } from "vitest";
import { childKey, type Key, LEVEL, replicationKey, rootKey } from "../../sim/random/keys.ts";
import { uniform } from "../../sim/random/threefry.ts";

/*
 * A screen of the keyed draws, not a battery: are draws uniform, and are those of neighbours unrelated?
 * Fixed seed; each of the 6 checks is two-sided at 1 in 10,000, so a sound generator fails the screen at 6
 * seeds in 10,000.
 */
const PEOPLE = 100_000;
const Z = 3.89;

const replication = replicationKey(rootKey("screen"), 0);
const draw = ({ k0, k1 }: Key, occasion = 0, purpose = 22): number => uniform(k0, k1, occasion, purpose);

function correlation(pairs: (n: number) => readonly [number, number]): number {
  let sum = 0;
  for (let n = 0; n < PEOPLE; n++) {
    const [a, b] = pairs(n);
    sum += (a - 0.5) * (b - 0.5);
  }
  // Of independent uniforms the product has mean 0 and variance 1/144.
  return (sum / PEOPLE) * 12 * Math.sqrt(PEOPLE);
}

describe("draws of people who are neighbours", () => {
  it("are uniform: chi-square over 100 cells", () => {
    const cells = new Float64Array(100);
    for (let n = 0; n < PEOPLE; n++) cells[Math.floor(draw(childKey(replication, LEVEL.person, n)) * 100)]++;
    const expected = PEOPLE / 100;
    const chiSquare = cells.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // 99 degrees of freedom; the normal approximation of Wilson & Hilferty (1931).
    const z = ((chiSquare / 99) ** (1 / 3) - (1 - 2 / (9 * 99))) / Math.sqrt(2 / (9 * 99));
    expect(Math.abs(z)).toBeLessThan(Z);
  });

  it("do not go with the next occasion", () => {
    const person = childKey(replication, LEVEL.person, 7);
    expect(Math.abs(correlation((n) => [draw(person, n), draw(person, n + 1)]))).toBeLessThan(Z);
  });

  it("do not go with the next person", () => {
    expect(
      Math.abs(
        correlation((n) => [
          draw(childKey(replication, LEVEL.person, n)),
          draw(childKey(replication, LEVEL.person, n + 1)),
        ]),
      ),
    ).toBeLessThan(Z);
  });

  it("do not go with the next purpose", () => {
    expect(
      Math.abs(
        correlation((n) => {
          const person = childKey(replication, LEVEL.person, n);
          return [draw(person, 0, 22), draw(person, 0, 23)];
        }),
      ),
    ).toBeLessThan(Z);
  });

  it("do not go with the same person in the next replication", () => {
    const root = rootKey("screen");
    expect(
      Math.abs(
        correlation((n) => [
          draw(childKey(replicationKey(root, n), LEVEL.person, 1)),
          draw(childKey(replicationKey(root, n + 1), LEVEL.person, 1)),
        ]),
      ),
    ).toBeLessThan(Z);
  });

  it("do not go with the same person under the next seed", () => {
    const roots = Array.from({ length: 2001 }, (_, seed) => replicationKey(rootKey(seed), 0));
    expect(
      Math.abs(
        correlation((n) => {
          const person = Math.floor(n / 2000);
          return [
            draw(childKey(roots[n % 2000], LEVEL.person, person)),
            draw(childKey(roots[(n % 2000) + 1], LEVEL.person, person)),
          ];
        }),
      ),
    ).toBeLessThan(Z);
  });
});
