import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { inProcess } from "./in-process.ts";

const MAIN = resolve("dist/cli/main.js");
if (!existsSync(MAIN)) throw new Error("dist is missing: run `npm run build` first");

/** How a command ended, and what it said. */
export interface Ending {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where and how the program is run. */
export interface Circumstances {
  readonly cwd?: string;
  readonly uid?: number;
  /** What the system refuses: a file of more than some kilobytes, or anything on stdout. */
  readonly input?: "limited files" | "full disk under stdout";
  /** What is on stdin. */
  readonly stdin?: string;
  /** The version that Node says it has. */
  readonly node?: string;
}

const SHELL = {
  "limited files": 'ulimit -f 64; exec "$@"',
  "full disk under stdout": 'exec "$@" > /dev/full',
};

/**
 * Runs the built program: in the process of the tests, or in one of its own where the circumstances ask for
 * one.
 */
export function linksim(words: readonly string[], circumstances: Circumstances = {}): Promise<Ending> {
  const { cwd, ...others } = circumstances;
  return Object.keys(others).length === 0 ? inProcess(words, cwd) : linksimProcess(words, circumstances);
}

/** Runs the built program in a process of its own, as a user would. */
export function linksimProcess(words: readonly string[], circumstances: Circumstances = {}): Promise<Ending> {
  const { input, stdin, node, ...options } = circumstances;
  const line = [
    process.execPath,
    ...(node === undefined ? [] : ["--import", posingAs(node)]),
    MAIN,
    ...words,
  ];
  const [program, ...args] = input === undefined ? line : ["/bin/sh", "-c", SHELL[input], "sh", ...line];
  return new Promise((done) => {
    const child = execFile(program, args, { ...options, maxBuffer: 1e8 }, (failure, stdout, stderr) => {
      done({ code: failure === null ? 0 : ((failure.code as number | undefined) ?? null), stdout, stderr });
    });
    if (stdin !== undefined) child.stdin?.end(stdin);
  });
}

/** Makes a module that has Node say that it is another version. */
function posingAs(version: string): string {
  const versions = `{ ...process.versions, node: ${JSON.stringify(version)} }`;
  const code = `Object.defineProperty(process, "versions", { value: ${versions} })`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
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
