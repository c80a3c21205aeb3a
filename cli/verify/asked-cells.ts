import { sweepPoints } from "../../sim/experiment/design/points.ts";
import { range } from "../../sim/experiment/replicate.ts";
import { replicationsByPoint } from "../../sim/experiment/sensitivity-plan.ts";
import { never } from "../../sim/never.ts";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { CALIBRATION_POINTS } from "../../sim/tables/calibration-points.ts";
import { CELLS } from "../../sim/tables/cells.ts";
import { rowsOf } from "../../sim/tables/rows-of.ts";
import { HeldRows } from "../results/held-rows.ts";
import type { OpenedResults } from "../results/open-results.ts";
import { blocksOf } from "../store/stored-executor.ts";
import { attributionOf } from "../work/attribute-all.ts";
import { everyScenario } from "../work/compare-all.ts";
import type { RecordedTask } from "../work/recorded-task.ts";
import { sensitivityWork } from "../work/sensitivity-work.ts";
import { sweepWork } from "../work/sweep-work.ts";

/** A cell that the order of a folder asks for. */
export interface AskedCell {
  readonly scenario: string;
  readonly point: number | null;
  readonly first: number;
  readonly last: number;
}

/**
 * Cells that are simulated again together: one of a run, or all of a point, whose rows are means of them.
 */
export type AskedPart = readonly [AskedCell, ...AskedCell[]];

/**
 * Lists what the order of a folder asks for, by its scenarios and options; how many replications a precision
 * takes, which points a calibration does and what a plan looks at comes out only when they are simulated, so
 * there it is what the folder says.
 */
export async function askedParts({ task, mains, results }: RecordedTask): Promise<AskedPart[]> {
  switch (task.kind) {
    case "run":
    case "compare": {
      const { extent } = task;
      const told = new Map(results.record.scenarios.map(({ name, replications }) => [name, replications]));
      const scenarios =
        task.kind === "compare"
          ? everyScenario(mains, task)
          : mains.flatMap((main) => (task.variants ? [main, ...main.variants] : [main]));
      return scenarios.flatMap(({ scenario: { name } }) =>
        range(0, extent.kind === "replications" ? extent.count : (told.get(name) ?? 0)).map(
          (replication): AskedPart => [
            { scenario: name, point: null, first: replication, last: replication },
          ],
        ),
      );
    }
    case "attribute":
      return attributionOf(task, mains).worlds.flatMap(({ scenario: { name } }) =>
        range(0, task.extent.count).map(
          (replication): AskedPart => [
            { scenario: name, point: null, first: replication, last: replication },
          ],
        ),
      );
    case "sweep": {
      const [named] = mains;
      const { plan } = sweepWork(task, resolvedYaml(named));
      const blocks = blocksOf({ detail: "summary" }, range(0, task.replications));
      return [...sweepPoints(plan)].map(({ point }) => {
        const [first, ...rest] = blocks.map(({ from, before }) => ({
          scenario: named.scenario.name,
          point,
          first: from,
          last: before - 1,
        }));
        return [first, ...rest];
      });
    }
    case "calibrate":
      return listedPoints(results, mains[0].scenario.name);
    case "sensitivity": {
      const { plan } = sensitivityWork(task, mains);
      return replicationsByPoint(plan).map((replications, i) => {
        const [first, ...rest] = mains.map(({ scenario: { name } }) => ({
          scenario: name,
          point: i + 1,
          first: replications[0],
          last: replications[replications.length - 1],
        }));
        return [first, ...rest];
      });
    }
    case "plan":
      return listedTogether(results);
    case "validate": {
      // As one part: what follows from a replication is not kept, so that none can be passed over.
      const [{ scenario }] = mains;
      const [first, ...rest] = range(0, task.extent.count).map(
        (replication): AskedCell => ({
          scenario: scenario.name,
          point: null,
          first: replication,
          last: replication,
        }),
      );
      return [[first, ...rest]];
    }
    default:
      return never(task);
  }
}

/**
 * Lists the cells of a search as its folder has them, as one part: what is simulated next follows from what
 * was, so that nothing of it can be passed over.
 */
async function listedTogether(results: OpenedResults): Promise<AskedPart[]> {
  const table = await results.tableOf(CELLS);
  const [first, ...rest] = (table === undefined ? [] : rowsOf(table)).map(
    ({ scenario, point, first_replication, last_replication }): AskedCell => ({
      scenario,
      point,
      first: first_replication ?? -1,
      last: last_replication ?? -1,
    }),
  );
  return first === undefined ? [] : [[first, ...rest]];
}

/** Lists the points of a calibration as its folder has them. */
async function listedPoints(results: OpenedResults, scenario: string): Promise<AskedPart[]> {
  const table = await results.table(CALIBRATION_POINTS);
  if (table === undefined) return [];
  const rows = new HeldRows(table, ["point"]);
  return range(0, table.rows).flatMap((row): AskedPart[] => {
    const [point, from, last] = ["point", "first_replication", "last_replication"].map((column) =>
      Number(rows.cell(row, column)),
    );
    const [first, ...rest] = blocksOf({ detail: "summary" }, range(from, last + 1)).map((block) => ({
      scenario,
      point,
      first: block.from,
      last: block.before - 1,
    }));
    return first === undefined ? [] : [[first, ...rest]];
  });
}
