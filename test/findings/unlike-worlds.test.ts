import { describe, expect, it } from "vitest";
import { compare } from "../../sim/experiment/compare.ts";
import { gainedAndLost } from "../../sim/findings/gained-lost.ts";
import { unlikePointWarnings, unlikePractices, unlikeTimes } from "../../sim/findings/unlike-worlds.ts";
import { renderProblem } from "../../sim/scenario/problem.ts";
import { aScenario, scenarioFrom } from "../support/a-scenario.ts";
import { ONE_YEAR } from "../support/one-year.ts";

describe("worlds over unlike times", () => {
  it("are told by what differs, in the words of a scenario file", () => {
    const other = { start: "2015-04-02", warm_up: 26 * 10_080, horizon: 156 * 10_080 };
    expect(unlikeTimes(ONE_YEAR, other)).toEqual([
      { field: "start", base: "2014-04-02", other: "2015-04-02" },
      { field: "warm_up", base: "0 minutes", other: "26 weeks" },
      { field: "horizon", base: "52 weeks", other: "156 weeks" },
    ]);
    expect(unlikeTimes(ONE_YEAR, { ...ONE_YEAR })).toEqual([]);
  });

  it.each(["horizon=9 weeks", "warm_up=4 weeks", "start=2014-05-02"])("are not compared: %s", async (set) => {
    const base = aScenario(["horizon=8 weeks"]);
    const other = aScenario(["horizon=8 weeks", "name=other", set]);
    const [field] = set.split("=");
    await expect(compare(base, [other], { replications: 1 })).rejects.toThrow(`other ${field}: found `);
  });
});

describe("points of a sweep over unlike times", () => {
  it.each(["horizon", "warm_up", "start"])("are warned of: %s", (path) => {
    const [warning, ...more] = unlikePointWarnings([
      { path: "link_workers.fte", levels: [1, 2] },
      { path, levels: null },
    ]);
    expect(more).toEqual([]);
    expect(renderProblem(warning)).toBe(
      `--vary ${path}: warning: found points that simulate different times, expected one time for all, since ` +
        "counts, sums and costs grow with it. Read shares and waits of such points side by side, and nothing " +
        "that adds up.",
    );
    expect(unlikePointWarnings([{ path, levels: [1] }])).toEqual([]);
  });
});

describe("worlds with unlike practices", () => {
  it("are counted by id", () => {
    expect(unlikePractices(["a", "b", "c"], ["c", "d"])).toEqual({
      inBoth: 1,
      onlyInBase: 2,
      onlyInOther: 1,
    });
    expect(unlikePractices(["a", "b"], ["b", "a"])).toBeNull();
  });

  it("follow people of the practices that both have, and nobody else", async () => {
    const world = (name: string, ...practices: readonly string[]): ReturnType<typeof aScenario> =>
      scenarioFrom(
        `name: ${name}
horizon: 26 weeks
data: { organisation_template: organisations.csv }
practices: [${practices.map((id) => `{ id: ${id}, list_size: 5000, region: glasgow }`).join(", ")}]
organisations: { generate: { local_per_practice: 3, posts_per_city_wide: 1, posts_per_statutory: 1 } }
`,
      );
    const { base, others } = await compare(world("base", "a", "b"), [world("other", "b", "c")], {
      replications: 2,
    });
    const [referred] = gainedAndLost(others[0].twins!.counts).filter(({ groupBy }) => groupBy === "all");
    const place = base.plan.metrics.findIndex(
      ({ metric, groupBy, group }) => metric === "people.referred" && groupBy === "practice" && group === "b",
    );
    const atB = base.results.map(({ values }) => values[place]);
    // Somebody is referred in one world alone now and then: GPs know what became of those before.
    expect(referred.referred).toBeGreaterThanOrEqual((atB[0] + atB[1]) / 2);
    expect(referred.referred).toBeLessThan((atB[0] + atB[1]) / 2 + 10);
    const [{ base: ofBase, other: ofOther }] = others[0].twins!.rows;
    const names = others[0].twins!.practices;
    const isThere = (row: number, reasons: Uint8Array | Int32Array): boolean => reasons[row] !== 255;
    ofBase.practice.forEach((practice, row) => {
      if (isThere(row, ofBase.reason as never)) expect(names.base[practice]).toBe("b");
      if (isThere(row, ofOther.reason as never)) expect(names.other[ofOther.practice[row]]).toBe("b");
    });
  });
});
