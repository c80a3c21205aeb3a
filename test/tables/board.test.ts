import { describe, expect, it } from "vitest";
import { boardLine } from "../../sim/findings/board.ts";
import { boardTexts } from "../../sim/findings/difference-words.ts";
import type { ScenarioResults } from "../../sim/measures/scenario-results.ts";
import { boardTable } from "../../sim/tables/board.ts";
import { rowsOf } from "../../sim/tables/rows-of.ts";

const COUNT = 12;
const TIME = { start: "2027-01-01", warm_up: 0, horizon: 365.25 * 1440 };
const METRICS = [
  ["requests.usual_care", "requests"],
  ["waiting_list.end", "people"],
  ["links.per_referral", "links"],
  ["posts.fte_end", "full-time equivalents"],
] as const;

/** A run that measures these numbers, in this order. */
function aRun(scenario: string, numbers: (r: number) => readonly number[]) {
  const none = new Float64Array();
  return {
    time: TIME,
    plan: {
      ...{ scenario, weeks: 0, series: [], retention: [], windows: [], windowed: [] },
      metrics: METRICS.map(([metric, unit]) => ({ metric, groupBy: "all", group: "all", unit })),
    },
    results: Array.from({ length: COUNT }, (_, replication) => ({
      ...{ replication, events: 0, series: none, retention: none, windowed: none },
      values: Float64Array.from(numbers(replication)),
    })),
  } satisfies ScenarioResults & { readonly time: unknown };
}

describe("numbers of a board", () => {
  it("have the decimals that their own chance allows beside a base that has none of them", () => {
    const base = aRun("base", (r) => [0, 310 + 20 * (r % 4), 1.5 + 0.01 * (r % 3), 70.5]);
    const cut = aRun("cut", (r) => [700 + 23 * (r % 4) - 1.25, 20 + (r % 4), 0, 42]);
    const rows = rowsOf(boardTable([base, cut]));
    const of = (start: string) => rows.find(({ label }) => String(label).startsWith(start));
    // 733.25 and 21.5 would be told to the hundredth, were decimals those of the number that is known best.
    expect(of("Requests")).toMatchObject({ base_value: 0, scenario_value: 733, difference: 733 });
    expect(of("Waiting list")).toMatchObject({ base_value: 340, scenario_value: 22 });
    expect(of("Links")).toMatchObject({ base_value: 1.51, scenario_value: 0 });
    expect(of("Full-time")).toMatchObject({ base_value: 70.5, scenario_value: 42 });
  });

  it("side by side share their decimals, but one that is far less sure has no more than one too many", () => {
    const line = boardLine("links.per_referral");
    const about = (mean: number, half: number) => ({ mean, low: mean - half, high: mean + half });
    expect(boardTexts([about(1.512, 0.019), about(2.468, 0.021)], line)).toEqual(["1.51", "2.47"]);
    expect(boardTexts([about(1.512, 0.02), about(246.8, 30)], line)).toEqual(["2", "247"]);
    expect(boardTexts([about(1.512, 0), about(246.8, 30)], line)).toEqual(["1.51", "250"]);
  });
});
