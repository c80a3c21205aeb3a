import { targetsBeside } from "../../sim/calibration/ensemble-beside.ts";
import { learntTable } from "../../sim/tables/learnt.ts";
import { rowsOf } from "../../sim/tables/rows-of.ts";
import { targetsTable } from "../../sim/tables/targets.ts";
import { wavesTable } from "../../sim/tables/waves.ts";
import type { Calibrated } from "../work/calibrate-all.ts";
import { learntIn } from "../work/calibrate-files.ts";
import type { SummaryFacts } from "./summary-json.ts";

/** Returns a calibration for machines: the rows of its tables, and each member as what it sets. */
export function calibrationJson(calibrated: Calibrated, facts: SummaryFacts): string {
  const { work, waves, ensemble } = calibrated;
  const { parameters, targets, settings } = work.calibration;
  const ids = targets.map(({ id }) => id);
  const told = {
    ...facts,
    scenario: work.named.scenario.name,
    candidates: ensemble.candidates,
    waves: rowsOf(wavesTable(waves, ids)),
    targets: rowsOf(targetsTable(targetsBeside(targets, ensemble.members, settings.memberReplications))),
    learnt: rowsOf(learntTable(parameters, learntIn(calibrated))),
    members: ensemble.members.map(({ member, set }) => ({ member, weight: 1, set })),
  };
  return `${JSON.stringify(told, null, 1)}\n`;
}
