import { describe, expect, it } from "vitest";
import { incidencesBy } from "../../sim/stats/cumulative-incidence.ts";
import { CENSORED, COMPETING, EVENT, type FollowUp } from "../../sim/stats/follow-up.ts";
import { groupsOf } from "../../sim/stats/groups.ts";
import { shareWithin, survivalAt } from "../../sim/stats/kaplan-meier.ts";
import { LinedUp } from "../../sim/stats/lined-up.ts";
import { orderByTime, splitOrder } from "../../sim/stats/order-by-time.ts";
import { survivalCurves } from "../../sim/stats/survival-curves.ts";
import { cumulativeIncidence } from "../support/aalen-johansen.ts";
import fc from "../support/fast-check.ts";
import { restrictedMean, survivalQuantile } from "../support/kaplan-meier.ts";

type Person = readonly [minutes: number, ending: number];

function followUp(people: readonly Person[]): FollowUp {
  const time = Int32Array.from(people, ([minutes]) => minutes);
  const kind = Uint8Array.from(people, ([, ending]) => ending);
  return { order: orderByTime(time, kind), time, kind };
}

function peopleEnding(...endings: number[]): fc.Arbitrary<Person[]> {
  return fc.array(fc.tuple(fc.nat(30), fc.constantFrom(...endings)), { minLength: 1, maxLength: 60 });
}

const at = fc.nat(35);

describe("estimators of time to event", () => {
  it("Aalen-Johansen without censoring is the plain share, exactly", () =>
    fc.assert(
      fc.property(peopleEnding(EVENT, COMPETING), at, (people, t) => {
        const share =
          people.filter(([minutes, kind]) => minutes <= t && kind === EVENT).length / people.length;
        expect(cumulativeIncidence(followUp(people), t)).toBe(share);
      }),
    ));

  it("Aalen-Johansen without competing endings is 1 less Kaplan-Meier", () =>
    fc.assert(
      fc.property(peopleEnding(EVENT, CENSORED), at, (people, t) => {
        const incidence = cumulativeIncidence(followUp(people), t) as number;
        expect(incidence).toBeCloseTo(shareWithin(followUp(people), t) as number, 12);
      }),
    ));

  it("incidences of all causes and survival of any ending make 1", () =>
    fc.assert(
      fc.property(peopleEnding(EVENT, COMPETING, 3, CENSORED), at, (people, t) => {
        const several = followUp(people);
        const any = followUp(
          people.map(([minutes, kind]) => [minutes, kind === CENSORED ? CENSORED : EVENT]),
        );
        let total = survivalAt(any, t) as number;
        for (const cause of [EVENT, COMPETING, 3]) {
          total += cumulativeIncidence(several, t, undefined, cause) as number;
        }
        expect(total).toBeCloseTo(1, 12);
      }),
    ));

  it.each([
    { size: "few", people: 80, groups: 3, minutes: 30 },
    { size: "many", people: 1500, groups: 1, minutes: 9000 },
    { size: "many in groups", people: 1500, groups: 3, minutes: 9000 },
  ])("incidences of all groups and kinds at once are those of each, to the bit: $size people", (many) => {
    const person = fc.tuple(
      fc.nat(many.minutes),
      fc.constantFrom(EVENT, COMPETING, 3, CENSORED),
      fc.integer({ min: -1, max: many.groups }),
    );
    const people = fc.array(person, { minLength: Math.floor(many.people * 0.8), maxLength: many.people });
    return fc.assert(
      fc.property(people, fc.nat(many.minutes * 1.2), (everybody, t) => {
        const all = followUp(everybody.map(([minutes, kind]) => [minutes, kind]));
        const code = Int32Array.from(everybody, ([, , group]) => group);
        const groups = groupsOf(code.length, many.groups, (person) => code[person]);
        const kinds = 4;
        const incidences = incidencesBy(new LinedUp(all), groups, t, kinds);
        for (let wanted = 0; wanted < many.groups; wanted++)
          for (let cause = EVENT; cause < kinds; cause++) {
            const one = cumulativeIncidence(all, t, { code, wanted }, cause);
            expect(incidences[wanted * kinds + cause]).toBe(one ?? NaN);
          }
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it("curves of all groups at once are those of each, to the bit", () => {
    const person = fc.tuple(
      fc.nat(30),
      fc.constantFrom(EVENT, EVENT, COMPETING, CENSORED),
      fc.integer({ min: -1, max: 3 }),
    );
    const ps = [0.1, 0.5, 0.9];
    return fc.assert(
      fc.property(fc.array(person, { maxLength: 80 }), at, (everybody, bound) => {
        const all = followUp(everybody.map(([minutes, kind]) => [minutes, kind]));
        const code = Int32Array.from(everybody, ([, , group]) => group);
        const curves = survivalCurves(
          new LinedUp(all),
          groupsOf(code.length, 3, (i) => code[i]),
          bound,
          ps,
        );
        for (let wanted = 0; wanted < 3; wanted++) {
          expect(curves.mean(wanted)).toBe(restrictedMean(all, bound, { code, wanted }));
          ps.forEach((p, n) => {
            expect(curves.quantile(wanted, n)).toBe(survivalQuantile(all, p, { code, wanted }));
          });
        }
      }),
    );
  });

  it("Kaplan-Meier without censoring restricts the mean of the times cut at the bound", () =>
    fc.assert(
      fc.property(peopleEnding(EVENT), at, (people, bound) => {
        let total = 0;
        for (const [minutes] of people) total += Math.min(minutes, bound);
        expect(restrictedMean(followUp(people), bound)).toBeCloseTo(total / people.length, 10);
      }),
    ));

  it("a group gives the same as a follow-up of its own, and as its part of the order", () =>
    fc.assert(
      fc.property(peopleEnding(EVENT, COMPETING, CENSORED), at, (people, t) => {
        const whole = followUp(people);
        const code = Int32Array.from(people, (_, i) => i % 3);
        const parts = splitOrder(
          whole.order,
          groupsOf(code.length, 3, (person) => code[person]),
        );
        for (let wanted = 0; wanted < 3; wanted++) {
          const members = { code, wanted };
          const alone = followUp(people.filter((_, i) => i % 3 === wanted));
          const part = { ...whole, order: parts[wanted] as Int32Array };
          for (const estimate of [cumulativeIncidence, survivalAt, restrictedMean, shareWithin]) {
            expect(estimate(whole, t, members)).toBe(estimate(alone, t));
            expect(estimate(part, t)).toBe(estimate(alone, t));
          }
        }
      }),
    ));
});
