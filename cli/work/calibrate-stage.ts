import type { AskedPoint } from "../../sim/calibration/calibrate.ts";
import { messages } from "../messages/index.ts";
import type { CellStore } from "../store/cell-store.ts";
import { keptOnly, NotKept } from "../store/kept-only.ts";
import { blocksOf, keyOf } from "../store/stored-executor.ts";
import { failed } from "../terminal/exit-codes.ts";
import { say } from "../terminal/print.ts";
import { calibrateAll, failedPointText } from "./calibrate-all.ts";
import { type CalibrateWork, pointJob } from "./calibrate-work.ts";
import type { WorkCell } from "./cells.ts";
import type { Place } from "./place.ts";
import { isInShard } from "./shard.ts";
import { simulateShard } from "./simulate-shard.ts";
import type { Workbench } from "./workbench.ts";

/** The points that a calibration asks for at once: a wave, or candidates to be members. */
type Stage = readonly AskedPoint[];

/**
 * Simulates this part of the first stage of which the store does not hold every cell, and says which stage
 * that was: what the next one is about is known once all parts have ended.
 */
export async function simulatePartOfStage(
  work: CalibrateWork,
  bench: Workbench,
  place: Place,
): Promise<void> {
  const { store } = bench;
  const { shard } = place;
  if (store === undefined || shard === undefined) throw failed(messages.shardWithoutStore);
  const stage = await firstUnkept(work, bench, store);
  if (stage === undefined) {
    await bench.finish();
    say(messages.everyStageKept(store.folder));
    return;
  }
  const cells = cellsOf(work, stage);
  const own = cells.filter((_, i) => isInShard(i, shard));
  const words = stageWords(work, stage);
  const isEarly = own.length > 0 && (await countUnkept(own, store)) === 0;
  const tell = ({ cell, ...failure }: Parameters<Parameters<typeof simulateShard>[1]>[0]): string =>
    failedPointText(work, { point: cell.point ?? 0, set: cell.set ?? [] }, failure);
  await simulateShard(own, tell, bench, place, {
    tellDone: async (kept) => {
      const left = await countUnkept(cells, store);
      return messages.stagePartDone({ ...shard, stage: words, isEarly, kept, left, store: store.folder });
    },
  });
}

/** Finds the first stage of which a store does not hold every cell; undefined if it holds all stages. */
async function firstUnkept(
  work: CalibrateWork,
  { executor }: Workbench,
  store: CellStore,
): Promise<Stage | undefined> {
  let asked: Stage = [];
  try {
    await calibrateAll(work, {
      executor: keptOnly(executor, store),
      workers: 1,
      onAsked: (points) => {
        asked = points;
      },
    });
    return undefined;
  } catch (failure) {
    if (failure instanceof NotKept) return asked;
    throw failure;
  }
}

function cellsOf(work: CalibrateWork, stage: Stage): WorkCell[] {
  return stage.flatMap(({ point, set, replications }) => {
    const job = pointJob(work, set);
    return blocksOf(job, replications).map((block) => ({ job, block, point, set }));
  });
}

async function countUnkept(cells: readonly WorkCell[], store: CellStore): Promise<number> {
  let unkept = 0;
  for (const { job, block } of cells) if (!(await store.has(keyOf(job, block)))) unkept++;
  return unkept;
}

function stageWords({ calibration: { settings } }: CalibrateWork, stage: Stage): string {
  const [{ wave, point }] = stage;
  if (wave !== null) return messages.waveStage(wave, settings.waves);
  return messages.candidateStage(point, point + stage.length - 1);
}
