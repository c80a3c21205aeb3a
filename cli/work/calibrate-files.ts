import { targetsBeside } from "../../sim/calibration/ensemble-beside.ts";
import { learntOf } from "../../sim/calibration/learnt.ts";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { calibrationPointsTable } from "../../sim/tables/calibration-points.ts";
import { CELLS } from "../../sim/tables/cells.ts";
import { DICTIONARY, dictionaryTable } from "../../sim/tables/dictionary.ts";
import { emulatorsTable } from "../../sim/tables/emulators.ts";
import { LEARNT, learntTable } from "../../sim/tables/learnt.ts";
import { membersTable } from "../../sim/tables/members.ts";
import type { Table } from "../../sim/tables/table.ts";
import { TARGETS, targetsTable } from "../../sim/tables/targets.ts";
import { WAVES, wavesTable } from "../../sim/tables/waves.ts";
import type { FileSink } from "../results/file-sink.ts";
import type { Format } from "../results/formats.ts";
import { resolvedName } from "../results/resolved-name.ts";
import { filePieces } from "../results/table-pieces.ts";
import type { CalibrationShown } from "../screen/calibration-screen.ts";
import type { Calibrated } from "./calibrate-all.ts";
import { ENSEMBLE_FILE, ensembleText } from "./ensemble-file.ts";
import type { RunFile } from "./run-files.ts";
import type { RecordedScenario } from "./run-record.ts";

/** Writes what came of a calibration, and gives what run.json tells of the scenario. */
export async function writeCalibration(
  sink: FileSink,
  calibrated: Calibrated,
  model: string,
  signal: AbortSignal,
): Promise<RecordedScenario> {
  const { named, task } = calibrated.work;
  const resolved = resolvedYaml(named);
  const file = resolvedName(named.scenario.name, 1);
  await sink.write(file, [resolved], signal);
  await sink.write(ENSEMBLE_FILE, [ensembleText(calibrated, model)], signal);
  for (const { name, pieces } of calibrationFiles(calibrated)) await sink.write(name, pieces(), signal);
  return { named, resolved, file, replications: task.replications, precisionReached: null };
}

/** Gives what the members, or where there are none what is left, tell of each parameter. */
function learntIn({ ensemble, waves }: Calibrated): ReturnType<typeof learntOf> {
  const members = ensemble.members.map(({ point }) => point);
  return learntOf(members.length > 1 ? members : waves[waves.length - 1].sample);
}

/** Gives what is told of a calibration. */
export function shownOf(calibrated: Calibrated): CalibrationShown {
  const { work, waves, ensemble } = calibrated;
  return {
    scenario: work.named.scenario.name,
    calibration: work.calibration,
    wanted: work.task.members,
    waves,
    ensemble,
    learnt: learntIn(calibrated),
  };
}

/** Lists the tables of a calibration as files. Members are always there as CSV, by which others find them. */
function calibrationFiles(calibrated: Calibrated): readonly RunFile[] {
  const { work, waves, ensemble, points, cells, plan } = calibrated;
  const { calibration, task } = work;
  const { parameters, targets, settings } = calibration;
  const paths = parameters.map(({ path }) => path);
  const ids = targets.map(({ id }) => id);
  const beside = targetsBeside(targets, ensemble.members, settings.memberReplications);
  const members = membersTable(parameters, ensemble.members);
  const simulated = calibrationPointsTable(parameters, targets, points);
  const emulators = emulatorsTable(waves, ids, paths);
  const tables: readonly (readonly Table[])[] = [
    [members],
    [targetsTable(beside)],
    [learntTable(parameters, learntIn(calibrated))],
    [wavesTable(waves, ids)],
    [emulators],
    [simulated],
    cells,
    [
      dictionaryTable(
        [
          members.declaration,
          TARGETS,
          LEARNT,
          WAVES,
          emulators.declaration,
          simulated.declaration,
          CELLS,
          DICTIONARY,
        ],
        [plan],
      ),
    ],
  ];
  return tables.flatMap((pieces): readonly RunFile[] => {
    const [{ declaration }] = pieces;
    const formats: readonly Format[] =
      declaration === members.declaration ? [...new Set<Format>(["csv", ...task.formats])] : task.formats;
    return formats.map((format) => ({
      name: `${declaration.name}.${format}`,
      pieces: async function* () {
        yield* filePieces(format, declaration, pieces);
      },
    }));
  });
}
