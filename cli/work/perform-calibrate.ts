import { refuseUnmeasuredTargets } from "../../sim/calibration/validation.ts";
import { messages } from "../messages/index.ts";
import { ResultsFolder } from "../results/results-folder.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { packageVersion } from "../scenarios/package-folder.ts";
import { calibrationJson } from "../screen/calibration-json.ts";
import { calibrationScreen } from "../screen/calibration-screen.ts";
import { modelVersion } from "../store/model-version.ts";
import { print, say } from "../terminal/print.ts";
import { openProgress, type Progress } from "../terminal/progress.ts";
import { type Calibrated, calibrateAll } from "./calibrate-all.ts";
import { shownOf, writeCalibration } from "./calibrate-files.ts";
import { simulatePartOfStage } from "./calibrate-stage.ts";
import { calibrateWork, pointJob, refuseInvalidEnds } from "./calibrate-work.ts";
import { checkPlace } from "./check-place.ts";
import { startClock } from "./clock.ts";
import { keepTask, keptTask } from "./kept-task.ts";
import type { Place } from "./place.ts";
import { refusing } from "./refusing.ts";
import { runRecord } from "./run-record.ts";
import type { CalibrateTask } from "./task.ts";
import { openWorkbench } from "./workbench.ts";

/**
 * Calibrates a scenario to its fitted targets: what its store holds already is not simulated again; writes
 * the folder of the ensemble and shows what was learnt. Of a part of the work it keeps the cells and writes
 * nothing else.
 */
export async function performCalibrate(
  task: CalibrateTask,
  named: NamedScenario,
  set: readonly string[],
  place: Place,
): Promise<void> {
  const work = calibrateWork(task, named);
  refuseInvalidEnds(work);
  await checkPlace(place);
  const bench = await openWorkbench(place);
  try {
    const { executor, store, signal } = bench;
    const plan = await executor.plan(pointJob(work, []));
    refusing(() => refuseUnmeasuredTargets(work.calibration.targets, plan));
    if (store !== undefined) await keepTask(store, keptTask(task, [named], set));
    if (place.shard !== undefined) {
      await simulatePartOfStage(work, bench, place);
      return;
    }
    const began = startClock();
    const folder = place.out === undefined ? undefined : await ResultsFolder.open(place.out);
    try {
      const calibrated = await toldOfWaves(place.quiet, (told) =>
        calibrateAll(work, { executor, workers: place.workers, ...told }),
      );
      if (folder !== undefined) {
        const scenario = await writeCalibration(folder, calibrated, modelVersion(), signal);
        const { events } = calibrated;
        const facts = { task, scenarios: [scenario], set, workers: place.workers, began, events };
        await folder.finish(runRecord({ ...facts, failures: [] }, folder), signal);
      }
      await bench.finish();
      show(calibrated, place, folder?.contentHash ?? null);
    } catch (failure) {
      await folder?.discard();
      throw failure;
    }
  } finally {
    await bench.close();
  }
}

function show(calibrated: Calibrated, { out, shows, json }: Place, contentHash: string | null): void {
  if (!shows) return;
  const { seed } = calibrated.work.task;
  const facts = { version: packageVersion(), seed, out: out ?? null, content_hash: contentHash };
  const last = out === undefined ? messages.notWritten : messages.writtenTo(out);
  const shown = shownOf(calibrated);
  print(json ? calibrationJson(shown, facts) : calibrationScreen(shown, last));
}

type Told = Pick<Parameters<typeof calibrateAll>[1], "onAsked" | "onPoint" | "onWave">;

/** Tells on stderr how far each wave has come, and what it left. */
async function toldOfWaves<R>(isQuiet: boolean, work: (told: Told) => Promise<R>): Promise<R> {
  const bars = [
    await openProgress(isQuiet, "points of the wave"),
    await openProgress(isQuiet, "candidates to be members"),
  ];
  let bar: Progress | undefined;
  let candidates = 0;
  try {
    return await work({
      onAsked: (points, wave) => {
        if (wave === null && candidates > 0) bar?.more(points.length);
        else {
          bar?.stop();
          bar = bars[wave === null ? 1 : 0];
          bar.start(points.length);
        }
        if (wave === null) candidates += points.length;
      },
      onPoint: () => bar?.done(),
      onWave: (wave) => {
        bar?.stop();
        bar = undefined;
        if (!isQuiet) say(messages.waveDone(wave.wave, wave.hits, wave.design.points.length, wave.left));
      },
    });
  } finally {
    bar?.stop();
  }
}
