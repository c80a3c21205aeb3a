import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ResultColumns } from "../../cli/results/result-columns.ts";
import { openKeeper } from "../../cli/results/result-keeper.ts";
import type { Executor } from "../../sim/experiment/executor.ts";
import { ownThread } from "../../sim/experiment/own-thread.ts";
import { keeperInMemory, type ResultKeeper, replicateInto } from "../../sim/experiment/replicate.ts";
import { createSimulator } from "../../sim/experiment/simulator.ts";
import { startsOf } from "../../sim/findings/start-of-run.ts";
import { inWindow } from "../../sim/measures/in-window.ts";
import type { ReplicationResult } from "../../sim/measures/result.ts";
import { inReplicationOrder, type Results } from "../../sim/measures/scenario-results.ts";
import { csvText } from "../../sim/tables/csv.ts";
import { replicationTable } from "../../sim/tables/replications.ts";
import { retentionTable } from "../../sim/tables/retention.ts";
import { seriesTable } from "../../sim/tables/series.ts";
import { summaryTable } from "../../sim/tables/summary.ts";
import { windowTable } from "../../sim/tables/windows.ts";
import { aScenario } from "../support/a-scenario.ts";
import { bytesHeld } from "../support/bytes-held.ts";

const folder = mkdtempSync(join(tmpdir(), "linksim-columns-"));
afterAll(() => rmSync(folder, { recursive: true }));

const loaded = aScenario(["horizon=60 weeks"]);
const { plan, run } = createSimulator(loaded.scenario, loaded.template, "1");
const held = Array.from({ length: 7 }, (_, replication) => ({ ...run(replication) }));

/** The same results in a file, three at a time. */
function kept(results: readonly ReplicationResult[] = held): ResultColumns {
  const columns = ResultColumns.open(folder);
  for (let from = 0; from < results.length; from += 3) columns.add(results.slice(from, from + 3));
  return columns;
}

const plain = (results: Iterable<ReplicationResult>) => Array.from(results, (result) => ({ ...result }));

describe("results that are kept in a file", () => {
  it("are what was measured, to the bit", () => {
    const odd = [{ ...held[0], values: held[0].values.map((_, i) => [NaN, -0, Infinity, 5e-324][i % 4]) }];
    expect(plain(kept())).toEqual(plain(held));
    expect(plain(kept(odd))).toEqual(odd);
    expect(kept().across("values", 5)).toEqual(Float64Array.from(held, ({ values }) => values[5]));
    for (const [from, before] of [
      [0, 7],
      [2, 5],
      [6, 9],
      [4, 4],
    ])
      expect(plain(kept().slice(from, before))).toEqual(plain(held.slice(from, before)));
  });

  it("give the same tables, windows and starts", () => {
    const tablesOf = (results: Results): readonly string[] =>
      [replicationTable, summaryTable, windowTable, seriesTable, retentionTable].map((tableOf) =>
        csvText(tableOf([{ plan, results }])),
      );
    expect(tablesOf(kept())).toEqual(tablesOf(held));
    expect(startsOf({ plan, results: kept() }, loaded.scenario)).toEqual(
      startsOf({ plan, results: held }, loaded.scenario),
    );
    const [ofKept, ofHeld] = [kept(), held].map((results) => inWindow({ plan, results }, 0));
    expect(ofKept.plan).toEqual(ofHeld.plan);
    expect(plain(ofKept.results)).toEqual(plain(ofHeld.results));
    expect(plain(ofKept.results.slice(2, 5))).toEqual(plain(ofHeld.results.slice(2, 5)));
    expect(inReplicationOrder(ofKept)).toBe(ofKept.results);
  });

  it("leave no file behind, however the program ends", () => {
    const columns = kept();
    expect(readdirSync(folder)).toEqual([]);
    expect(columns.length).toBe(7);
  });

  it("say what could not be written, and where", () => {
    expect(() => ResultColumns.open(join(folder, "nowhere"))).toThrow(
      /nowhere.*could not be written: a folder on its path does not exist/,
    );
  });
});

describe("the memory of many replications", () => {
  const numbers = 300;
  /** Measures as many numbers each time, and simulates nothing. */
  const executor: Executor = {
    ...ownThread(),
    execute: async (_, replications) =>
      replications.map((replication) => ({ ...held[0], replication, values: new Float64Array(numbers) })),
  };

  /** Bytes of numbers that a keeper holds for each replication more; objects of other tests come and go. */
  async function bytesEach(open: () => ResultKeeper): Promise<number> {
    const bytesOf = async (replications: number): Promise<number> => {
      const before = await bytesHeld();
      const keeper = open();
      await replicateInto(keeper, loaded, { replications, executor });
      const after = await bytesHeld();
      expect(keeper.results.length).toBe(replications);
      return after - before;
    };
    return ((await bytesOf(10_000)) - (await bytesOf(2000))) / 8000;
  }

  it("is that of the first thousand: no more is held", async () => {
    expect(await bytesEach(keeperInMemory)).toBeGreaterThan(8 * numbers * 0.9);
    expect(await bytesEach(() => openKeeper(folder))).toBeLessThan(200);
  });

  it("is taken by a thousand, and by one more is not", async () => {
    const few = openKeeper(folder);
    await replicateInto(few, loaded, { replications: 1000, executor });
    expect(Array.isArray(few.results)).toBe(true);
    const more = openKeeper(folder);
    await replicateInto(more, loaded, { replications: 1001, executor });
    expect(more.results).toBeInstanceOf(ResultColumns);
    expect(Array.from(more.results, ({ replication }) => replication)).toEqual(
      Array.from({ length: 1001 }, (_, replication) => replication),
    );
  });
});
