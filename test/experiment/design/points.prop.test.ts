import { describe, expect, it } from "vitest";
import { sweepPoints } from "../../../sim/experiment/design/points.ts";
import { type Design, planSweep, type SweepPlan } from "../../../sim/experiment/design/sweep-plan.ts";
import { variationOf } from "../../../sim/experiment/design/vary.ts";
import { baseValue, findParameter, isParameter, quantityOf } from "../../../sim/scenario/parameter.ts";
import { aScenario } from "../../support/a-scenario.ts";
import fc from "../../support/fast-check.ts";

const TIMELINE = `timeline:
  - { id: cut, date: 2014-10-01, kind: funding_cut, share: 10 % }
  - { id: posts, date: 2014-11-01, kind: posts_cut, to: 1 }
`;

/** Ranges without and with steps, lists, factors, dates, money; each fits the small scenario. */
const WRITTEN = {
  ranges: [
    "link_workers.fte=0.5:0.9",
    "timeline[cut].share=10 %:50 %",
    "timeline[cut].date=2014-05-01:2015-01-31",
    "practices[*].list_size=x0.8:x1.25",
    "practices[practice-1].list_size=3000:5000",
    "costs.post=40,000 GBP:45,000.50 GBP",
    "waiting_list.patience=4 weeks:12 weeks",
    "referral.rate=20:30 per 1000 a year",
    "turnover.link_worker=0.1:0.5 a year",
    "drop_off.base=-4:-2.5",
  ],
  levels: [
    "link_workers.fte=0.5:0.9:0.1",
    "timeline[cut].share=10:50:20 %",
    "timeline[cut].date=2014-05-01:2015-01-31:2 months",
    "practices[*].list_size=x0.8:x1.2:x0.2",
    "costs.post=£40,000:£45,000:£2,500",
    "timeline[posts].rule=smallest_list,spread",
    "mechanisms.bounce=on,off",
    "link_workers.caseload_cap=30,50,none",
    "people.deprivation=[20 %, 20 %, 20 %, 20 %, 20 %],[40 %, 30 %, 10 %, 10 %, 10 %]",
  ],
};

const planOf = (written: readonly string[], design: Design, points?: number, seed = "1"): SweepPlan =>
  planSweep({ vary: written.map(variationOf), design, points, seed });

const some = (written: readonly string[]) =>
  fc.shuffledSubarray([...written], { minLength: 1, maxLength: 3 });
const anyPlan = fc.oneof(
  some(WRITTEN.levels).map((written) => planOf(written, "grid")),
  fc
    .tuple(
      some([...WRITTEN.ranges, ...WRITTEN.levels.slice(-4)]),
      fc.constantFrom<Design>("lhs", "sobol"),
      fc.integer({ min: 1, max: 20 }),
      fc.string({ minLength: 1 }),
    )
    .map(([written, design, points, seed]) => planOf(written, design, points, seed)),
);

