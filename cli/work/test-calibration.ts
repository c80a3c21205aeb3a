import type { AskedPoint } from "../../sim/calibration/calibrate.ts";
import { remembered, type TriedTruth, tryTruth } from "../../sim/calibration/hidden-truth.ts";
import { refuseUnmeasuredTargets } from "../../sim/calibration/validation.ts";
import { messages } from "../messages/index.ts";
import { truthsJson, truthsText } from "../screen/truths-text.ts";
import { print, say } from "../terminal/print.ts";
import { simulatePoint } from "./calibrate-all.ts";
import { calibrateWork, pointJob, refuseInvalidEnds } from "./calibrate-work.ts";
import { cellsAtOnce } from "./cells.ts";
import { loadMains } from "./load-mains.ts";
import type { Place } from "./place.ts";
import { refusing } from "./refusing.ts";
import type { CalibrateTask } from "./task.ts";
import { openWorkbench } from "./workbench.ts";

/**
 * Tries a calibration on hidden truths: each is drawn from the prior, its figures are made by the model, and
 * the calibration to them must keep it. With `members` so many are drawn for each, and it is told where the
 * truths stand among them. What a store holds is not simulated again.
 */
export async function testCalibration(
  task: CalibrateTask,
  argument: string,
  set: readonly string[],
  { truths, members }: { readonly truths: number; readonly members: number | undefined },
  place: Place,
): Promise<readonly TriedTruth[]> {
  const [named] = loadMains([argument], set, place);
  const work = calibrateWork(task, named);
  refuseInvalidEnds(work);
  const bench = await openWorkbench({ ...place, forgetsStore: false });
  try {
    const { executor } = bench;
    const plan = await executor.plan(pointJob(work, []));
    refusing(() => refuseUnmeasuredTargets(work.calibration.targets, plan));
    const simulate = remembered(async (points) => {
      const simulated = new Map<AskedPoint, Awaited<ReturnType<typeof simulatePoint>>>();
      const left = points.values();
      const workOn = async (): Promise<void> => {
        for (const asked of left) simulated.set(asked, await simulatePoint(work, asked, executor));
      };
      await Promise.all(Array.from({ length: cellsAtOnce(place.workers) }, workOn));
      return points.map((asked) => simulated.get(asked)?.simulated ?? []);
    });
    const asked = members === undefined ? undefined : { members, candidates: task.candidates };
    const tried: TriedTruth[] = [];
    for (let truth = 1; truth <= truths; truth++) {
      const one = await tryTruth(simulate, work.calibration, truth, asked);
      tried.push(one);
      if (!place.quiet) say(messages.truthTried(one.truth, one.isMet && !one.isRuledOut, one.left));
    }
    await bench.finish();
    const parameters = task.over.map(({ path }) => path);
    const told = { scenario: named.scenario.name, seed: task.seed, parameters, tried };
    print(place.json ? truthsJson(told) : truthsText(told));
    return tried;
  } finally {
    await bench.close();
  }
}
