import { join } from "node:path";
import { type SweepPoint, sweepPoints } from "../../sim/experiment/design/points.ts";
import { ReplicationError } from "../../sim/experiment/executor.ts";
import { jobOf, range } from "../../sim/experiment/replicate.ts";
import type { MeasuredPoint } from "../../sim/tables/sweep.ts";
import type { TableDeclaration } from "../../sim/tables/table.ts";
import { messages } from "../messages/index.ts";
import type { FileSink } from "../results/file-sink.ts";
import { HeldRows } from "../results/held-rows.ts";
import type { OpenedResults } from "../results/open-results.ts";
import { membersAt } from "../work/sweep-members.ts";
import { growingDeclarations, type PointRows } from "../work/sweep-tables.ts";
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
  const held = sample.isWhole ? undefined : await HeldPoints.open(results, written);
  const mayLack = (results.record.failures ?? []).length > 0;
  const differ: string[] = [];
  const failed: number[] = [];
  const fileOf = (table: string): string => join(results.folder, `${table}.${written.task.formats[0]}`);
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
        const rows = held.of(point.point);
        const lacking = [rows.points, rows.sweep].find((table) => table.rows === 0);
        if (lacking === undefined) await tables.addRows(rows);
        else if (!mayLack)
          differ.push(messages.pointWithoutRows(fileOf(lacking.declaration.name), point.point));
      }
    }
  });
  if (sample.isWhole && mayLack !== failed.length > 0) differ.push(messages.failuresDiffer(failed));
  return { scenarios: [scenario], events: sample.isWhole ? events : undefined, differ };
}

/** Simulates a point again; undefined if that fails. */
async function measuredAt(
  point: SweepPoint,
  work: SweepWork,
  { executor }: RemakeOptions,
): Promise<MeasuredPoint | undefined> {
  const { load, plan } = work;
  const { seed, replications } = plan;
  const job = jobOf(load(point.set), { seed, detail: "summary" });
  try {
    const results = await executor.execute(job, range(0, replications));
    const members = await membersAt(point, work, executor);
    return { point, plan: await executor.plan(job), results, members };
  } catch (failure) {
    if (failure instanceof ReplicationError) return undefined;
    throw failure;
  }
}

/** Gives the rows of points as a folder has them. */
class HeldPoints {
  readonly #rows: Readonly<Record<keyof PointRows, HeldRows>>;

  private constructor(rows: Readonly<Record<keyof PointRows, HeldRows>>) {
    this.#rows = rows;
  }

  static async open(results: OpenedResults, { task, work: { plan } }: WrittenSweep): Promise<HeldPoints> {
    const rowsOf = async (declaration: TableDeclaration): Promise<HeldRows> => {
      const empty = { declaration, columns: declaration.columns.map(() => []), rows: 0 };
      return new HeldRows((await results.tableAs(declaration)) ?? empty, ["point"]);
    };
    const declared = growingDeclarations(plan, task);
    return new HeldPoints({
      points: await rowsOf(declared.points),
      sweep: await rowsOf(declared.sweep),
      replications: await rowsOf(declared.replications),
      cells: await rowsOf(declared.cells),
    });
  }

  of(point: number): PointRows {
    const { points, sweep, replications, cells } = this.#rows;
    return {
      points: points.tableOf(point),
      sweep: sweep.tableOf(point),
      replications: replications.tableOf(point),
      cells: cells.tableOf(point),
    };
  }
}
