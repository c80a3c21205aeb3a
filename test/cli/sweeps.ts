import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { SMALL } from "../support/a-folder.ts";
import { type Ending, linksim } from "./linksim.ts";

/** Eight points of two replications, simulated in a moment: the words of a small sweep. */
export const EIGHT_POINTS = [
  "sweep",
  "s.yaml",
  "--vary",
  "link_workers.fte=0.25:1:0.25",
  "--vary",
  "funding.reserves=0 weeks,26 weeks",
  "--set",
  "horizon=12 weeks",
  "--replications",
  "2",
  "--quiet",
] as const;

/** Ends a command that must have gone well. */
export async function done(words: readonly string[], cwd: string, run = linksim): Promise<Ending> {
  const ending = await run(words, { cwd });
  if (ending.code !== 0) throw new Error(`exit code ${ending.code}: ${ending.stderr}`);
  return ending;
}

/** Gives the SHA-256 of every file of a results folder but run.json, which tells the time. */
export function digests(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder).filter((name) => name !== "run.json");
  return Object.fromEntries(
    names.sort().map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex"),
    ]),
  );
}

/** Lists the files of the cells in a store. */
export function cellFiles(store: string): string[] {
  const cells = join(store, "cells");
  if (!existsSync(cells)) return [];
  return readdirSync(cells, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".cell"))
    .map((name) => join(cells, name))
    .sort();
}

/** Changes a text of a results folder, and writes run.json so that every hash fits again. */
export function doctor(folder: string, name: string, change: (text: string) => string): void {
  const path = join(folder, name);
  const before = readFileSync(path, "utf8");
  const after = change(before);
  if (after === before) throw new Error(`${name} would stay as it is`);
  writeFileSync(path, after);
  const record = JSON.parse(readFileSync(join(folder, "run.json"), "utf8"));
  const hash = (content: string | Buffer): string => createHash("sha256").update(content).digest("hex");
  for (const file of record.files) file.sha256 = hash(readFileSync(join(folder, file.name)));
  record.content_hash = hash(
    record.files.map((file: { name: string; sha256: string }) => `${file.name} ${file.sha256}\n`).join(""),
  );
  writeFileSync(join(folder, "run.json"), JSON.stringify(record));
}

/**
 * A moment in the program's own work at which it is sent a signal: the n-th file half written, written
 * beside its place, or kept.
 */
export interface Moment {
  readonly signal: "SIGKILL" | "SIGINT";
  readonly moment: "started" | "half written" | "written beside" | "kept";
  readonly n: number;
  /** A folder that is made read-only then, instead of sending the signal. */
  readonly locks?: string;
  readonly uid?: number;
}

/**
 * Runs the program until a moment of its work, as a power cut or Ctrl-C would end it; says what ended it and
 * what it said.
 */
export async function stopped(
  words: readonly string[],
  cwd: string,
  at: Moment,
): Promise<Ending & { readonly signal: NodeJS.Signals | null }> {
  const child = spawn(
    process.execPath,
    ["--import", pathToFileURL("test/cli/stop-at.mjs").href, resolve("dist/cli/main.js"), ...words],
    {
      cwd,
      env: { ...process.env, STOP_AT: JSON.stringify(at) },
      ...(at.uid === undefined ? {} : { uid: at.uid }),
    },
  );
  const said = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const)
    child[stream].on("data", (text) => {
      said[stream] += text;
    });
  return new Promise((end) => child.on("close", (code, signal) => end({ code, signal, ...said })));
}

let reference: Promise<Readonly<Record<string, string>>> | undefined;

/**
 * Gives the digests of what the small sweep gives when nothing disturbs it, on one thread; it is simulated
 * once for all who ask.
 */
export function undisturbed(): Promise<Readonly<Record<string, string>>> {
  reference ??= runUndisturbed();
  return reference;
}

async function runUndisturbed(): Promise<Readonly<Record<string, string>>> {
  const cwd = mkdtempSync(join(tmpdir(), "linksim-reference-"));
  try {
    writeFileSync(join(cwd, "s.yaml"), SMALL);
    await done([...EIGHT_POINTS, "--out", "out", "--workers", "1"], cwd);
    return digests(join(cwd, "out"));
  } finally {
    rmSync(cwd, { recursive: true });
  }
}
