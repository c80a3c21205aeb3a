import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CellStore } from "../../cli/store/cell-store.ts";
import { storedPlayer } from "../../cli/store/stored-player.ts";
import { ownThread } from "../../sim/experiment/own-thread.ts";
import { type Player, ReplicationError } from "../../sim/experiment/player.ts";
import { jobOf } from "../../sim/experiment/replicate.ts";
import { aFolder } from "../cli/linksim.ts";
import { aScenario } from "../support/a-scenario.ts";

const SHORT = aScenario(["horizon=4 weeks"]);
const summary = jobOf(SHORT, { seed: "1", detail: "summary" });
const full = jobOf(SHORT, { seed: "1" });

/** Plays really, and counts what it was asked for; `failing` is a replication that fails. */
function counting(failing?: number): Player & { readonly asked: number[]; plans: number } {
  const inner = ownThread();
  const counter = {
    ...inner,
    asked: [] as number[],
    plans: 0,
    plan: (job: Parameters<Player["plan"]>[0]) => {
      counter.plans++;
      return inner.plan(job);
    },
    async play(...[job, replications, onPlayed]: Parameters<Player["play"]>) {
      const results = [];
      for (const replication of replications) {
        counter.asked.push(replication);
        if (replication === failing) throw new ReplicationError(job, replication, "odd");
        results.push(...(await inner.play(job, [replication], onPlayed)));
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

describe("a player with a store", () => {
  it("plays nothing twice, also after the program has ended, and gives what was played", async () => {
    const folder = aFolder();
    const first = counting();
    const played = await storedPlayer(first, await CellStore.open(folder)).play(summary, [0, 1, 2, 3, 4, 5]);
    const second = counting();
    const again = storedPlayer(second, await CellStore.open(folder));
    expect(await again.play(summary, [0, 1, 2, 3, 4, 5])).toEqual(played);
    expect(await again.plan(summary)).toEqual(await ownThread().plan(summary));
    expect({ asked: second.asked, plans: second.plans }).toEqual({ asked: [], plans: 0 });
  });

  it("gives what the player without a store gives", async () => {
    for (const job of [summary, full]) {
      const player = storedPlayer(counting(), await CellStore.open(aFolder()));
      expect(await player.play(job, [0, 1, 2])).toEqual(await ownThread().play(job, [0, 1, 2]));
    }
  });

  it("plays only what is new when more replications are asked for", async () => {
    const folder = aFolder();
    const player = counting();
    const stored = storedPlayer(player, await CellStore.open(folder));
    await stored.play(full, [0, 1]);
    await stored.play(full, [0, 1, 2]);
    expect(player.asked).toEqual([0, 1, 2]);
  });

  it("has kept what anybody hears of", async () => {
    const folder = aFolder();
    const store = await CellStore.open(folder);
    const kept: number[] = [];
    await storedPlayer(counting(), store).play(full, [0, 1, 2], () => {
      kept.push(cellFiles(folder).length);
    });
    expect(kept).toEqual([1, 2, 3]);
  });

  it("tells of each replication once, played or kept", async () => {
    const stored = storedPlayer(counting(), await CellStore.open(aFolder()));
    await stored.play(summary, [0, 1, 2, 3]);
    const heard: number[] = [];
    await stored.play(summary, [0, 1, 2, 3, 4, 5], ({ result }) => {
      heard.push(result.replication);
    });
    expect(heard).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("plays a damaged cell again, notes it, and mends it", async () => {
    const folder = aFolder();
    const played = await storedPlayer(counting(), await CellStore.open(folder)).play(
      summary,
      [0, 1, 2, 3, 4],
    );
    const [file] = cellFiles(folder);
    const bytes = readFileSync(file);
    bytes[bytes.length >> 1] ^= 4;
    writeFileSync(file, bytes);
    const store = await CellStore.open(folder);
    const player = counting();
    expect(await storedPlayer(player, store).play(summary, [0, 1, 2, 3, 4])).toEqual(played);
    expect(store.damaged).toHaveLength(1);
    expect([[4], [0, 1, 2, 3]]).toContainEqual(player.asked);
    const mended = await CellStore.open(folder);
    await storedPlayer(counting(), mended).play(summary, [0, 1, 2, 3, 4]);
    expect(mended.damaged).toEqual([]);
  });

  it("plays again what has lost its plan, without which nobody knows what the numbers mean", async () => {
    const folder = aFolder();
    const played = await storedPlayer(counting(), await CellStore.open(folder)).play(full, [0, 1]);
    rmSync(join(folder, "plans"), { recursive: true });
    const player = counting();
    expect(await storedPlayer(player, await CellStore.open(folder)).play(full, [0, 1])).toEqual(played);
    expect(player.asked).toEqual([0, 1]);
    expect(readdirSync(join(folder, "plans"))).toHaveLength(1);
  });

  it("begins nothing after a replication has failed, and keeps what went before", async () => {
    const folder = aFolder();
    const player = counting(1);
    const failure = await storedPlayer(player, await CellStore.open(folder))
      .play(full, [0, 1, 2, 3])
      .catch((error) => error);
    expect(failure).toMatchObject({ replication: 1, message: "odd" });
    expect(player.asked).toEqual([0, 1]);
    expect(cellFiles(folder)).toHaveLength(1);
  });

  it("keeps what became of people where a job asks for it, and no journals", async () => {
    const store = await CellStore.open(aFolder());
    const job = jobOf(SHORT, { seed: "1", keepsFates: true });
    const fates: unknown[] = [];
    for (const player of [ownThread(), storedPlayer(counting(), store), storedPlayer(counting(), store)])
      await player.play(job, [0], (played) => {
        fates.push(played.fates);
      });
    expect(fates[1]).toEqual(fates[0]);
    expect(fates[2]).toEqual(fates[0]);
    const journals = counting();
    const stored = storedPlayer(journals, store);
    for (let time = 0; time < 2; time++) await stored.play(jobOf(SHORT, { keepsJournal: true }), [0]);
    expect(journals.asked).toEqual([0, 0]);
  });
});
