import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { COMMANDS } from "../../cli/command-line.ts";
import type { Ending } from "./linksim.ts";

const PROGRAM = resolve("dist/cli/program.js");
if (!existsSync(PROGRAM)) throw new Error("dist is missing: run `npm run build` first");

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

let last: Promise<unknown> = Promise.resolve();

/**
 * Does what words ask for with the built program in the process of the tests, one after another: what it
 * writes is kept, its working directory, exit code and listeners to signals are its own. It simulates on one thread
 * unless the words say otherwise. Takes a tenth of the time of a process.
 */
export function inProcess(words: readonly string[], cwd: string | undefined): Promise<Ending> {
  const next = last.then(() => runHere(words, cwd));
  last = next.catch(() => {});
  return next;
}

async function runHere(words: readonly string[], cwd = process.cwd()): Promise<Ending> {
  const { runProgram } = await import(/* @vite-ignore */ pathToFileURL(PROGRAM).href);
  const before = { cwd: process.cwd(), exitCode: process.exitCode };
  const listeners = SIGNALS.map((signal) => process.listeners(signal));
  const stdout = captured(process.stdout);
  const stderr = captured(process.stderr);
  // The console of the tests goes elsewhere; yargs writes help there.
  const { log, error } = console;
  console.log = (line) => void process.stdout.write(`${line}\n`);
  console.error = (line) => void process.stderr.write(`${line}\n`);
  process.chdir(cwd);
  process.exitCode = undefined;
  try {
    await runProgram(onOneThread(words));
    return { code: Number(process.exitCode ?? 0), stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    stdout.release();
    stderr.release();
    Object.assign(console, { log, error });
    process.chdir(before.cwd);
    process.exitCode = before.exitCode;
    SIGNALS.forEach((signal, at) => {
      for (const listener of process.listeners(signal))
        if (!listeners[at].includes(listener)) process.off(signal, listener);
    });
  }
}

/** Results depend on no number of threads, and each takes as long to start as a small test. */
function onOneThread(words: readonly string[]): readonly string[] {
  const command = COMMANDS.find(({ name }) => name === words[0]);
  const isLeftOpen = command !== undefined && "workers" in command.options;
  return isLeftOpen && !words.includes("--workers") ? [...words, "--workers", "1"] : words;
}

/** Keeps what is written to a stream until it is released. */
function captured(stream: NodeJS.WriteStream): { text(): string; release(): void } {
  const { write } = stream;
  let text = "";
  stream.write = (chunk: string | Uint8Array): boolean => {
    text += typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");
    return true;
  };
  return {
    text: () => text,
    release: () => {
      stream.write = write;
    },
  };
}
