import type { SweepPlan } from "../../sim/experiment/design/sweep-plan.ts";
import type { PointResults } from "../../sim/experiment/sweep.ts";
import type { MeasurePlan } from "../../sim/measures/result.ts";
import { CELLS } from "../../sim/tables/cells.ts";
import { designDeclaration, designTable } from "../../sim/tables/design.ts";
import { DICTIONARY, dictionaryTable } from "../../sim/tables/dictionary.ts";
import { sweepDeclaration, sweepTable } from "../../sim/tables/sweep.ts";
import type { Table } from "../../sim/tables/table.ts";
import { cellsTable } from "../results/cells-table.ts";
import type { FileSink } from "../results/file-sink.ts";
import { GrowingTable } from "../results/growing-table.ts";
import { planText } from "../store/digests.ts";
import type { SweepTask } from "./task.ts";

/** Writes the tables of a sweep point by point, since thousands of points would not fit in memory. */
export class SweepTables {
  readonly #task: SweepTask;
  readonly #plan: SweepPlan;
  readonly #sweep: GrowingTable;
  readonly #cells: GrowingTable;
  /** What points measure, each plan once: where posts are varied they differ. */
  readonly #plans = new Map<string, MeasurePlan>();
  readonly #write: (table: Table) => Promise<void>;

  private constructor(
    task: SweepTask,
    plan: SweepPlan,
    growing: { readonly sweep: GrowingTable; readonly cells: GrowingTable },
    write: (table: Table) => Promise<void>,
  ) {
    this.#task = task;
    this.#plan = plan;
    this.#sweep = growing.sweep;
    this.#cells = growing.cells;
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
    const sweep = await GrowingTable.open(sink, formats, sweepDeclaration(plan.parameters), signal);
    const cells = await GrowingTable.open(sink, formats, CELLS, signal);
    return new SweepTables(task, plan, { sweep, cells }, write);
  }

  /** Adds the rows of one point; points come in their order. */
  async add(measured: PointResults): Promise<void> {
    const { point, plan, results } = measured;
    const { metrics, groups } = this.#task;
    this.#plans.set(planText(plan), plan);
    await this.#sweep.append(sweepTable(this.#plan, [measured], { metrics, hasGroups: groups }));
    await this.#cells.append(cellsTable(plan, results, "summary", { point: point.point }));
  }

  /** Adds rows of one point that are there already: of the table of results, and of that of cells. */
  async addRows(sweep: Table, cells: Table): Promise<void> {
    await this.#sweep.append(sweep);
    await this.#cells.append(cells);
  }

  /** Ends the files and writes the dictionary. */
  async close(): Promise<void> {
    await this.#sweep.close();
    await this.#cells.close();
    const { parameters } = this.#plan;
    const declarations = [designDeclaration(parameters), sweepDeclaration(parameters), CELLS, DICTIONARY];
    await this.#write(dictionaryTable(declarations, [...this.#plans.values()]));
  }
}
