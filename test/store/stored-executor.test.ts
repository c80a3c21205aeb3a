import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CellStore } from "../../cli/store/cell-store.ts";
import { storedExecutor } from "../../cli/store/stored-executor.ts";
import { type Executor, type Job, ReplicationError } from "../../sim/experiment/executor.ts";
import { ownThread } from "../../sim/experiment/own-thread.ts";
import { jobOf } from "../../sim/experiment/replicate.ts";
import { aFolder } from "../support/a-folder.ts";
import { aScenario } from "../support/a-scenario.ts";
import { timelineOf } from "../support/drawn-services.ts";

const SHORT = aScenario(["horizon=4 weeks"]);
const summary = jobOf(SHORT, { seed: "1", detail: "summary" });
const full = jobOf(SHORT, { seed: "1" });

/** Simulates really, and counts what it was asked for; `failing` is a replication that fails. */
function counting(failing?: number): Executor & { readonly asked: number[]; plans: number } {
  const inner = ownThread();
  const counter = {
    ...inner,
    asked: [] as number[],
    plans: 0,
    plan: (job: Parameters<Executor["plan"]>[0]) => {
      counter.plans++;
      return inner.plan(job);
    },
    async execute(...[job, replications, onReplication]: Parameters<Executor["execute"]>) {
      const results = [];
      for (const replication of replications) {
        counter.asked.push(replication);
        if (replication === failing) throw new ReplicationError(job, replication, "odd");
        results.push(...(await inner.execute(job, [replication], onReplication)));
      }
      return results;
    },
  };
  return counter;
}

const cellFiles = (folder: string): string[] =>
  readdirSync(join(folder, "cells"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".cell"))
    .map((name) => join(folder, "cells", name))
    .sort();

