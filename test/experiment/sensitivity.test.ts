import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rankedParameters } from "../../sim/experiment/ranked-parameters.ts";
import { type PointValues, sensitivity, sensitivityOf } from "../../sim/experiment/sensitivity.ts";
import {
  planSensitivity,
  replicationsByPoint,
  type SensitivityParameter,
  type SensitivityPlan,
  type SensitivityPoint,
  screeningPoints,
  setAtPoint,
  variancePoints,
} from "../../sim/experiment/sensitivity-plan.ts";
import { rootKey } from "../../sim/random/keys.ts";
import { uniform } from "../../sim/random/threefry.ts";
import { readScenario } from "../../sim/scenario/load.ts";
import { sourcesFromMap } from "../../sim/scenario/sources.ts";
import { SMALL } from "../support/a-folder.ts";

const sources = sourcesFromMap(
  new Map([
    ["/s.yaml", SMALL.replace("40 weeks", "8 weeks")],
    ["/d.yaml", readFileSync("scenarios/defaults.yaml", "utf8")],
  ]),
  { defaults: "/d.yaml" },
);

const PATHS = ["contact.first", "drop_off.base", "needs.own", "referral.rate"];

const parameters = (grades: readonly ("A" | "B" | "C")[], of = "both" as const): SensitivityParameter[] =>
  grades.map((grade, i) => ({
    path: PATHS[i],
    values: "x0.5:x1.5",
    unit: "",
    low: 0.5,
    high: 1.5,
    grade,
    evidence: null,
    of,
  }));

const { k0, k1 } = rootKey("noise");
/** Chance of a replication, of variance 1, the same at every point. */
const noise = (replication: number): number => Math.sqrt(12) * (uniform(k0, k1, replication, 0) - 0.5);

/** Y = 4 u1 + 2 u2 + 0 u3, and chance of variance 1 that is alike everywhere. */
const additive =
  ({ metrics, worlds }: SensitivityPlan, slopes: readonly number[]) =>
  async ({ place, replications }: SensitivityPoint): Promise<PointValues> => {
    const mean = slopes.reduce((sum, slope, i) => sum + slope * place[i], 0);
    const world = metrics.map(() => replications.map((replication) => mean + noise(replication)));
    const other = metrics.map(() => replications.map((replication) => 2 * mean + noise(replication)));
    return worlds === 1 ? [world] : [world, other];
  };

