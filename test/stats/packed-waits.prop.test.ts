import { expect, it } from "vitest";
import { CENSORED, EVENT } from "../../sim/stats/follow-up.ts";
import { inOrder } from "../../sim/stats/order-by-time.ts";
import { LABELS, packedCurves, packWait } from "../../sim/stats/packed-waits.ts";
import fc from "../support/fast-check.ts";
import { restrictedMean, survivalQuantile } from "../support/kaplan-meier.ts";

it("curves of packed waits are those of a follow-up in order, to the bit", () => {
  const wait = fc.tuple(fc.nat(30), fc.boolean(), fc.nat(LABELS - 1));
  fc.assert(
    fc.property(fc.array(wait, { maxLength: 80 }), fc.nat(35), (waits, bound) => {
      const all = inOrder({
        time: Int32Array.from(waits, ([minutes]) => minutes),
        kind: Uint8Array.from(waits, ([, isEvent]) => (isEvent ? EVENT : CENSORED)),
      });
      const packed = Uint32Array.from(waits, ([minutes, isEvent, label]) =>
        packWait(minutes, isEvent, label),
      );
      const groupOf = Uint8Array.from({ length: LABELS }, (_, label) => label % 4);
      const curves = packedCurves(packed.sort(), { groupOf, groups: 3 }, bound, [0.5]);
      const code = Int32Array.from(waits, ([, , label]) => label % 4);
      for (let wanted = 0; wanted < 3; wanted++) {
        expect(curves.mean(wanted)).toBe(restrictedMean(all, bound, { code, wanted }));
        expect(curves.quantile(wanted, 0)).toBe(survivalQuantile(all, 0.5, { code, wanted }));
      }
    }),
  );
});

it("the longest wait that is packed is longer than sixty years, and a longer one is refused", () => {
  const longest = 2 ** 25 - 1;
  expect(longest / (365.25 * 1440)).toBeGreaterThan(60);
  expect(Math.floor(packWait(longest, false, LABELS - 1) / (2 * LABELS))).toBe(longest);
  for (const minutes of [longest + 1, -1, 0.5]) expect(() => packWait(minutes, true, 0)).toThrow(RangeError);
});
