import { wrap } from "../../sim/words/lines.ts";
import { countText, numberText } from "../../sim/words/numbers.ts";
import { timeText } from "./dry-run-text.ts";

const WIDTH = 100;

/** What of a calibration says what it would take. */
interface AskedCalibration {
  readonly over: readonly { readonly path: string; readonly values: string }[];
  readonly targets: readonly { readonly id: string }[];
  readonly waves: number;
  readonly points: number;
  readonly replications: number;
  readonly members: number;
  readonly candidates: number;
  readonly member_replications: number;
}

/** What a dry run of a calibration tells. */
export interface CalibrationDryRun {
  readonly task: AskedCalibration;
  readonly scenario: string;
  readonly rate: { readonly secondsEach: number; readonly replications: number };
  readonly workers: number;
}

/** Renders what a calibration would simulate at most. */
export function calibrationDryText(dryRun: CalibrationDryRun): string {
  const { task, scenario, rate, workers } = dryRun;
  const { most, waves } = replicationsOf(task);
  const text =
    `${scenario}: ${countText(task.targets.length, "fitted target")}, ` +
    `${countText(task.over.length, "parameter")}. At most ${countText(task.waves, "wave")} of ` +
    `${countText(task.points, "point")} with ${task.replications} replications each (${numberText(waves, 0)}), then ` +
    `up to ${task.candidates} candidates with ${task.member_replications} each for ${task.members} members: ` +
    `${numberText(most, 0)} replications at most. ${timeText("They", most, rate, workers)}`;
  return `${[...wrap(text, WIDTH), ...task.over.map(({ path, values }) => `  ${path} = ${values}`)].join("\n")}\n`;
}

/** Returns the same for machines. */
export function calibrationDryJson({ task, scenario, rate, workers }: CalibrationDryRun): string {
  const { most, waves } = replicationsOf(task);
  const { secondsEach } = rate;
  return `${JSON.stringify(
    {
      scenario,
      over: task.over,
      targets: task.targets.map(({ id }) => id),
      waves: task.waves,
      points: task.points,
      replications_of_waves: waves,
      candidates: task.candidates,
      replications: most,
      seconds_each: secondsEach,
      workers,
      seconds: (most * secondsEach) / workers,
    },
    null,
    1,
  )}\n`;
}

function replicationsOf(task: AskedCalibration): { readonly waves: number; readonly most: number } {
  const waves = task.waves * task.points * task.replications;
  return { waves, most: waves + task.candidates * task.member_replications };
}
