/**
 * Makes the ensembles that come with linksim again and compares: `node dist/bench/ensembles.js [--points N]`.
 *
 * Without more every point is simulated again. With `--points N` so many of them, spread evenly, are; where all
 * their numbers are the same to the bit, what follows from the points of the folder is worked out anew and
 * written in its place, with the digest of this program's model: so an ensemble outlives a change of the code
 * that changes no number. Where one differs it says so, leaves the folder alone and exits with 3.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { messages } from "../cli/messages/index.ts";
import { ResultsFolder } from "../cli/results/results-folder.ts";
import { libraryFolder } from "../cli/scenarios/package-folder.ts";
import { calibrationScreen } from "../cli/screen/calibration-screen.ts";
import { modelVersion } from "../cli/store/model-version.ts";
import { openPool } from "../cli/threads/pool.ts";
import { heldOutcomes } from "../cli/verify/remake-calibrate.ts";
import { calibrateAll, type PointOutcome, simulatePoint } from "../cli/work/calibrate-all.ts";
import { writeCalibration } from "../cli/work/calibrate-files.ts";
import { calibrateWork } from "../cli/work/calibrate-work.ts";
import { startClock } from "../cli/work/clock.ts";
import { readRecordedTask } from "../cli/work/recorded-task.ts";
import { runRecord } from "../cli/work/run-record.ts";
import type { AskedPoint } from "../sim/calibration/calibrate.ts";

const WORKERS = 2;
const given = process.argv.indexOf("--points");
const wanted = given < 0 ? Infinity : Number(process.argv[given + 1]);
const home = join(libraryFolder(), "ensembles");
const { signal } = new AbortController();

const folders = readdirSync(home, { withFileTypes: true }).filter((entry) => entry.isDirectory());
for (const { name } of folders) if ((await renew(join(home, name))) > 0) process.exitCode = 3;

/** Renews an ensemble; gives how many points came out with other numbers. */
async function renew(path: string): Promise<number> {
  const { task, mains, results } = readRecordedTask(path);
  if (task.kind !== "calibrate") throw new Error(`${path} is no calibration`);
  const [{ argument }] = results.record.scenarios;
  const work = calibrateWork(task, { ...mains[0], argument });
  const held = await heldOutcomes(work, results);
  const total = (await results.table("points"))?.rows ?? 0;
  const every = Math.max(1, Math.floor(total / wanted));
  const executor = openPool(WORKERS, signal);
  const began = startClock();
  let [tried, differ] = [0, 0];
  const outcomeOf = async (asked: AskedPoint): Promise<PointOutcome> => {
    const known = held(asked);
    if (known !== undefined && asked.point % every !== 0) return known;
    tried++;
    const now = await simulatePoint(work, asked, executor);
    if (known === undefined || !isSame(known, now)) differ++;
    return now;
  };
  try {
    const calibrated = await calibrateAll(work, { executor, workers: WORKERS, outcomeOf });
    console.log(`${path}: ${tried} of ${total} points simulated again, ${differ} with other numbers`);
    if (differ > 0) return differ;
    const folder = await ResultsFolder.open(path);
    const scenario = await writeCalibration(folder, calibrated, modelVersion(), signal);
    const events = Number(results.record.events);
    const { set } = results.record;
    const facts = { task, scenarios: [scenario], set, workers: WORKERS, began, events, failures: [] };
    await folder.finish(runRecord(facts, folder), signal);
    console.log(calibrationScreen(calibrated, messages.writtenTo(path)));
    console.log(`  written again under model ${modelVersion()}, content hash ${folder.contentHash}`);
    return 0;
  } finally {
    await executor.close();
  }
}

function isSame(known: PointOutcome, now: PointOutcome): boolean {
  const numbersOf = ({ cells }: PointOutcome): unknown => cells.columns.map((column) => [...column]);
  return (
    isDeepStrictEqual(known.simulated, now.simulated) && isDeepStrictEqual(numbersOf(known), numbersOf(now))
  );
}
