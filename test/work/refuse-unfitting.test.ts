import { describe, expect, it } from "vitest";
import { loadAll } from "../../cli/scenarios/load-scenarios.ts";
import { openProgress } from "../../cli/terminal/progress.ts";
import { compareAll } from "../../cli/work/compare-all.ts";
import { bytesOfReplication, bytesOfWorld, refuseUnfitting } from "../../cli/work/refuse-unfitting.ts";
import { replicateAll } from "../../cli/work/replicate-all.ts";
import { ownThread } from "../../sim/experiment/own-thread.ts";
import { createSimulator } from "../../sim/experiment/simulator.ts";
import { aScenario } from "../support/a-scenario.ts";

const { scenario, template } = aScenario(["horizon=4 weeks"]);
const { plan, run } = createSimulator(scenario, template, "1");
const each = bytesOfReplication(plan);

describe("replications that would not fit in memory", () => {
  it("are counted by the numbers that one keeps", () => {
    const { values, series, retention, windowed } = run(0);
    const numbers = [values, series, retention, windowed].reduce((sum, { length }) => sum + length, 0);
    expect(each).toBeCloseTo(8 * numbers * 1.15, 6);
  });

  it("are refused with how many would, and those that do are not", () => {
    const bytes = 300e6 + bytesOfWorld(plan) + 1000 * each;
    expect(() => refuseUnfitting([plan], { replications: 1000, bytes })).not.toThrow();
    expect(() => refuseUnfitting([plan], { replications: 2000, bytes })).toThrow(
      /^--replications: found 2,000, which keep 0\.\d GB in memory until .* at most 1,000, for the 0\.\d GB/,
    );
    expect(() => refuseUnfitting([plan, plan], { replications: 1000, bytes })).toThrow(
      /1,000 of each of 2 scenarios, .* 500,/,
    );
  });

  it("are no more than are simulated at once where more are kept in a file", () => {
    const bytes = 300e6 + bytesOfWorld(plan) + 2000 * each;
    const filed = { areFiled: true, bytes };
    expect(() => refuseUnfitting([plan], { ...filed, replications: 1e9 })).not.toThrow();
    expect(() => refuseUnfitting([plan, plan, plan], { ...filed, replications: 1e9 })).not.toThrow();
    expect(() => refuseUnfitting([plan, plan, plan], { ...filed, replications: 1000 })).toThrow(
      /1,000 of each of 3 scenarios, .* 666,/,
    );
    expect(() => refuseUnfitting([plan], { ...filed, bytes: bytes - 1, replications: 1e9 })).toThrow(
      /found 1,000,000,000, .* expected at most 1,000,/,
    );
  });

  it("are worlds of a nation, of which one may fit, or fewer at once than there are threads", () => {
    const [post] = plan.series.filter(
      (key) => key.metric === "caseload.mean" && key.groupBy === "link_worker",
    );
    const england = {
      ...plan,
      scenario: "england",
      weeks: 156,
      series: Array.from({ length: 3500 }, () => post),
    };
    const of = (gigabytes: number) => ({ replications: 5, workers: 4, bytes: gigabytes * 1e9 });
    expect(() => refuseUnfitting([plan, england], of(9))).not.toThrow();
    expect(() => refuseUnfitting([plan, england], of(5))).toThrow(
      /^--workers: found 4, each with a world such as england, which take 7\.\d GB of memory; expected at most 2,/,
    );
    expect(() => refuseUnfitting([plan, england], of(2))).toThrow(
      /^england: one replication takes 2\.\d GB of memory; expected at most the 2\.0 GB here\./,
    );
    expect(() => refuseUnfitting([plan, england], { ...of(2), workers: 1 })).toThrow(
      "england: one replication",
    );
  });

  it("are refused before anything is simulated, by a run and by a comparison", async () => {
    const simulated: number[] = [];
    const executor = {
      ...ownThread(),
      plan: async () => ({ ...plan, weeks: 1e12 }),
      execute: async (_: unknown, replications: readonly number[]) => {
        simulated.push(...replications);
        return [];
      },
    };
    const common = { seed: "1", set: [], executor, progress: await openProgress(true) };
    const extent = { kind: "replications", count: 2 } as const;
    const [one] = loadAll(["starter"], []);
    await expect(replicateAll([one], { ...common, extent, events: undefined })).rejects.toThrow(
      "one replication takes",
    );
    const asked = { ...common, extent, twins: "none", variants: false } as const;
    await expect(compareAll([one, one], asked)).rejects.toThrow("one replication takes");
    expect(simulated).toEqual([]);
  });
});
