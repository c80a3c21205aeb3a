import { describe, expect, it } from "vitest";
import { poundsAPerson, poundsLabel, poundsText } from "../../sim/findings/pounds-a-person.ts";
import type { ScenarioResults } from "../../sim/measures/scenario-results.ts";
import { BOARD, boardTable } from "../../sim/tables/board.ts";
import { rowsOf } from "../../sim/tables/rows-of.ts";

const COUNT = 20;
const TIME = { start: "2027-01-01", warm_up: 0, horizon: 2 * 365.25 * 1440 };

/** A run of which each replication costs so much and lets so many people reach three contacts. */
function aRun(scenario: string, cost: number, people: (r: number) => number) {
  const none = new Float64Array();
  const measured = (metric: string, unit: string) => ({ metric, groupBy: "all", group: "all", unit });
  return {
    time: TIME,
    plan: {
      ...{ scenario, weeks: 0, series: [], retention: [], windows: [], windowed: [] },
      metrics: [measured("cost.total", "GBP"), measured("people.reached_3", "people")],
    },
    results: Array.from({ length: COUNT }, (_, replication) => ({
      ...{ replication, events: 0, series: none, retention: none, windowed: none },
      values: Float64Array.of(cost, people(replication)),
    })),
  } satisfies ScenarioResults & { readonly time: unknown };
}

const base = aRun("base", 100_000, (r) => 200 + (r % 5));
const cut = aRun("cut", 40_000, (r) => 140 + (r % 5) + (r % 3) - 1);

describe("pounds a person", () => {
  it("are the saving over the people lost, with an interval, or the extra over those gained", () => {
    const saved = poundsAPerson(base, cut);
    expect(saved?.way).toBe("saved");
    expect(saved?.mean).toBeCloseTo((60_000 * COUNT) / (60 * COUNT + 1), 8);
    expect([Number(saved?.low) < 1000, Number(saved?.high) > 1000]).toEqual([true, true]);
    expect(poundsAPerson(cut, base)).toMatchObject({ way: "spent", mean: saved?.mean });
    expect(saved === null ? "" : `${poundsLabel(saved)}: ${poundsText(saved)}`).toMatch(
      /^Saved for each person fewer who reaches three contacts: GBP (999|1,000) \(\d+ to 1,0\d\d\)$/,
    );
  });

  it.each([
    ["nobody is lost", aRun("same", 40_000, (r) => 200 + (r % 5))],
    ["people differ within chance", aRun("chance", 40_000, (r) => 202 + 40 * (r % 2) - 20)],
    ["less money helps more people", aRun("better", 40_000, (r) => 260 + (r % 5))],
    ["it costs the same", aRun("as-dear", 100_000, (r) => 140 + (r % 5))],
  ])("are not told where %s", (_, other) => {
    expect(poundsAPerson(base, other)).toBeNull();
  });

  it("stand in the table of a board behind the cost a year, where there are any", () => {
    const rows = rowsOf(boardTable([base, cut, aRun("same", 40_000, (r) => 200 + (r % 5))]));
    const of = (scenario: string) => rows.filter((row) => row.scenario === scenario);
    expect(of("cut").find(({ label }) => String(label).endsWith(" a year"))).toMatchObject({
      ...{ base_value: 50_000, scenario_value: 20_000, difference: -30_000, unit: "GBP" },
    });
    expect(of("cut").at(-1)).toMatchObject({
      label: "Saved for each person fewer who reaches three contacts",
      difference: expect.closeTo(999, -1),
    });
    expect(of("same").some(({ label }) => String(label).startsWith("Saved"))).toBe(false);
    expect(BOARD.columns.length).toBe(Object.keys(rows[0]).length);
  });
});
