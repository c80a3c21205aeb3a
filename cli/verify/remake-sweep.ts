import { type SweepPoint, sweepPoints } from "../../sim/experiment/design/points.ts";
import { ReplicationError } from "../../sim/experiment/executor.ts";
import { jobOf, range } from "../../sim/experiment/replicate.ts";
import type { PointResults } from "../../sim/experiment/sweep.ts";
import { CELLS } from "../../sim/tables/cells.ts";
import { sweepDeclaration } from "../../sim/tables/sweep.ts";
import type { Table, TableDeclaration } from "../../sim/tables/table.ts";
import { messages } from "../messages/index.ts";
import type { FileSink } from "../results/file-sink.ts";
import { HeldRows } from "../results/held-rows.ts";
import type { OpenedResults } from "../results/open-results.ts";
import type { SweepWork } from "../work/sweep-work.ts";
import { type WrittenSweep, writeSweep } from "../work/write-sweep.ts";
import type { Remade, RemakeOptions } from "./remake.ts";

/**
 * Makes the files of a sweep again; the rows of points that the sample passes over are those that the folder
 * has, so that every format must hold the same.
 */
export async function remakeSweep(
  written: WrittenSweep,
  results: OpenedResults,
  sink: FileSink,
  options: RemakeOptions,
): Promise<Remade> {
  const { sample, progress, signal } = options;
  const { work } = written;
  const held = sample.isWhole ? undefined : await HeldPoints.open(results, work);
  const mayLack = (results.record.failures ?? []).length > 0;
  const differ: string[] = [];
  const failed: number[] = [];
  let events = 0;
  const scenario = await writeSweep(sink, written, signal, async (tables) => {
    for (const point of sweepPoints(work.plan)) {
      signal.throwIfAborted();
      if (sample.hasPoint(point.point)) {
        const measured = await measuredAt(point, work, options);
        progress.done();
        if (measured === undefined) failed.push(point.point);
        else {
          events += measured.results.reduce((sum, result) => sum + result.events, 0);
          await tables.add(measured);
        }
      } else if (held !== undefined) {
        const { sweep, cells } = held.of(point.point);
        if (sweep.rows > 0) await tables.addRows(sweep, cells);
        else if (!mayLack) differ.push(messages.pointWithoutRows(sweep.declaration.name, point.point));
      }
    }
  });
  if (sample.isWhole && mayLack !== failed.length > 0) differ.push(messages.failuresDiffer(failed));
  return { scenarios: [scenario], events: sample.isWhole ? events : undefined, differ };
}

/** Simulates a point again; undefined if that fails. */
async function measuredAt(
  point: SweepPoint,
  { load, plan: { seed, replications } }: SweepWork,
  { executor }: RemakeOptions,
): Promise<PointResults | undefined> {
  const job = jobOf(load(point.set), { seed, detail: "summary" });
  try {
    const results = await executor.execute(job, range(0, replications));
    return { point, plan: await executor.plan(job), results };
  } catch (failure) {
    if (failure instanceof ReplicationError) return undefined;
    throw failure;
  }
}

/** Gives the rows of points as a folder has them. */
class HeldPoints {
  readonly #sweep: HeldRows;
  readonly #cells: HeldRows;

  private constructor(sweep: HeldRows, cells: HeldRows) {
    this.#sweep = sweep;
    this.#cells = cells;
  }

  static async open(results: OpenedResults, { plan }: SweepWork): Promise<HeldPoints> {
    const rowsOf = async (declaration: TableDeclaration): Promise<HeldRows> => {
      const empty = { declaration, columns: declaration.columns.map(() => []), rows: 0 };
      return new HeldRows((await results.tableAs(declaration)) ?? empty, ["point"]);
    };
    return new HeldPoints(await rowsOf(sweepDeclaration(plan.parameters)), await rowsOf(CELLS));
  }

  of(point: number): { readonly sweep: Table; readonly cells: Table } {
    return { sweep: this.#sweep.tableOf(point), cells: this.#cells.tableOf(point) };
  }
}
