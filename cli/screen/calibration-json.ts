import { targetsBeside } from "../../sim/calibration/ensemble-beside.ts";
import { learntTable } from "../../sim/tables/learnt.ts";
import { rowsOf } from "../../sim/tables/rows-of.ts";
import { targetsTable } from "../../sim/tables/targets.ts";
import { wavesTable } from "../../sim/tables/waves.ts";
import type { CalibrationShown } from "./calibration-screen.ts";
import type { SummaryFacts } from "./summary-json.ts";

/** Returns a calibration for machines: the rows of its tables, and each member as what it sets. */
export function calibrationJson(calibrated: CalibrationShown, facts: SummaryFacts): string {
  const { scenario, calibration, waves, ensemble, learnt } = calibrated;
  const { parameters, targets, settings } = calibration;
  const ids = targets.map(({ id }) => id);
  const told = {
    ...facts,
    scenario,
    candidates: ensemble.candidates,
    waves: rowsOf(wavesTable(waves, ids)),
    targets: rowsOf(targetsTable(targetsBeside(targets, ensemble.members, settings.memberReplications))),
    learnt: rowsOf(learntTable(parameters, learnt)),
    members: ensemble.members.map(({ member, set }) => ({ member, weight: 1, set })),
  };
  return `${JSON.stringify(told, null, 1)}\n`;
}
