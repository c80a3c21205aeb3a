import { sweepPoints } from "../../sim/experiment/design/points.ts";
import type { Job } from "../../sim/experiment/player.ts";
import { jobOf, range } from "../../sim/experiment/replicate.ts";
import { Station } from "../../sim/experiment/station.ts";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { CELLS } from "../../sim/tables/cells.ts";
import type { Cell } from "../../sim/tables/table.ts";
import { numbersDigest, planText, sha256 } from "../store/digests.ts";
import type { RecordedOrder } from "./recorded-order.ts";
import { sweepWork } from "./sweep-work.ts";

/** A row of the table of cells. */
export interface ListedCell {
  readonly scenario: string;
  readonly point: number | null;
  readonly first: number;
  readonly last: number;
  readonly sha256: string;
}

/** Reads the cells that a results folder lists. */
export async function listedCells({ results }: RecordedOrder): Promise<readonly ListedCell[]> {
  const table = await results.table(CELLS.name);
  if (table === undefined) return [];
  const [scenario, point, first, last, digest] = table.columns as readonly (readonly Cell[])[];
  return range(0, table.rows).map((row) => ({
    scenario: String(scenario[row]),
    point: point[row] === null ? null : Number(point[row]),
    first: Number(first[row]),
    last: Number(last[row]),
    sha256: String(digest[row]),
  }));
}

/** Plays cells again and returns those whose numbers come out otherwise. */
export async function replayCells(
  recorded: RecordedOrder,
  cells: readonly ListedCell[],
): Promise<readonly ListedCell[]> {
  const jobFor = jobsOf(recorded);
  const station = new Station();
  const others: ListedCell[] = [];
  for (const cell of cells) {
    const job = jobFor(cell);
    const results = range(cell.first, cell.last + 1).map(
      (replication) => station.play(job, replication).result,
    );
    if (numbersDigest(sha256(planText(station.plan(job))), results) !== cell.sha256) others.push(cell);
    // Lets Ctrl-C through between cells.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return others;
}

/** Finds the job of a listed cell, the same for cells that follow each other. */
function jobsOf({ order, mains }: RecordedOrder): (cell: ListedCell) => Job {
  const known = new Map<string | number, Job>();
  const make = (cell: ListedCell): Job => {
    if (order.kind === "sweep") {
      const { plan, load } = sweepWork(order, resolvedYaml(mains[0]));
      for (const { point, set } of sweepPoints(plan))
        if (point === cell.point) return jobOf(load(set), { seed: order.seed, detail: "summary" });
    }
    const named = mains
      .flatMap((main) => [main, ...main.variants])
      .find(({ scenario }) => scenario.name === cell.scenario);
    if (named === undefined)
      throw new Error(`the folder lists cells of ${cell.scenario}, which it does not hold`);
    return jobOf(named, { seed: order.seed });
  };
  return (cell) => {
    const name = cell.point ?? cell.scenario;
    const job = known.get(name) ?? make(cell);
    known.set(name, job);
    return job;
  };
}