describe("sensitivity", () => {
  const question = { parameters: parameters(["C", "A", "C"]), metrics: ["people.reached_3"], budget: 40_000 };
  const plan = planSensitivity(question);

  it("finds effects, shares of variance by grade, and chance, of a known answer", async () => {
    const { results, kept } = await sensitivityOf(plan, additive(plan, [4, 2, 0]));
    const [{ effects, variance }] = results;
    expect(kept).toEqual([0, 1, 2]);
    expect(effects.map(({ mu }) => mu)).toEqual([expect.closeTo(4, 10), expect.closeTo(2, 10), 0]);
    expect(effects.map(({ verdict }) => verdict)).toEqual(["moves", "moves", "inert"]);
    // Variances: 16 / 12 and 4 / 12 of parameters, 1 of chance.
    const all = 20 / 12 + 1;
    expect(variance?.shares.parameters.estimate).toBeCloseTo(20 / 12 / all, 1);
    expect(variance?.indices.map(({ total }) => total.estimate)).toEqual([
      expect.closeTo(0.8, 1),
      expect.closeTo(0.2, 1),
      0,
    ]);
    const grades = variance?.grades.map(({ estimate }) => estimate ?? Number.NaN) ?? [];
    expect(plan.grades).toEqual(["A", "C"]);
    expect(grades[0]).toBeCloseTo(4 / 12 / all, 1);
    expect(grades[1]).toBeCloseTo(16 / 12 / all, 1);
    expect(grades[0] + grades[1]).toBeCloseTo(variance?.shares.parameters.estimate ?? Number.NaN, 10);
  });

  it("takes the difference of two scenarios replication by replication, where common chance is gone", async () => {
    const two = planSensitivity(question, 2);
    const { results } = await sensitivityOf(two, additive(two, [4, 2, 0]));
    expect(results.map(({ of }) => of)).toEqual(["base", "difference"]);
    expect(results[1].variance?.shares.chance.estimate).toBeCloseTo(0, 10);
    expect(results[1].effects.map(({ mu }) => mu)).toEqual([expect.closeTo(4, 10), expect.closeTo(2, 10), 0]);
  });

  it("says beforehand what a budget buys, and buys no more", async () => {
    expect(plan.replications).toBeLessThanOrEqual(40_000);
    const seen: number[] = [];
    const points: SensitivityPoint[] = [];
    const measure = additive(plan, [1, 1, 1]);
    await sensitivityOf(plan, async (point) => {
      seen.push(...point.replications);
      points.push(point);
      return measure(point);
    });
    expect(seen.length).toBe(plan.replications);
    const told = replicationsByPoint(plan);
    expect(points.map(({ point }) => point)).toEqual(told.map((_, i) => i + 1));
    expect(points.map(({ replications }) => replications)).toEqual(told);
  });

  it("screens alone where the rest would buy too few rows, and refuses what does not buy a screening", () => {
    expect(planSensitivity({ ...question, budget: 32 }).variance).toBeNull();
    expect(() => planSensitivity({ ...question, budget: 31 })).toThrow(RangeError);
  });

  it("screens in fewer rows where the shares could not be bought otherwise", () => {
    // 4 rows of 4 points and 16 rows of 7, twice: the least that buys both; half would buy 16 rows.
    const both = planSensitivity({ ...question, budget: 256 });
    expect([both.screening.rows, both.variance?.rows]).toEqual([4, 16]);
    const one = planSensitivity({ ...question, budget: 255 });
    expect([one.screening.rows, one.variance]).toEqual([15, null]);
  });

  it("moves one parameter by half its range in each point of a screening, and one kept one in each of the rest", () => {
    for (const point of screeningPoints(plan).filter(({ at }) => at !== "A")) {
      const base = screeningPoints(plan).find(({ at, row }) => at === "A" && row === point.row);
      const moved = Array.from(point.place, (u, i) => Math.abs(u - (base?.place[i] ?? u)));
      expect(moved.filter((step) => step !== 0)).toEqual([expect.closeTo(0.5, 12)]);
    }
    const [a, b, mixed] = variancePoints(plan, [1]);
    expect([a.at, b.at, mixed.at]).toEqual(["A", "B", "drop_off.base"]);
    expect([...mixed.place]).toEqual([a.place[0], b.place[1], a.place[2]]);
  });

  it("draws A and B jointly uniform: coordinates of one half say nothing of the other's", () => {
    const wide = planSensitivity(question);
    const rows = variancePoints(wide, []);
    const of = (at: string): number[] =>
      rows.filter((one) => one.at === at).map(({ place }) => place[0] - 0.5);
    const [a, b] = [of("A"), of("B")];
    const product = a.reduce((sum, value, i) => sum + value * b[i], 0) / a.length;
    expect(Math.abs(product * 12)).toBeLessThan(0.05);
  });

  it("lays a parameter over the scenarios that have it alone", () => {
    const [mine, both] = parameters(["C", "C"]);
    const two = planSensitivity({ ...question, parameters: [{ ...mine, of: "other" }, both] }, 2);
    const [point] = screeningPoints(two);
    expect(setAtPoint(two, point, "base").map((text) => text.split("=")[0])).toEqual(["drop_off.base"]);
    expect(setAtPoint(two, point, "other")).toHaveLength(2);
  });

  it("ranks those that were kept by their total share, before all others", async () => {
    const analysed = await sensitivityOf(plan, additive(plan, [1, 3, 0]));
    const ranked = rankedParameters(analysed, analysed.results[0]).map(({ parameter }) => parameter.path);
    expect(ranked).toEqual(["drop_off.base", "contact.first", "needs.own"]);
  });

  it("is the same for any number of points under way, of a scenario that is simulated", async () => {
    const asked = { ...question, parameters: parameters(["C", "A"]), budget: 24, seed: "7" };
    const load = readScenario("/s.yaml", sources);
    const once = await sensitivity(load, asked);
    const four = await sensitivity(load, asked, { atOnce: 4 });
    expect(four.results).toEqual(once.results);
    expect(once.results[0].effects).toHaveLength(2);
  });
});
