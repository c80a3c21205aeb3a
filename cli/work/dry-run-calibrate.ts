import { setAt } from "../../sim/calibration/calibrate.ts";
import { firstPoints } from "../../sim/calibration/history-match.ts";
import { refuseUnmeasuredTargets } from "../../sim/calibration/validation.ts";
import { ownThread } from "../../sim/experiment/own-thread.ts";
import { calibrationDryJson, calibrationDryText } from "../screen/calibration-dry-text.ts";
import { print } from "../terminal/print.ts";
import { calibrateWork, pointJob, refuseInvalidEnds } from "./calibrate-work.ts";
import { loadMains } from "./load-mains.ts";
import { measureRate } from "./measured-rate.ts";
import type { Place } from "./place.ts";
import { refusing } from "./refusing.ts";
import type { CalibrateTask } from "./task.ts";

/**
 * Says what a calibration would simulate at most, and how long that would take, by a few points of its first
 * wave. Writes nothing.
 */
export async function dryRunOfCalibration(
  task: CalibrateTask,
  argument: string,
  set: readonly string[],
  place: Place,
): Promise<void> {
  const [named] = loadMains([argument], set, place);
  const work = calibrateWork(task, named);
  refuseInvalidEnds(work);
  const plan = await ownThread().plan(pointJob(work, []));
  refusing(() => refuseUnmeasuredTargets(work.calibration.targets, plan));
  const { parameters, settings, seed } = work.calibration;
  const points = firstPoints(parameters.length, settings.points, seed).slice(0, 3);
  const rate = measureRate(points.map((at) => () => pointJob(work, setAt(parameters, at))));
  const dryRun = { task, scenario: named.scenario.name, rate, workers: place.workers };
  print(place.json ? calibrationDryJson(dryRun) : calibrationDryText(dryRun));
}
