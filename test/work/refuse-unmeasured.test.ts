import { describe, expect, it } from "vitest";
import { sweepScreen } from "../../cli/screen/sweep-screen.ts";
import { refuseUnmeasured } from "../../cli/work/refuse-unmeasured.ts";
import { SweepHeadlines } from "../../sim/findings/sweep-headlines.ts";
import { aScenario } from "../support/a-scenario.ts";
import { aSweepTask, workOf } from "./small-sweep.ts";

const STAYING = "wait.first_contact.staying_within_4_weeks";

const refused = (metrics: string[], { more = "" } = {}): Promise<void> =>
  refuseUnmeasured(workOf(aScenario([], more), aSweepTask({ metrics })));

describe("metrics of a sweep", () => {
  it("that no standard asks for are refused with what to write", async () => {
    await expect(refused(["load.places", STAYING])).rejects.toThrow(
      `--metrics: ${STAYING} is measured where a standard asks for it. Add to the scenario: standards: ` +
        `[{ id: wanted, metric: ${STAYING}, at_least: 90 % }]\n1 problem found. Nothing was run.`,
    );
  });

  it("that a standard asks for are measured, as the refusal says", async () => {
    const more = `standards: [{ id: wanted, metric: ${STAYING}, at_least: 90 % }]`;
    await expect(refused(["load.places", STAYING], { more })).resolves.toBeUndefined();
  });

  it("that only a point in the middle measures are measured", async () => {
    const asked = ["caseload.mean", STAYING, "reached_3.share"];
    const vary = [{ path: "standards[wanted].metric", values: asked }];
    const more = "standards: [{ id: wanted, metric: caseload.mean, at_least: 0 }]";
    const work = workOf(aScenario([], more), aSweepTask({ vary, metrics: [STAYING] }));
    await expect(refuseUnmeasured(work)).resolves.toBeUndefined();
  });

  it("that some points lack stand on the screen as absent, whichever comes first", () => {
    const { plan } = workOf(aScenario(), aSweepTask());
    const headlines = new SweepHeadlines(plan.parameters, ["none", "a"]);
    const key = { metric: "a", groupBy: "all", group: "all", unit: "people" };
    const measured = {
      scenario: "s",
      weeks: 0,
      metrics: [key],
      series: [],
      retention: [],
      windows: [],
      windowed: [],
    };
    const empty = new Float64Array();
    const results = [
      {
        replication: 0,
        events: 0,
        values: Float64Array.of(7),
        series: empty,
        retention: empty,
        windowed: empty,
      },
    ];
    headlines.add({ point: { point: 1, values: [0.5] }, plan: measured, results });
    expect(sweepScreen(plan, headlines, { seed: "1", last: [] })).toMatch(/0\.5 +- +7\.000\n/);
  });
});
