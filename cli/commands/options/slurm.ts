import { messages } from "../../messages/index.ts";
import type { SlurmOptions } from "../../slurm/slurm-scripts.ts";
import { badInput } from "../../terminal/exit-codes.ts";
import { readCount, single, TEXT } from "./text.ts";

const MAX_TASKS = 100_000;

export const SLURM = {
  ...TEXT,
  describe: "Simulate nothing: write the scripts of a Slurm job array and of its merge job into this folder",
} as const;

export const TASKS = {
  ...TEXT,
  defaultDescription: "tasks of about ten minutes",
  describe: "Tasks of that array",
} as const;

interface GivenSlurm {
  readonly slurm?: string | readonly string[] | undefined;
  readonly tasks?: string | readonly string[] | undefined;
}

/** Reads where scripts are wanted; undefined for none. */
export function readSlurm(given: GivenSlurm): SlurmOptions | undefined {
  const folder = single("slurm", given.slurm);
  const tasks = readCount("tasks", given.tasks, MAX_TASKS);
  if (tasks !== undefined && folder === undefined) throw badInput(messages.tasksWithoutSlurm);
  return folder === undefined ? undefined : { folder, tasks };
}
