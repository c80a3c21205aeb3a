import { type ChildProcess, spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const MAIN = resolve("dist/cli/main.js");
const STOPPER = pathToFileURL(resolve("test/cli/stop-at.mjs")).href;

/** How a command ended, and what it said on stderr. */
export interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
}

/** Runs the built program to its end. */
export const whole = (words: readonly string[], cwd: string): Promise<End> =>
  end(
    spawn(process.execPath, [MAIN, ...words], { cwd, env: envIn(cwd), stdio: ["ignore", "ignore", "pipe"] }),
  );

/** Runs the built program until it is about to ask something of the disk for the n-th time, and kills it there. */
export const killed = (words: readonly string[], cwd: string, n: number | undefined): Promise<End> =>
  end(
    spawn(process.execPath, ["--import", STOPPER, MAIN, ...words], {
      cwd,
      env: { ...envIn(cwd), STOP_AT: JSON.stringify({ signal: "SIGKILL", moment: "disk", n }) },
      stdio: ["ignore", "ignore", "pipe"],
    }),
  );

/** Gives the program temporary folders of its own, where nobody else's are. */
const envIn = (cwd: string): NodeJS.ProcessEnv => ({ ...process.env, TMPDIR: join(cwd, "tmp") });

/** Counts how often a command asks something of the disk. */
export async function asksOfDisk(words: readonly string[], cwd: string): Promise<number> {
  const { code, stderr } = await killed(words, cwd, undefined);
  const [, count] = /asked of the disk: (\d+)/.exec(stderr) ?? [];
  if (code !== 0 || count === undefined) throw new Error(`${words.join(" ")}: ${stderr}`);
  return Number(count);
}

function end(child: ChildProcess): Promise<End> {
  let stderr = "";
  child.stderr?.on("data", (text) => {
    stderr += text;
  });
  return new Promise((done) => child.on("close", (code, signal) => done({ code, signal, stderr })));
}
