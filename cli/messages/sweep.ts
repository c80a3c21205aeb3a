import { shortened } from "../../sim/words/lines.ts";
import { countText } from "../../sim/words/numbers.ts";
import { shellWord } from "./commands.ts";
import { countIs, lines, list, quoted } from "./parts.ts";

const MAX_LETTERS = 40;

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
  `${countText(points, "point")} failed and ${points === 1 ? "is" : "are"} not in the tables; run.json ` +
  "has each with the command that repeats it.";

/** Says why what was simulated before no longer counts. */
export const valueChanged = (what: string, before: string | undefined, now: string | undefined): string =>
  `${what} was ${shortened(before ?? "absent", MAX_LETTERS)}, is ${shortened(now ?? "absent", MAX_LETTERS)}`;

export const slurmWritten = (facts: {
  readonly folder: string;
  readonly parts: number;
  readonly stages: number;
  readonly taskMinutes: number;
  readonly megabytes: number;
  readonly out: string;
}): string =>
  `${lines(
    `Written to ${facts.folder}: array.sbatch (${countText(facts.parts, "task")} of at most ` +
      `${facts.taskMinutes} min and ${facts.megabytes} MB${facts.stages === 1 ? "" : `, for each of ${facts.stages} stages`}), merge.sbatch, submit.sh.`,
    [`Submit them:  sh ${shellWord(`${facts.folder}/submit.sh`)}`, `Results come to:  ${facts.out}`],
  )}\n`;

export const unsafeInScript = (which: string, name: string, found: string): string =>
  `${which}: found ${found} in ${quoted(name)}; a Slurm script needs names without control characters, " ` +
  "and %. Choose another name.";

export const unseenInScript = (word: string, found: string): string =>
  `found ${found} in ${quoted(word)}; a Slurm script needs words without control characters.`;

export const needsStandard = (metric: string): string =>
  `--metrics: ${metric} is measured where a standard asks for it. Add to the scenario: ` +
  `standards: [{ id: wanted, metric: ${metric}, at_least: 90 % }]`;

export const notInSweep = (metric: string): string =>
  `--metrics: ${metric} is not measured at the points of this sweep, which leave out what concerns a ` +
  "single practice, post or waiting list, and mechanisms that are off. Name another metric; linksim run " +
  "--out DIR shows what it measures in its dictionary.";

export const exceptWithoutEvidence = (option: string): string =>
  `--${option} goes with --vary-evidence. Give both, or leave it out.`;

export const noRange = (path: string, scenario: string, hint: string | undefined): string =>
  `--vary ${path}: ${scenario} gives no range for it. ${hint ?? `See: linksim parameters ${scenario}`}`;

export const variedByEvidence = (count: number, held: readonly string[]): string =>
  `--vary-evidence varies ${countText(count, "parameter")} over what the evidence allows${
    held.length === 0 ? "." : `; ${list(held)} give way, since shares add up to 100 %.`
  }`;

export const inertVaried = (inert: readonly { readonly path: string; readonly why: string }[]): string =>
  [
    ...inert.map(({ path, why }) => `--vary ${path}: it changes nothing in this scenario: ${why}.`),
    "Nothing was run. Leave them out, or give --allow-inert.",
  ].join("\n");

export const noDesignFile = (file: string): string => `--design ${file}: there is no such file.`;

export const badDesignFile = (file: string, line: number, what: string): string =>
  `${file}:${line} ${what}. The first line has paths, each other line the values of one point.`;
