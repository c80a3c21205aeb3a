import { join, resolve } from "node:path";
import type { Job } from "../../sim/experiment/executor.ts";
import { holds, physical, refuseOverlap } from "../disk/apart.ts";
import { makeFolders } from "../disk/make-folders.ts";
import { checkOwnFile, writeOwnFile } from "../disk/own-file.ts";
import { messages } from "../messages/index.ts";
import { packageFolder } from "../scenarios/package-folder.ts";
import { failed } from "../terminal/exit-codes.ts";
import { print } from "../terminal/print.ts";
import { measureRate } from "../work/measured-rate.ts";
import type { Place } from "../work/place.ts";
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

/** A piece of work that a job array does in parts. */
export interface ArrayWork {
  /** The command, by which jobs and logs are called. */
  readonly command: "sweep" | "sensitivity" | "calibrate";
  /** Words that ask for it, apart from where and how fast it is done. */
  readonly words: readonly string[];
  /** The scenarios as they were named. */
  readonly scenarios: readonly string[];
  /** Jobs on which it is measured what a replication takes. */
  readonly jobs: readonly Job[];
  /**
   * Replications of each stage, of which a later one needs all of the one before; the array is submitted for
   * each.
   */
  readonly stages: readonly number[];
  /** Cells of the smallest stage: more parts would have nothing to do. */
  readonly cells: number;
}

/**
 * Writes the scripts of a job array that simulates a piece of work, of the job that merges its parts, and of
 * how both are submitted; time and memory are what was measured here, with room to spare. `open` makes the
 * work when names are known to be safe.
 */
export async function writeSlurmScripts(
  asked: Pick<ArrayWork, "words" | "scenarios">,
  place: Place,
  { folder, tasks }: SlurmOptions,
  open: () => Promise<ArrayWork>,
): Promise<void> {
  const store = resolve(place.store ?? join(folder, "cells"));
  const out = resolve(place.out ?? join(folder, "results"));
  const scenarios = Object.fromEntries(
    asked.scenarios.map((argument, i) => [i === 0 ? "scenario" : "other", argument]),
  );
  refuseUnsafeNames({ "--slurm": resolve(folder), "--out": out, "--store": store, ...scenarios });
  refuseUnseen(asked.words);
  await refuseForeign(folder, place);
  const { command, words, jobs, stages, cells } = await open();
  const rate = measureRate(jobs.map((job) => () => job));
  const seconds = rate.secondsEach * Math.max(...stages);
  const parts = Math.min(cells, tasks ?? Math.max(1, Math.ceil(seconds / TASK_SECONDS)));
  const taskMinutes = minutesFor(seconds / parts);
  const megabytes = Math.max(MIN_MEGABYTES, Math.ceil((rate.bytes / 1e6) * MEMORY_FACTOR));
  const directives = { folder: resolve(folder), megabytes };
  const scripts: Readonly<Record<(typeof SCRIPTS)[number], string>> = {
    "array.sbatch": script({
      ...directives,
      name: `linksim-${command}`,
      log: `${command}-%A_%a.log`,
      minutes: taskMinutes,
      more: [`#SBATCH --array="0-${parts - 1}"`],
      words: [
        ...words,
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
    "submit.sh": submitScript(resolve(folder), stages.length),
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
  print(messages.slurmWritten({ folder, parts, stages: stages.length, taskMinutes, megabytes, out }));
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

/**
 * Merges after the array has ended in any way: the merge simulates what a lost task has left. Of work in
 * stages the array is there once for each: what the next one does is known when the one before has ended.
 */
function submitScript(folder: string, stages: number): string {
  const array = messages.shellWord(join(folder, "array.sbatch"));
  const later = Array.from({ length: stages - 1 }, (_, i) => i + 2);
  const again =
    stages === 1
      ? ""
      : `for stage in ${later.join(" ")}; do
  array=$(sbatch --parsable --dependency=afterany:"$array" ${array})
  arrays="$arrays $array"
done
`;
  return `#!/bin/sh
# Submits the array${stages === 1 ? "" : `, once for each of ${stages} stages`} and, when it has ended, the merge of its parts.
set -e
array=$(sbatch --parsable ${array})
arrays="$array"
${again}merge=$(sbatch --parsable --dependency=afterany:"$array" ${messages.shellWord(join(folder, "merge.sbatch"))})
echo "array $arrays, merge $merge"
`;
}

const minutesFor = (seconds: number): number =>
  Math.max(MIN_MINUTES, Math.ceil((seconds * TIME_FACTOR) / 60));