describe("a executor with a store", () => {
  it("simulates the fourth replication alone where three of a cell are kept", async () => {
    const folder = aFolder();
    await storedExecutor(ownThread(), await CellStore.open(folder)).execute(summary, [0, 1, 2]);
    const more = counting();
    const heard: number[] = [];
    const four = await storedExecutor(more, await CellStore.open(folder)).execute(
      summary,
      [0, 1, 2, 3],
      ({ result }) => {
        heard.push(result.replication);
      },
    );
    expect(more.asked).toEqual([3]);
    expect(heard).toEqual([0, 1, 2, 3]);
    expect(four).toEqual(await ownThread().execute(summary, [0, 1, 2, 3]));
    const again = counting();
    await storedExecutor(again, await CellStore.open(folder)).execute(summary, [0, 1, 2, 3]);
    expect(again.asked).toEqual([]);
  });

  it("simulates nothing twice, also after the program has ended, and gives what was simulated", async () => {
    const folder = aFolder();
    const first = counting();
    const simulated = await storedExecutor(first, await CellStore.open(folder)).execute(
      summary,
      [0, 1, 2, 3, 4, 5],
    );
    const second = counting();
    const again = storedExecutor(second, await CellStore.open(folder));
    expect(await again.execute(summary, [0, 1, 2, 3, 4, 5])).toEqual(simulated);
    expect(await again.plan(summary)).toEqual(await ownThread().plan(summary));
    expect({ asked: second.asked, plans: second.plans }).toEqual({ asked: [], plans: 0 });
  });

  it("gives what the executor without a store gives", async () => {
    for (const job of [summary, full]) {
      const executor = storedExecutor(counting(), await CellStore.open(aFolder()));
      expect(await executor.execute(job, [0, 1, 2])).toEqual(await ownThread().execute(job, [0, 1, 2]));
    }
  });

  it("simulates only what is new when more replications are asked for", async () => {
    const folder = aFolder();
    const executor = counting();
    const stored = storedExecutor(executor, await CellStore.open(folder));
    await stored.execute(full, [0, 1]);
    await stored.execute(full, [0, 1, 2]);
    expect(executor.asked).toEqual([0, 1, 2]);
  });

  it("has jobs simulated together where they lack the same, keeps each, and gives each its own", async () => {
    const folder = aFolder();
    const cut = timelineOf(["{ id: cut, date: 2014-04-14, kind: funding_cut, share: 50 % }"]);
    const named = (job: Job, name: string): Job => ({ ...job, scenario: { ...job.scenario, name } });
    const other = named(jobOf(aScenario(["horizon=4 weeks"], cut), { seed: "1", detail: "summary" }), "cut");
    const third = named(summary, "third");
    const jobs = [summary, other, third];
    const together: (readonly [number, readonly number[]])[] = [];
    const inner = ownThread();
    const noting: Executor = {
      ...inner,
      executeTogether: (some, replications, hear) => {
        together.push([some.length, replications]);
        return inner.executeTogether(some, replications, hear);
      },
    };
    await storedExecutor(noting, await CellStore.open(folder)).execute(third, [0, 1, 2, 3]);
    const stored = storedExecutor(noting, await CellStore.open(folder));
    const heard: string[] = [];
    const asked = [0, 1, 2, 3, 4, 5];
    const results = await stored.executeTogether(jobs, asked, ({ result }, job) => {
      heard.push(`${job.scenario.name} ${result.replication}`);
    });
    expect(together).toEqual([[2, [4, 5]]]);
    expect(results).toEqual(await Promise.all(jobs.map((job) => inner.execute(job, asked))));
    expect(heard.sort()).toEqual(
      jobs.flatMap(({ scenario }) => asked.map((r) => `${scenario.name} ${r}`)).sort(),
    );
    await storedExecutor(noting, await CellStore.open(folder)).executeTogether(jobs, asked);
    expect(together).toHaveLength(1);
  });

  it("has kept what anybody hears of", async () => {
    const folder = aFolder();
    const store = await CellStore.open(folder);
    const kept: number[] = [];
    await storedExecutor(counting(), store).execute(full, [0, 1, 2], () => {
      kept.push(cellFiles(folder).length);
    });
    expect(kept).toEqual([1, 2, 3]);
  });

  it("tells of each replication once, simulated or kept", async () => {
    const stored = storedExecutor(counting(), await CellStore.open(aFolder()));
    await stored.execute(summary, [0, 1, 2, 3]);
    const heard: number[] = [];
    await stored.execute(summary, [0, 1, 2, 3, 4, 5], ({ result }) => {
      heard.push(result.replication);
    });
    expect(heard).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("simulates a damaged cell again, notes it, and mends it", async () => {
    const folder = aFolder();
    const simulated = await storedExecutor(counting(), await CellStore.open(folder)).execute(
      summary,
      [0, 1, 2, 3, 4],
    );
    const [file] = cellFiles(folder);
    const bytes = readFileSync(file);
    bytes[bytes.length >> 1] ^= 4;
    writeFileSync(file, bytes);
    const store = await CellStore.open(folder);
    const executor = counting();
    expect(await storedExecutor(executor, store).execute(summary, [0, 1, 2, 3, 4])).toEqual(simulated);
    expect(store.damaged).toHaveLength(1);
    expect([[4], [0, 1, 2, 3]]).toContainEqual(executor.asked);
    const mended = await CellStore.open(folder);
    await storedExecutor(counting(), mended).execute(summary, [0, 1, 2, 3, 4]);
    expect(mended.damaged).toEqual([]);
  });

  it("simulates again what has lost its plan, without which nobody knows what the numbers mean", async () => {
    const folder = aFolder();
    const simulated = await storedExecutor(counting(), await CellStore.open(folder)).execute(full, [0, 1]);
    rmSync(join(folder, "plans"), { recursive: true });
    const executor = counting();
    expect(await storedExecutor(executor, await CellStore.open(folder)).execute(full, [0, 1])).toEqual(
      simulated,
    );
    expect(executor.asked).toEqual([0, 1]);
    expect(readdirSync(join(folder, "plans"))).toHaveLength(1);
  });

  it("begins nothing after a replication has failed, and keeps what went before", async () => {
    const folder = aFolder();
    const executor = counting(1);
    const failure = await storedExecutor(executor, await CellStore.open(folder))
      .execute(full, [0, 1, 2, 3])
      .catch((error) => error);
    expect(failure).toMatchObject({ replication: 1, message: "odd" });
    expect(executor.asked).toEqual([0, 1]);
    expect(cellFiles(folder)).toHaveLength(1);
  });

  it("keeps what became of people where a job asks for it, and no journals", async () => {
    const store = await CellStore.open(aFolder());
    const job = jobOf(SHORT, { seed: "1", keepsFates: true });
    const fates: unknown[] = [];
    for (const executor of [
      ownThread(),
      storedExecutor(counting(), store),
      storedExecutor(counting(), store),
    ])
      await executor.execute(job, [0], (simulated) => {
        fates.push(simulated.fates);
      });
    expect(fates[1]).toEqual(fates[0]);
    expect(fates[2]).toEqual(fates[0]);
    const journals = counting();
    const stored = storedExecutor(journals, store);
    for (let time = 0; time < 2; time++) await stored.execute(jobOf(SHORT, { keepsJournal: true }), [0]);
    expect(journals.asked).toEqual([0, 0]);
  });
});
