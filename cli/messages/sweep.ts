import { countText } from "../../sim/words/numbers.ts";
import { shellWord } from "./commands.ts";
import { countIs, lines } from "./parts.ts";

export const problemAtPoint = (point: string, problem: string): string => `${point}: ${problem}`;

export const invalidPoints = (points: number, more: number): string =>
  `${points === 1 ? "1 point is not a valid scenario" : `${points} points are not valid scenarios`}${
    more > 0 ? `; ${countIs(more, "more problem")} not shown` : ""
  }. Nothing was simulated.`;

export const cellFailed = (
  where: string,
  seed: string,
  replication: number,
  why: string,
  replay: string,
): string =>
  lines(`${where}, seed ${seed}, replication ${replication}, failed: ${why}`, ["Repeat it with:", replay]);

export const pointsFailed = (points: number): string =>
  `${countText(points, "point")} failed and ${points === 1 ? "is" : "are"} not in the tables; run.json has each with the command that repeats it.`;

/** Says why what was simulated before no longer counts. */
export const valueChanged = (what: string, before: string | undefined, now: string | undefined): string =>
  `${what} was ${shortened(before)}, is ${shortened(now)}`;

const shortened = (value = "absent"): string => (value.length <= 40 ? value : `${value.slice(0, 38)}..`);

export const slurmWritten = (facts: {
  readonly folder: string;
  readonly parts: number;
  readonly taskMinutes: number;
  readonly megabytes: number;
  readonly out: string;
}): string =>
  `${lines(
    `Written to ${facts.folder}: array.sbatch (${countText(facts.parts, "task")} of at most ${facts.taskMinutes} min and ${facts.megabytes} MB), merge.sbatch, submit.sh.`,
    [`Submit them:  sh ${shellWord(`${facts.folder}/submit.sh`)}`, `Results come to:  ${facts.out}`],
  )}\n`;
