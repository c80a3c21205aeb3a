import { setAt } from "../../sim/calibration/calibrate.ts";
import { firstPoints } from "../../sim/calibration/history-match.ts";
import type { CalibrateAsked } from "../work/calibrate-request.ts";
import { calibrateWork, firstWaveCells, pointJob, refuseInvalidEnds } from "../work/calibrate-work.ts";
import { loadMains } from "../work/load-mains.ts";
import type { Place } from "../work/place.ts";
import type { CalibrateTask } from "../work/task.ts";
import { type SlurmOptions, writeSlurmScripts } from "./slurm-scripts.ts";

/** Goes of candidates that tasks share: as many as are wanted, and as the first of them told. */
const GOES = 2;

/**
 * Writes the scripts of a job array that calibrates: it is submitted for every wave that there may be, and
 * for the first goes of candidates. The merge simulates the few that are wanted then.
 */
export async function writeSlurmCalibrate(
  task: CalibrateTask,
  given: CalibrateAsked,
  place: Place,
  options: SlurmOptions,
): Promise<void> {
  const asked = { words: calibrateWords(given), scenarios: [given.scenario] };
  await writeSlurmScripts(asked, place, options, async () => {
    const [named] = loadMains([given.scenario], given.set, place);
    const work = calibrateWork(task, named);
    refuseInvalidEnds(work);
    const { waves, points, replications, members, candidates, member_replications: ofMember } = task;
    const { parameters, seed } = work.calibration;
    return {
      ...asked,
      command: "calibrate",
      jobs: firstPoints(parameters.length, points, seed).map((at) => pointJob(work, setAt(parameters, at))),
      stages: [
        ...Array.from({ length: waves }, () => points * replications),
        ...Array.from({ length: GOES }, (_, go) => (go === 0 ? members : candidates - members) * ofMember),
      ],
      cells: firstWaveCells(work).length,
    };
  });
}

/** Leaves out what was left out, as the command in the ensemble does. */
function calibrateWords(asked: CalibrateAsked): string[] {
  const { scenario, targets, over, seed, formats, waves, points, replications, members, set } = asked;
  const options = { targets, over: over?.join(","), waves, points, replications, members };
  return [
    "calibrate",
    scenario,
    ...Object.entries(options).flatMap(([name, value]) =>
      value === undefined ? [] : [`--${name}=${value}`],
    ),
    `--seed=${seed}`,
    `--format=${formats.join(",")}`,
    ...set.map((change) => `--set=${change}`),
  ];
}
