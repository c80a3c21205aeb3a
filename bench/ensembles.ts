/**
 * Makes the ensembles that come with linksim again and compares: `npm run ensembles [-- --points N]`.
 *
 * Without more every point is simulated again, and each file that differs is named. With `--points N` so many of
 * them, spread evenly, are; where what came of every target is the same to the bit, what follows from the points
 * of the folder is worked out anew and written in its place, with the digest of this program's model: so an
 * ensemble outlives a change of the code that moves none of its numbers. Exit code 3 where something differs.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { messages } from "../cli/messages/index.ts";
import type { FileSink } from "../cli/results/file-sink.ts";
import { HeldRows } from "../cli/results/held-rows.ts";
import { readTable } from "../cli/results/read-table.ts";
import { loadValid } from "../cli/scenarios/load-scenarios.ts";
import { libraryFolder } from "../cli/scenarios/package-folder.ts";
import { calibrationScreen } from "../cli/screen/calibration-screen.ts";
import { modelVersion } from "../cli/store/model-version.ts";
import { openPool } from "../cli/threads/pool.ts";
import { simulatedIn } from "../cli/verify/remake-calibrate.ts";
import {
  type Calibrated,
  calibrateAll,
  type PointOutcome,
  simulatePoint,
} from "../cli/work/calibrate-all.ts";
import { shownOf, writeCalibration } from "../cli/work/calibrate-files.ts";
import { type CalibrateAsked, calibrateTask } from "../cli/work/calibrate-request.ts";
import { type CalibrateWork, calibrateWork } from "../cli/work/calibrate-work.ts";
import type { AskedPoint } from "../sim/calibration/calibrate.ts";
import { CALIBRATION_POINTS, calibrationPointsDeclaration } from "../sim/tables/calibration-points.ts";
import { CELLS } from "../sim/tables/cells.ts";
import { tableBuilder } from "../sim/tables/make-table.ts";

const ASKED: Omit<CalibrateAsked, "scenario"> = {
  ...{ set: [], targets: undefined, over: undefined, seed: "1", formats: ["csv"] as const },
  ...{ waves: undefined, points: undefined, replications: undefined, members: undefined },
};
/** What comes with linksim, and how it is made. */
const SHIPPED: readonly CalibrateAsked[] = [
  { ...ASKED, scenario: "glasgow-pilot", points: 60 },
  { ...ASKED, scenario: "glasgow-2021", points: 60, replications: 3 },
  { ...ASKED, scenario: "glasgow-2023-70", points: 60, replications: 3 },
];
/** Files of a calibration that come with linksim; what its cells were is not kept. */
const KEPT = /^(members|targets|learnt|waves|emulators|points)\.csv$|^ensemble\.yaml$/;
const POINTS = `${CALIBRATION_POINTS}.csv`;
const WORKERS = 2;
const NO_CELLS = tableBuilder(CELLS).build();

const given = process.argv.indexOf("--points");
const wanted = given < 0 ? undefined : Number(process.argv[given + 1]);
const { signal } = new AbortController();

for (const asked of SHIPPED) {
  const path = join(libraryFolder(), "ensembles", asked.scenario);
  const [named] = loadValid([asked.scenario], []);
  const work = calibrateWork(calibrateTask(asked), named);
  const isSame = wanted === undefined ? await compared(path, work) : await renewed(path, work, wanted);
  if (!isSame) process.exitCode = 3;
}

/** Simulates everything again; writes the files where there are none, else names those that differ. */
async function compared(path: string, work: CalibrateWork): Promise<boolean> {
  const executor = openPool(WORKERS, signal);
  try {
    const calibrated = await calibrateAll(work, { executor, workers: WORKERS });
    const files = await filesOf(calibrated);
    if (!existsSync(path)) writeAll(path, files, calibrated);
    const differ = [...files].filter(([name, bytes]) => !bytes.equals(readFileSync(join(path, name))));
    console.log(
      `${path}: ${differ.length === 0 ? "the same" : `differs in ${differ.map(([name]) => name)}`}`,
    );
    return differ.length === 0;
  } finally {
    await executor.close();
  }
}

/** Simulates some points again and writes the files anew where their numbers are the same. */
async function renewed(path: string, work: CalibrateWork, points: number): Promise<boolean> {
  const { parameters, targets } = work.calibration;
  const declaration = calibrationPointsDeclaration(parameters, targets);
  const table = await readTable(readFileSync(join(path, POINTS)), "csv", declaration);
  const rows = new HeldRows(table, ["point"]);
  const every = Math.max(1, Math.floor(table.rows / points));
  const executor = openPool(WORKERS, signal);
  let [tried, differ] = [0, 0];
  const outcomeOf = async (asked: AskedPoint): Promise<PointOutcome> => {
    const [row] = rows.of(asked.point);
    const simulated = row === undefined ? undefined : simulatedIn(rows, row, targets);
    if (simulated !== undefined && asked.point % every !== 0)
      return { simulated, cells: NO_CELLS, events: 0 };
    tried++;
    const now = await simulatePoint(work, asked, executor);
    if (!isDeepStrictEqual(simulated, now.simulated)) differ++;
    return now;
  };
  try {
    const calibrated = await calibrateAll(work, { executor, workers: WORKERS, outcomeOf });
    console.log(`${path}: ${tried} of ${table.rows} points simulated again, ${differ} with other numbers`);
    if (differ === 0) writeAll(path, await filesOf(calibrated), calibrated);
    return differ === 0;
  } finally {
    await executor.close();
  }
}

function writeAll(path: string, files: ReadonlyMap<string, Buffer>, calibrated: Calibrated): void {
  mkdirSync(path, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(path, name), bytes);
  console.log(calibrationScreen(shownOf(calibrated), messages.writtenTo(path)));
}

/** Gives the files of a calibration that come with linksim. */
async function filesOf(calibrated: Calibrated): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const open: FileSink["open"] = async (name) => {
    const pieces: Buffer[] = [];
    return {
      append: async (piece) => {
        pieces.push(Buffer.from(piece));
      },
      close: async () => {
        if (KEPT.test(name)) files.set(name, Buffer.concat(pieces));
      },
    };
  };
  const sink: FileSink = {
    open,
    async write(name, pieces) {
      const file = await open(name);
      for await (const piece of pieces) await file.append(piece);
      await file.close();
    },
  };
  await writeCalibration(sink, calibrated, modelVersion(), signal);
  return files;
}
