import type { SweepPlan } from "../../sim/experiment/design/sweep-plan.ts";
import type { MeasurePlan } from "../../sim/measures/result.ts";
import { CELLS } from "../../sim/tables/cells.ts";
import { designDeclaration, designTable } from "../../sim/tables/design.ts";
import { DICTIONARY, dictionaryTable } from "../../sim/tables/dictionary.ts";
import { type MeasuredPoint, sweepDeclaration, sweepTable } from "../../sim/tables/sweep.ts";
import {
  keptMetrics,
  pointsDeclaration,
  pointsTable,
  SWEEP_REPLICATIONS,
  sweepReplicationsTable,
} from "../../sim/tables/sweep-points.ts";
import type { Table, TableDeclaration } from "../../sim/tables/table.ts";
import { cellsTable } from "../results/cells-table.ts";
import type { FileSink } from "../results/file-sink.ts";
import { GrowingTable } from "../results/growing-table.ts";
import { planText } from "../store/digests.ts";
import type { SweepTask } from "./task.ts";

/** The tables that grow point by point, in the order in which they are written. */
interface Growing<Of> {
  readonly points: Of;
  readonly sweep: Of;
  readonly replications: Of;
  readonly cells: Of;
}

/** Rows of one point, of each table that grows. */
export type PointRows = Growing<Table>;

/** Declares the tables that grow point by point. */
export function growingDeclarations(
  plan: SweepPlan,
  { tidy, ensemble }: Pick<SweepTask, "tidy" | "ensemble">,
): Growing<TableDeclaration> {
  const parameters = tidy === true ? [] : plan.parameters;
  return {
    points: pointsDeclaration(parameters, keptMetrics(plan)),
    sweep: sweepDeclaration(parameters, { isOfEnsemble: ensemble !== undefined }),
    replications: SWEEP_REPLICATIONS,
    cells: CELLS,
  };
}

/** Writes the tables of a sweep point by point, since thousands of points would not fit in memory. */
export class SweepTables {
  readonly #task: SweepTask;
  readonly #plan: SweepPlan;
  readonly #growing: Growing<GrowingTable>;
  /** What points measure, each plan once: where posts are varied they differ. */
  readonly #plans = new Map<string, MeasurePlan>();
  readonly #write: (table: Table) => Promise<void>;

  private constructor(
    task: SweepTask,
    plan: SweepPlan,
    growing: Growing<GrowingTable>,
    write: (table: Table) => Promise<void>,
  ) {
    this.#task = task;
    this.#plan = plan;
    this.#growing = growing;
    this.#write = write;
  }

  /** Opens the files and writes the table of points. */
  static async open(
    sink: FileSink,
    task: SweepTask,
    plan: SweepPlan,
    signal: AbortSignal,
  ): Promise<SweepTables> {
    const { formats } = task;
    const write = async (table: Table): Promise<void> => {
      const whole = await GrowingTable.open(sink, formats, table.declaration, signal);
      await whole.append(table);
      await whole.close();
    };
    await write(designTable(plan));
    const declared = growingDeclarations(plan, task);
    const open = (declaration: TableDeclaration): Promise<GrowingTable> =>
      GrowingTable.open(sink, formats, declaration, signal);
    const growing = {
      points: await open(declared.points),
      sweep: await open(declared.sweep),
      replications: await open(declared.replications),
      cells: await open(declared.cells),
    };
    return new SweepTables(task, plan, growing, write);
  }

  /** Adds the rows of one point; points come in their order. */
  async add(measured: MeasuredPoint): Promise<void> {
    const { point, plan, results } = measured;
    const { metrics, groups, tidy, ensemble } = this.#task;
    const isTidy = tidy === true;
    this.#plans.set(planText(plan), plan);
    await this.addRows({
      points: pointsTable(this.#plan, measured, { isTidy }),
      sweep: sweepTable(this.#plan, [measured], {
        ...{ metrics, hasGroups: groups, isTidy },
        isOfEnsemble: ensemble !== undefined,
      }),
      replications: sweepReplicationsTable(this.#plan, measured),
      cells: cellsTable(plan, results, "summary", { point: point.point }),
    });
  }

  /** Adds rows of one point that are there already. */
  async addRows(rows: PointRows): Promise<void> {
    await this.#growing.points.append(rows.points);
    await this.#growing.sweep.append(rows.sweep);
    await this.#growing.replications.append(rows.replications);
    await this.#growing.cells.append(rows.cells);
  }

  /** Ends the files and writes the dictionary. */
  async close(): Promise<void> {
    const { points, sweep, replications, cells } = this.#growing;
    for (const table of [points, sweep, replications, cells]) await table.close();
    const declared = growingDeclarations(this.#plan, this.#task);
    const declarations = [
      designDeclaration(this.#plan),
      ...[declared.points, declared.sweep, declared.replications, declared.cells],
      DICTIONARY,
    ];
    await this.#write(dictionaryTable(declarations, [...this.#plans.values()]));
  }
}
