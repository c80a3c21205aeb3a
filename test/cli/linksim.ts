import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";

const MAIN = resolve("dist/cli/main.js");
if (!existsSync(MAIN)) throw new Error("dist is missing: run `npm run build` first");

/** How a command ended, and what it said. */
export interface Ending {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program as a user would. */
export function linksim(
  words: readonly string[],
  { cwd, uid, input }: { cwd?: string; uid?: number; input?: "limited files" } = {},
): Promise<Ending> {
  const [program, args] =
    input === "limited files"
      ? ["/bin/sh", ["-c", 'ulimit -f 64; exec "$@"', "sh", process.execPath, MAIN, ...words]]
      : [process.execPath, [MAIN, ...words]];
  const options = {
    ...(cwd === undefined ? {} : { cwd }),
    ...(uid === undefined ? {} : { uid }),
    maxBuffer: 1e8,
  };
  return new Promise((done) => {
    execFile(program as string, args as string[], options, (failure, stdout, stderr) => {
      done({ code: failure === null ? 0 : ((failure.code as number | undefined) ?? null), stdout, stderr });
    });
  });
}

/** Starts the program and sends it a signal as soon as something is there to be interrupted. */
export async function interrupted(
  words: readonly string[],
  cwd: string,
  isBusy: () => boolean,
): Promise<Ending> {
  const child = spawn(process.execPath, [MAIN, ...words], { cwd });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (text) => {
    stdout += text;
  });
  child.stderr.on("data", (text) => {
    stderr += text;
  });
  const ended = new Promise<number | null>((done) => child.on("close", done));
  while (!isBusy() && child.exitCode === null) await new Promise((wait) => setTimeout(wait, 10));
  child.kill("SIGINT");
  return { code: await ended, stdout, stderr };
}
