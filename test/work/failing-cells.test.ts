import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { QUIETLY } from "../../bench/hostile/quietly.ts";
import { loadAll } from "../../cli/scenarios/load-scenarios.ts";
import { CellStore } from "../../cli/store/cell-store.ts";
import { storedExecutor } from "../../cli/store/stored-executor.ts";
import { cellsOf, simulateCells, type WorkCell } from "../../cli/work/cells.ts";
import { sweepAt } from "../../cli/work/perform-sweep.ts";
import type { Place } from "../../cli/work/place.ts";
import { sweepWork } from "../../cli/work/sweep-work.ts";
import type { SweepTask } from "../../cli/work/task.ts";
import { type Executor, eachAlone, type Job, ReplicationError } from "../../sim/experiment/executor.ts";
import { ownThread } from "../../sim/experiment/own-thread.ts";
import { jobOf } from "../../sim/experiment/replicate.ts";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { aFolder, SMALL } from "../support/a-folder.ts";
import { aScenario } from "../support/a-scenario.ts";

const ORDER: SweepTask = {
  kind: "sweep",
  seed: "winter",
  replications: 2,
  formats: ["csv"],
  vary: [{ path: "link_workers.fte", values: ["0.5", "0.75", "1"] }],
  design: "grid",
  points: null,
  metrics: ["caseload.mean"],
  groups: false,
};
const SET = ["horizon=4 weeks"];

/** Simulates really, but for the second replication of some point of the sweep. */
function failingAt(fte: number): Executor {
  const inner = ownThread();
  const execute: Executor["execute"] = (job, replications, onReplication) =>
    job.scenario.link_workers.fte === fte
      ? Promise.reject(new ReplicationError(job, 1, "the list is shorter than nothing"))
      : inner.execute(job, replications, onReplication);
  return { ...inner, execute, executeTogether: eachAlone(execute) };
}

interface Outcome {
  readonly failure: { readonly exitCode: number; readonly message: string } | undefined;
  readonly said: string;
  readonly out: string;
}

/** Sweeps three numbers of hours, of which one fails. */
async function sweepFailing(
  onError: Place["onError"],
  {
    folder = aFolder({ "s.yaml": SMALL }),
    executor = failingAt(0.75),
    shard = undefined as Place["shard"],
  } = {},
): Promise<Outcome> {
  const file = join(folder, "s.yaml");
  const [named] = loadAll([file], SET);
  const store = await CellStore.open(join(folder, "store"));
  const bench = {
    signal: new AbortController().signal,
    store,
    executor: storedExecutor(executor, store),
    finish: async () => {},
    close: async () => {},
  };
  const out = join(folder, "out");
  const place = { ...QUIETLY, out, store: store.folder, shard, onError };
  const stderr = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  try {
    const work = sweepWork(ORDER, resolvedYaml(named));
    const failure = await sweepAt(bench, work, ORDER, named, SET, place).then(
      () => undefined,
      (thrown) => thrown,
    );
    return { failure, said: stderr.mock.calls.map(([text]) => text).join(""), out };
  } finally {
    stderr.mockRestore();
  }
}

const told = (out: string): string =>
  [
    "point 2 (link_workers.fte=0.75), seed winter, replication 1, failed: the list is shorter than nothing",
    "  Repeat it with:",
    `  linksim run ${out.replace(/out$/, "s.yaml")} --seed winter --set 'horizon=4 weeks' --set link_workers.fte=0.75 --replications 2 --workers 1`,
  ].join("\n");

describe("a sweep with a cell that fails", () => {
  it("stops there, says which seed and replication and how to repeat it, and writes no tables", async () => {
    const { failure, out } = await sweepFailing("stop");
    expect(failure?.exitCode).toBe(1);
    expect(failure?.message).toBe(told(out));
    expect(() => readFileSync(join(out, "run.json"))).toThrow("ENOENT");
  });

  it("with --on-error continue has the other points in its tables and the failure in run.json, and ends with exit code 1", async () => {
    const { failure, said, out } = await sweepFailing("continue");
    expect(failure?.exitCode).toBe(1);
    expect(failure?.message).toContain("1 point failed and is not in the tables");
    expect(said.trimEnd()).toBe(told(out));
    const points = readFileSync(join(out, "sweep.csv"), "utf8").trimEnd().split("\n").slice(1);
    expect(points.map((row) => row.split(",")[0])).toEqual(["1", "3"]);
    const { failures } = JSON.parse(readFileSync(join(out, "run.json"), "utf8"));
    expect(failures).toHaveLength(1);
    expect(failures[0]).toBe(told(out));
  });

  it("simulates only what failed when the same is asked for again, and then has all points", async () => {
    const folder = aFolder({ "s.yaml": SMALL });
    await sweepFailing("continue", { folder });
    const asked: number[] = [];
    const inner = ownThread();
    const execute: Executor["execute"] = (job, replications, onReplication) => {
      asked.push(job.scenario.link_workers.fte as number);
      return inner.execute(job, replications, onReplication);
    };
    const executor = { ...inner, execute, executeTogether: eachAlone(execute) };
    const { failure, out } = await sweepFailing("stop", { folder, executor });
    expect({ failure, asked }).toEqual({ failure: undefined, asked: [0.75] });
    expect(JSON.parse(readFileSync(join(out, "run.json"), "utf8"))).not.toHaveProperty("failures");
  });

  it("tells it of a shard too, keeps the other cells, and does not say that the part is done if it stopped", async () => {
    const shard = { part: 1, parts: 1 };
    const going = await sweepFailing("continue", { shard });
    expect(going.said).toContain("Part 1 of 1 is done: 2 cells are kept");
    expect(going.failure?.message).toBe(told(going.out));
    const stopped = await sweepFailing("stop", { shard });
    expect(stopped.said).not.toContain("done");
    expect(stopped.failure?.message).toBe(told(stopped.out));
  });

  it("fails alone among points that are simulated together", async () => {
    const jobs = [0.5, 0.75, 1].map((fte) =>
      jobOf(aScenario([`link_workers.fte=${fte}`, ...SET]), { seed: "1", detail: "summary" }),
    );
    const cells = jobs.flatMap((job) => cellsOf(job, 5, null));
    const done: Job[] = [];
    const how = { atOnce: 1, together: 6, onDone: ({ job }: WorkCell) => done.push(job) };
    const failures = await simulateCells(cells, failingAt(0.75), { ...how, onError: "continue" });
    expect(failures.map(({ cell }) => jobs.indexOf(cell.job))).toEqual([1, 1]);
    expect(done.map((job) => jobs.indexOf(job))).toEqual([0, 2, 0, 2]);
    done.length = 0;
    const [stopped, ...more] = await simulateCells(cells, failingAt(0.75), { ...how, onError: "stop" });
    expect({ stopped: jobs.indexOf(stopped.cell.job), more, done }).toEqual({
      stopped: 1,
      more: [],
      done: [],
    });
  });
});
