import { truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dryRunText } from "../../cli/screen/dry-run-text.ts";
import type { KeptReplication } from "../../cli/store/cell.ts";
import { CellStore } from "../../cli/store/cell-store.ts";
import { type Block, cellKey } from "../../cli/store/job-content.ts";
import { modelVersion } from "../../cli/store/model-version.ts";
import type { KeptTask } from "../../cli/work/kept-task.ts";
import { pointStates } from "../../cli/work/point-states.ts";
import { sweepCells } from "../../cli/work/sweep-work.ts";
import type { SweepTask } from "../../cli/work/task.ts";
import type { LoadedScenario } from "../../sim/scenario/load.ts";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { aFolder } from "../support/a-folder.ts";
import { aScenario } from "../support/a-scenario.ts";
import { aSweepTask, workOf } from "./small-sweep.ts";

/** A store that holds the cells of a sweep, which nobody reads here, and the task that they came from. */
async function aStoreAfter(
  loaded: LoadedScenario,
  task: SweepTask,
  { model = modelVersion(), isKept = (_: number): boolean => true } = {},
): Promise<{ readonly store: CellStore; readonly earlier: KeptTask }> {
  const store = await CellStore.open(aFolder());
  const plan = await store.addPlan({
    scenario: "s",
    weeks: 0,
    metrics: [],
    series: [],
    retention: [],
    windows: [],
    windowed: [],
  });
  let i = 0;
  for (const { job, block } of sweepCells(workOf(loaded, task)))
    if (isKept(i++))
      await store.write({ key: cellKey(job, block, model), plan, replications: nothingIn(block) });
  const scenarios = [{ argument: "s.yaml", files: [], resolved: resolvedYaml(loaded) }];
  return { store, earlier: { task, model, set: [], scenarios } };
}

/** Replications of a block of which nothing was measured. */
function nothingIn({ from, before }: Block): KeptReplication[] {
  const none = new Float64Array(0);
  return Array.from({ length: before - from }, (_, i) => ({
    result: { replication: from + i, events: 0, values: none, series: none, retention: none, windowed: none },
    fates: undefined,
  }));
}

/** Says of each point what the column `kept` of a dry run does. */
async function statesOf(
  loaded: LoadedScenario,
  task: SweepTask,
  { store, earlier }: Partial<Awaited<ReturnType<typeof aStoreAfter>>>,
): Promise<readonly string[]> {
  const work = workOf(loaded, task);
  const states = await pointStates(work, "s.yaml", store, earlier);
  const text = dryRunText({ plan: work.plan, states, rate: undefined, workers: 1, store: "kept" });
  return text
    .split("\n")
    .slice(1, states.length + 1)
    .map((line) => line.replace(/^\S+ +\S+ +/, "").trim());
}

describe("what a dry run says of a point", () => {
  it("is none where nothing was simulated", async () => {
    expect(await statesOf(aScenario(), aSweepTask(), {})).toEqual(["none", "none"]);
  });

  it("is all where everything is kept", async () => {
    const kept = await aStoreAfter(aScenario(), aSweepTask());
    expect(await statesOf(aScenario(), aSweepTask(), kept)).toEqual(["all", "all"]);
  });

  it("is how many cells are kept where a part is, and that is no staleness", async () => {
    const task = aSweepTask({ replications: 10 });
    const kept = await aStoreAfter(aScenario(), task, { isKept: (i) => i < 4 });
    expect(await statesOf(aScenario(), task, kept)).toEqual(["all", "1 of 3 cells"]);
  });

  it("is none where the cell is damaged, since it is simulated again", async () => {
    const kept = await aStoreAfter(aScenario(), aSweepTask());
    const [prefix] = await kept.store.list("cells");
    const [name] = await kept.store.list(join("cells", prefix));
    truncateSync(join(kept.store.folder, "cells", prefix, name), 20);
    expect((await statesOf(aScenario(), aSweepTask(), kept)).toSorted()).toEqual(["all", "none"]);
    expect(kept.store.damaged).toHaveLength(1);
  });

  it("is none for a new point beside kept ones", async () => {
    const kept = await aStoreAfter(aScenario(), aSweepTask());
    const more = aSweepTask({ vary: [{ path: "link_workers.fte", values: ["0.5", "0.75", "1"] }] });
    expect(await statesOf(aScenario(), more, kept)).toEqual(["all", "none", "all"]);
  });

  it("is stale for another seed", async () => {
    const kept = await aStoreAfter(aScenario(), aSweepTask());
    const state = "none; stale: the seed was 1, is 2";
    expect(await statesOf(aScenario(), aSweepTask({ seed: "2" }), kept)).toEqual([state, state]);
  });

  it("is stale for a value that was changed, as the scenario says it", async () => {
    const kept = await aStoreAfter(aScenario(), aSweepTask());
    const changed = aScenario(["referral.rate=21 per 1000 a year", "practices[practice-1].list_size=4100"]);
    const state =
      "none; stale: practices[practice-1].list_size was 4000 people, is 4100 people; referral.rate was 22 per 1000 a year, is 21 per 1000 a year";
    expect(await statesOf(changed, aSweepTask(), kept)).toEqual([state, state]);
  });

  it("is stale for a row of the template of organisations that was changed", async () => {
    const kept = await aStoreAfter(aScenario(), aSweepTask());
    const loaded = aScenario();
    const [row, ...rows] = loaded.template;
    const template = [{ ...row, focus: "money_advice" as const }, ...rows];
    const organisations = { ...loaded.scenario.organisations, template };
    const changed = { ...loaded, template, scenario: { ...loaded.scenario, organisations } };
    for (const state of await statesOf(changed, aSweepTask(), kept))
      expect(state).toMatch(/^none; stale: organisations\.template.* was .*, is /);
  });

  it("is stale for another model", async () => {
    const kept = await aStoreAfter(aScenario(), aSweepTask(), { model: "aaaaaaaaaaaa" });
    const state = `none; stale: the model was aaaaaaaaaaaa, is ${modelVersion()}`;
    expect(await statesOf(aScenario(), aSweepTask(), kept)).toEqual([state, state]);
  });

  it("is none, and not stale, if the earlier task was never simulated", async () => {
    const { earlier } = await aStoreAfter(aScenario(), aSweepTask());
    const store = await CellStore.open(aFolder());
    const states = await statesOf(aScenario(), aSweepTask({ seed: "2" }), { store, earlier });
    expect(states).toEqual(["none", "none"]);
  });
});
