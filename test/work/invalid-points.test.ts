import { describe, expect, it } from "vitest";
import { refuseInvalidPoints } from "../../cli/work/sweep-work.ts";
import { scenarioFrom } from "../support/a-scenario.ts";
import { aSweepTask, workOf } from "./small-sweep.ts";

const withAction = scenarioFrom(`name: small
start: 2026-01-05
horizon: 52 weeks
practices: [{ id: elm, list_size: 3000 people }]
timeline:
  - { id: cut, date: 2026-06-01, kind: funding_cut, types: [local], share: 50 % }
  - { id: more, date: 2026-07-01, kind: funding_cut, types: [local], share: 10 % }
`);

function refusalOf(action: () => void): { readonly exitCode: number; readonly message: string } {
  try {
    action();
  } catch (failure) {
    return failure as { exitCode: number; message: string };
  }
  return expect.fail("was not refused");
}

describe("a sweep with points that are not valid scenarios", () => {
  it("is refused before anything is simulated, with every problem of every such point", () => {
    const vary = [{ path: "start", values: ["2026-01-05", "2026-06-08", "2026-08-03"] }];
    const refusal = refusalOf(() => refuseInvalidPoints(workOf(withAction, aSweepTask({ vary })), "s.yaml"));
    expect(refusal.exitCode).toBe(2);
    expect(refusal.message.split("\n").map((line) => line.replace(/ found .*/, ""))).toMatchInlineSnapshot(`
      [
        "point 2 (start=2026-06-08): s.yaml timeline[cut].date:",
        "point 3 (start=2026-08-03): s.yaml timeline[cut].date:",
        "point 3 (start=2026-08-03): s.yaml timeline[more].date:",
        "2 points are not valid scenarios. Nothing was simulated.",
      ]
    `);
  });

  it("is let pass if every point is valid", () => {
    expect(() => refuseInvalidPoints(workOf(withAction, aSweepTask()), "s.yaml")).not.toThrow();
  });
});
