import { randomInt } from "node:crypto";
import { ownThread } from "../../sim/experiment/own-thread.ts";
import { range } from "../../sim/experiment/replicate.ts";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { messages } from "../messages/index.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { encodeCell, type KeptReplication } from "../store/cell.ts";
import type { CellStore } from "../store/cell-store.ts";
import { planText, sha256 } from "../store/digests.ts";
import { keyOf } from "../store/stored-executor.ts";
import { failed } from "../terminal/exit-codes.ts";
import { attributionCells } from "./attribute-all.ts";
import { calibrateWork, firstWaveCells } from "./calibrate-work.ts";
import type { WorkCell } from "./cells.ts";
import { compareCells } from "./perform-compare.ts";
import { runCells } from "./perform-run.ts";
import { screeningCells, sensitivityWork } from "./sensitivity-work.ts";
import { isInShard, type Shard } from "./shard.ts";
import { sweepCells, sweepWork } from "./sweep-work.ts";
import type { Task } from "./task.ts";
import { validationCells } from "./validate-all.ts";

/** Cells of which one is tried, and how many are: what stores hold may come from a stranger. */
const [ONE_OF, TRIED] = [8, 3];

/**
 * Simulates a few kept cells of a task again, drawn anew each time, and refuses a store in which one holds
 * other numbers. Their shape is checked whenever one is read.
 */
export async function checkKeptCells(
  task: Task,
  mains: readonly NamedScenario[],
  store: CellStore,
): Promise<void> {
  const parts = Math.max(1, Math.floor(countOf(task, mains) / ONE_OF));
  const executor = ownThread();
  let tried = 0;
  for (const cell of cellsIn(task, mains, { part: 1 + randomInt(parts), parts })) {
    if (tried === TRIED) return;
    const { job, block } = cell;
    const key = keyOf(job, block);
    const kept = await store.read(key);
    if (kept === undefined) continue;
    const replications: KeptReplication[] = [];
    await executor.execute(job, range(block.from, block.before), ({ result, fates }) => {
      // Fates are views of memory that the next replication is simulated in.
      replications.push(structuredClone({ result, fates }));
    });
    const plan = sha256(planText(await executor.plan(job)));
    if (!encodeCell({ key, plan, replications }).equals(encodeCell(kept)))
      throw failed(messages.keptCellDiffers(store.folder, key));
    tried++;
  }
}

function* cellsIn(task: Task, mains: readonly NamedScenario[], shard: Shard): Iterable<WorkCell> {
  if (task.kind === "sweep") yield* sweepCells(sweepWork(task, resolvedYaml(mains[0])), shard);
  else yield* wholeCells(task, mains).filter((_, i) => isInShard(i, shard));
}

function wholeCells(task: Exclude<Task, { kind: "sweep" }>, mains: readonly NamedScenario[]): WorkCell[] {
  if (task.kind === "attribute") return attributionCells(task, mains);
  if (task.kind === "calibrate") return firstWaveCells(calibrateWork(task, mains[0]));
  if (task.kind === "sensitivity") return screeningCells(sensitivityWork(task, mains));
  // What a plan simulates next follows from what it simulated: no store names one as its task.
  if (task.kind === "plan") return [];
  if (task.kind === "validate") return validationCells(task, mains);
  if (task.kind === "compare") return compareCells(task, mains);
  return runCells(task, mains);
}

function countOf(task: Task, mains: readonly NamedScenario[]): number {
  if (task.kind !== "sweep") return wholeCells(task, mains).length;
  return sweepWork(task, resolvedYaml(mains[0])).plan.points;
}
