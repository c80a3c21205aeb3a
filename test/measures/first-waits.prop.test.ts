import { expect, it } from "vitest";
import { putFirstWaits, WAIT_WEEKS } from "../../sim/measures/first-waits.ts";
import { incidencesBy } from "../../sim/stats/cumulative-incidence.ts";
import { COMPETING, EVENT } from "../../sim/stats/follow-up.ts";
import { oneGroup } from "../../sim/stats/groups.ts";
import { LinedUp } from "../../sim/stats/lined-up.ts";
import { inOrder } from "../../sim/stats/order-by-time.ts";
import fc from "../support/fast-check.ts";

const WEEK = 7 * 1440;
const KINDS = COMPETING + 1;

function measured(followed: number, time: Int32Array, kind: Uint8Array): ReadonlyMap<string, number | null> {
  const values = new Map<string, number | null>();
  putFirstWaits(followed, inOrder({ time, kind }), {
    put: (metric, _by, _group, value) => values.set(metric, value),
  });
  return values;
}

const people = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 * WEEK }), fc.constantFrom(0, 1, 2)), {
  minLength: 1,
  maxLength: 60,
});

it("gives in one sweep what one estimate for each week gives", () => {
  fc.assert(
    fc.property(people, (list) => {
      const time = Int32Array.from(list, ([minutes]) => minutes);
      const kind = Uint8Array.from(list, ([, ending]) => ending);
      const values = measured(60 * WEEK, time, kind);
      for (const weeks of WAIT_WEEKS) {
        const shares = incidencesBy(
          new LinedUp(inOrder({ time, kind })),
          oneGroup(list.length),
          weeks * WEEK,
          KINDS,
        );
        expect(values.get(`lost.unseen.within_${weeks}_weeks`)).toBeCloseTo(shares[COMPETING], 10);
        if (weeks !== 4)
          expect(values.get(`wait.first_contact.within_${weeks}_weeks`)).toBeCloseTo(shares[EVENT], 10);
      }
    }),
  );
});

it("says nothing of weeks that nobody could be followed for", () => {
  const values = measured(20 * WEEK, Int32Array.of(WEEK), Uint8Array.of(EVENT));
  for (const weeks of WAIT_WEEKS)
    expect(Number.isNaN(values.get(`lost.unseen.within_${weeks}_weeks`))).toBe(weeks > 20);
});
