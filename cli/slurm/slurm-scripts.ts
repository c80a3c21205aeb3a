import { join, resolve } from "node:path";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { holds, physical, refuseOverlap } from "../disk/apart.ts";
import { makeFolders } from "../disk/make-folders.ts";
import { checkOwnFile, writeOwnFile } from "../disk/own-file.ts";
import { messages } from "../messages/index.ts";
import { packageFolder } from "../scenarios/package-folder.ts";
import { failed } from "../terminal/exit-codes.ts";
import { print } from "../terminal/print.ts";
import { loadMains } from "../work/load-mains.ts";
import { measureRate } from "../work/measured-rate.ts";
import type { Place } from "../work/place.ts";
import { refuseUnmeasured } from "../work/refuse-unmeasured.ts";
import { refuseInvalidPoints, sweepCells, sweepWork } from "../work/sweep-work.ts";
import type { SweepTask } from "../work/task.ts";
import { refuseUnsafeNames, refuseUnseen } from "./refuse-unsafe.ts";

/**
 * Says where the scripts go, and into how many tasks the work is cut; undefined to take tasks of some ten
 * minutes.
 */
export interface SlurmOptions {
  readonly folder: string;
  readonly tasks: number | undefined;
}

const SCRIPTS = ["array.sbatch", "merge.sbatch", "submit.sh"] as const;
const TASK_SECONDS = 600;
/** Other machines may be slower, and the scheduler kills what is over its time. */
const TIME_FACTOR = 3;
const MEMORY_FACTOR = 1.5;
const MIN_MEGABYTES = 512;
const MIN_MINUTES = 5;
const MAIN = join(packageFolder(), "dist/cli/main.js");

/**
 * Writes the scripts of a job array that simulates a sweep, of the job that merges its parts, and of how
 * both are submitted; time and memory are what was measured here, with room to spare.
 */
export async function writeSlurmScripts(
  task: SweepTask,
  argument: string,
  set: readonly string[],
  place: Place,
  { folder, tasks }: SlurmOptions,
): Promise<void> {
  const store = resolve(place.store ?? join(folder, "cells"));
  const out = resolve(place.out ?? join(folder, "results"));
  refuseUnsafeNames({ "--slurm": resolve(folder), "--out": out, "--store": store, scenario: argument });
  const asked = sweepWords(task, argument, set);
  refuseUnseen(asked);
  await refuseForeign(folder, place);
  const [named] = loadMains([argument], set, place);
  const work = sweepWork(task, resolvedYaml(named));
  refuseInvalidPoints(work, named.argument);
  await refuseUnmeasured(work);
  const cells = [...sweepCells(work)];
  const rate = measureRate(cells.map(({ job }) => job));
  const seconds = rate.secondsEach * work.plan.points * work.plan.replications;
  const parts = Math.min(cells.length, tasks ?? Math.max(1, Math.ceil(seconds / TASK_SECONDS)));
  const taskMinutes = minutesFor(seconds / parts);
  const megabytes = Math.max(MIN_MEGABYTES, Math.ceil((rate.bytes / 1e6) * MEMORY_FACTOR));
  const directives = { folder: resolve(folder), megabytes };
  const scripts: Readonly<Record<(typeof SCRIPTS)[number], string>> = {
    "array.sbatch": script({
      ...directives,
      name: "linksim-sweep",
      log: "sweep-%A_%a.log",
      minutes: taskMinutes,
      more: [`#SBATCH --array="0-${parts - 1}"`],
      words: [
        ...asked,
        `--store=${store}`,
        "--workers=1",
        "--quiet",
        { shell: `--shard="$((SLURM_ARRAY_TASK_ID + 1))/${parts}"` },
      ],
    }),
    "merge.sbatch": script({
      ...directives,
      name: "linksim-merge",
      log: "merge-%j.log",
      minutes: minutesFor(seconds / 20),
      more: [],
      words: ["merge", store, `--out=${out}`, "--workers=1", "--quiet"],
    }),
    "submit.sh": submitScript(resolve(folder)),
  };
  try {
    await makeFolders(folder);
  } catch (failure) {
    throw failed(messages.cannotWrite(folder, failure));
  }
  for (const name of SCRIPTS)
    await writeOwnFile(
      { path: join(folder, name), kind: "script" },
      scripts[name],
      name.endsWith(".sh") ? 0o755 : 0o644,
    );
  print(messages.slurmWritten({ folder, parts, taskMinutes, megabytes, out }));
}

/**
 * Refuses a folder that holds other files under the names of the scripts, and results or a store that would
 * take the scripts with them.
 */
async function refuseForeign(folder: string, { out, store }: Place): Promise<void> {
  const given = { given: `--slurm ${folder}`, path: folder };
  for (const [option, path] of [
    ["--out", out],
    ["--store", store],
  ] as const)
    if (path !== undefined && holds(physical(path), physical(folder)))
      refuseOverlap({ given: `${option} ${path}`, path }, [given]);
  for (const name of SCRIPTS) await checkOwnFile({ path: join(folder, name), kind: "script" });
}

/** A word of a command: text, or shell code that stands as it is. */
type Word = string | { readonly shell: string };

interface Script {
  readonly folder: string;
  readonly name: string;
  /** Name of the file for what it says, as Slurm fills it in. */
  readonly log: string;
  readonly minutes: number;
  readonly megabytes: number;
  readonly more: readonly string[];
  readonly words: readonly Word[];
}

function script({ folder, name, log, minutes, megabytes, more, words }: Script): string {
  const command = [process.execPath, MAIN, ...words].map((word) =>
    typeof word === "string" ? messages.shellWord(word) : word.shell,
  );
  return [
    "#!/bin/sh",
    `#SBATCH --job-name="${name}"`,
    ...more,
    '#SBATCH --ntasks="1"',
    '#SBATCH --cpus-per-task="1"',
    `#SBATCH --time="${minutes}"`,
    `#SBATCH --mem="${megabytes}M"`,
    `#SBATCH --output="${folder}/${log}"`,
    "",
    `cd ${messages.shellWord(process.cwd())}`,
    `exec ${command.join(" ")}`,
    "",
  ].join("\n");
}

/** Merges after the array has ended in any way: the merge simulates what a lost task has left. */
function submitScript(folder: string): string {
  return `#!/bin/sh
# Submits the array and, when it has ended, the merge of its parts.
set -e
array=$(sbatch --parsable ${messages.shellWord(join(folder, "array.sbatch"))})
merge=$(sbatch --parsable --dependency=afterany:"$array" ${messages.shellWord(join(folder, "merge.sbatch"))})
echo "array $array, merge $merge"
`;
}

function sweepWords(task: SweepTask, argument: string, set: readonly string[]): string[] {
  const { vary, design, points, seed, replications, formats, metrics, groups } = task;
  return [
    "sweep",
    argument,
    ...vary.map(
      ({ path, values }) => `--vary=${path}=${typeof values === "string" ? values : values.join(",")}`,
    ),
    `--design=${design}`,
    ...(points === null ? [] : [`--points=${points}`]),
    `--seed=${seed}`,
    `--replications=${replications}`,
    `--format=${formats.join(",")}`,
    ...(metrics === null ? [] : [`--metrics=${metrics.join(",")}`]),
    ...(groups ? ["--groups"] : []),
    ...set.map((change) => `--set=${change}`),
  ];
}

const minutesFor = (seconds: number): number =>
  Math.max(MIN_MINUTES, Math.ceil((seconds * TIME_FACTOR) / 60));