describe("the points of a sweep", () => {
  it("are as many as the plan says, numbered from 1, with a value and a change for each parameter", () =>
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const points = [...sweepPoints(plan)];
        expect(points.map(({ point }) => point)).toEqual(
          Array.from({ length: plan.points }, (_, i) => i + 1),
        );
        for (const { values, set } of points) {
          expect(values).toHaveLength(plan.parameters.length);
          expect(set.map((change) => change.slice(0, change.indexOf("=")))).toEqual(
            plan.parameters.map(({ path }) => path).sort(),
          );
        }
      }),
    ));

  it("do not depend on the order in which parameters were given, which moves columns only", () =>
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const backwards = { ...plan, parameters: [...plan.parameters].reverse() };
        const forth = [...sweepPoints(plan)];
        const back = [...sweepPoints(backwards)].map((point) => ({
          ...point,
          values: [...point.values].reverse(),
        }));
        expect(back).toEqual(forth);
      }),
    ));

  it("are taken by the loader, which reads the number that the table shows", () =>
    fc.assert(
      fc.property(anyPlan, (plan) => {
        for (const { values, set } of [...sweepPoints(plan)].slice(0, 3)) {
          aScenario(set, TIMELINE);
          plan.parameters.forEach(({ path, kind, unit }, i) => {
            if (kind !== "number") return;
            const change = set.find((each) => each.startsWith(`${path}=`)) as string;
            const parameter = findParameter(path);
            if (!isParameter(parameter)) throw new Error(path);
            const text = change.slice(path.length + 1);
            const quantity = quantityOf(parameter, [text]);
            expect(baseValue(quantity!, text)).toBe(baseValue(quantity!, `${values[i]} ${unit}`.trim()));
          });
        }
      }),
      { numRuns: 40 },
    ));

  it("of a longer Sobol design begin with those of a shorter", () => {
    const written = WRITTEN.ranges.slice(0, 4);
    const long = [...sweepPoints(planOf(written, "sobol", 64))];
    expect(long.slice(0, 32)).toEqual([...sweepPoints(planOf(written, "sobol", 32))]);
  });

  it("of a Latin hypercube keep a parameter's values whatever else varies", () => {
    const alone = [...sweepPoints(planOf(["link_workers.fte=0.5:0.9"], "lhs", 10))];
    const together = [
      ...sweepPoints(planOf(["costs.post=1 GBP:2 GBP", "link_workers.fte=0.5:0.9"], "lhs", 10)),
    ];
    expect(together.map(({ values }) => values[1])).toEqual(alone.map(({ values }) => values[0]));
  });

  it("hold each member of a list equally often in a Latin hypercube, and each whole number", () => {
    const plan = planOf(["mechanisms.bounce=on,off", "timeline[posts].to=1:4"], "lhs", 20);
    const count = (column: number): number[] => {
      const counts = new Map<number | string, number>();
      for (const { values } of sweepPoints(plan))
        counts.set(values[column]!, (counts.get(values[column]!) ?? 0) + 1);
      return [...counts.values()];
    };
    expect(count(0)).toEqual([10, 10]);
    expect(count(1)).toEqual([5, 5, 5, 5]);
  });

  it("are what a planner wrote: a grid of shares and rules", () => {
    const plan = planOf(
      ["timeline[posts].rule=smallest_list,spread", "timeline[cut].share=10:30:20 %"],
      "grid",
    );
    expect([...sweepPoints(plan)]).toEqual([
      {
        point: 1,
        values: ["smallest_list", 10],
        set: ["timeline[cut].share=10 %", "timeline[posts].rule=smallest_list"],
      },
      { point: 2, values: ["spread", 10], set: ["timeline[cut].share=10 %", "timeline[posts].rule=spread"] },
      {
        point: 3,
        values: ["smallest_list", 30],
        set: ["timeline[cut].share=30 %", "timeline[posts].rule=smallest_list"],
      },
      { point: 4, values: ["spread", 30], set: ["timeline[cut].share=30 %", "timeline[posts].rule=spread"] },
    ]);
  });

  it("of a seed never move", () => {
    const written = ["link_workers.fte=0.5:0.9", "timeline[cut].share=10 %:50 %"];
    const values = (design: Design) =>
      [...sweepPoints(planOf(written, design, 4))].map((point) => point.values);
    expect({ lhs: values("lhs"), sobol: values("sobol") }).toMatchInlineSnapshot(`
      {
        "lhs": [
          [
            0.579801,
            49.8281,
          ],
          [
            0.706412,
            39.9668,
          ],
          [
            0.880662,
            26.0353,
          ],
          [
            0.620469,
            12.4319,
          ],
        ],
        "sobol": [
          [
            0.774203,
            37.1414,
          ],
          [
            0.65947,
            14.9259,
          ],
          [
            0.58063,
            45.2381,
          ],
          [
            0.82264,
            20.3712,
          ],
        ],
      }
    `);
  });
});
