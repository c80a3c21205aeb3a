import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { promisify } from "node:util";
import { kernelEnvironment } from "./kernel.ts";
import { type Notebook, readNotebook } from "./notebook.ts";

const NBCONVERT = "jupyter-nbconvert";

/** Tells whether notebooks can be executed here. */
export const hasJupyter = (): boolean => spawnSync(NBCONVERT, ["--version"]).status === 0;

/**
 * Executes a notebook from its first cell to its last with a kernel of its own, and leaves its file as it
 * is. Rejects with what a cell threw.
 */
export async function execute(project: string, path: string): Promise<Notebook> {
  const folder = await mkdtemp(join(tmpdir(), "linksim-notebook-"));
  try {
    // Seconds after which something hangs; a busy machine is slow to start a kernel.
    const limits = ["timeout", "startup_timeout"].map((limit) => `--ExecutePreprocessor.${limit}=3600`);
    const options = ["--to", "notebook", "--execute", ...limits];
    await promisify(execFile)(NBCONVERT, [...options, "--output-dir", folder, resolve(project, path)], {
      cwd: project,
      env: kernelEnvironment(project),
    });
    return readNotebook(await readFile(join(folder, basename(path)), "utf8"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
