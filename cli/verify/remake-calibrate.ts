import type { AskedPoint } from "../../sim/calibration/calibrate.ts";
import type { Simulated } from "../../sim/calibration/target.ts";
import type { Target } from "../../sim/calibration/targets-file.ts";
import { calibrationPointsDeclaration, targetColumns } from "../../sim/tables/calibration-points.ts";
import { CELLS } from "../../sim/tables/cells.ts";
import type { FileSink } from "../results/file-sink.ts";
import { HeldRows } from "../results/held-rows.ts";
import type { OpenedResults } from "../results/open-results.ts";
import { calibrateAll, type PointOutcome, simulatePoint } from "../work/calibrate-all.ts";
import { writeCalibration } from "../work/calibrate-files.ts";
import type { CalibrateWork } from "../work/calibrate-work.ts";
import type { Remade, RemakeOptions } from "./remake.ts";

/**
 * Makes the files of a calibration again; of points that the sample passes over it takes what the folder says
 * that they gave, so that everything that follows from them must come out as it is there.
 */
export async function remakeCalibration(
  work: CalibrateWork,
  results: OpenedResults,
  sink: FileSink,
  { sample, executor, progress, signal }: RemakeOptions,
): Promise<Remade> {
  const held = sample.isWhole ? undefined : await heldOutcomes(work, results);
  const calibrated = await calibrateAll(work, {
    executor,
    workers: 1,
    outcomeOf: async (asked) => {
      signal.throwIfAborted();
      const passedOver = sample.hasPoint(asked.point) ? undefined : held?.(asked);
      return passedOver ?? simulatePoint(work, asked, executor);
    },
    onPoint: () => progress.done(),
  });
  const scenario = await writeCalibration(sink, calibrated, String(results.record.model), signal);
  return { scenarios: [scenario], events: sample.isWhole ? calibrated.events : undefined, differ: [] };
}

/** Gives what a folder says of points; undefined of one that it does not have. */
async function heldOutcomes(
  { calibration: { parameters, targets } }: CalibrateWork,
  results: OpenedResults,
): Promise<(asked: AskedPoint) => PointOutcome | undefined> {
  const points = await results.tableAs(calibrationPointsDeclaration(parameters, targets));
  const cells = await results.tableOf(CELLS);
  if (points === undefined || cells === undefined) return () => undefined;
  const pointRows = new HeldRows(points, ["point"]);
  const cellRows = new HeldRows(cells, ["point"]);
  return ({ point }) => {
    const [row] = pointRows.of(point);
    if (row === undefined) return undefined;
    return { simulated: simulatedIn(pointRows, row, targets), cells: cellRows.tableOf(point), events: 0 };
  };
}

/** Gives what a row of a table of points says of targets. */
export function simulatedIn(
  points: HeldRows,
  row: number,
  targets: readonly Pick<Target, "id">[],
): readonly Simulated[] {
  return targets.map(({ id }) => {
    const [value, variance] = targetColumns(id).map((column) => points.cell(row, column));
    return { value: value === null ? null : Number(value), variance: Number(variance) };
  });
}
