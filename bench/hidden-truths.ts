import { calibrateTask } from "../cli/work/calibrate-request.ts";
import { testCalibration } from "../cli/work/test-calibration.ts";
import { QUIETLY } from "./hostile/quietly.ts";

/** Six parameters that move the pilot's targets. */
const OVER = [
  "waiting_list.uptake",
  "drop_off.base",
  "drop_off.after_first",
  "needs.extra",
  "needs.work_link",
  "contact.follow_up_admin",
];
const STORE = "results/hidden-truths.cells";
const WORKERS = 2;

/**
 * Tries the calibration of the pilot on hidden truths and prints how many are in; what was simulated is kept,
 * so that an interrupted trial goes on. With `members` so many are drawn for each truth, and it is said how
 * evenly the truths stand among them. Gives the share that is in.
 */
export async function tryHiddenTruths(truths: number, members: number | undefined): Promise<number> {
  const scenario = "glasgow-pilot";
  const task = calibrateTask({
    ...{ scenario, set: [], targets: undefined, over: OVER, seed: "1", formats: ["csv"] as const },
    ...{ waves: 2, points: 60, replications: undefined, members },
  });
  const place = { ...QUIETLY, store: STORE, workers: WORKERS, quiet: false };
  const tried = await testCalibration(task, scenario, [], { truths, members }, place);
  return tried.filter(({ isMet, isRuledOut }) => isMet && !isRuledOut).length / truths;
}
