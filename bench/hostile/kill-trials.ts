import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isSealed } from "../../cli/disk/seal.ts";
import { decodeCell } from "../../cli/store/cell.ts";
import { asksOfDisk, killed, whole } from "./killed.ts";

const SCENARIO = `name: small
horizon: 12 weeks
link_workers: { fte: 1 }
practices:
  - { id: elm, list_size: 3000 people }
  - { id: harbour, list_size: 4000 people }
organisations:
  members:
    - { id: lunch-club, type: local, focus: isolation_wellbeing, locality: elm }
    - { id: advice, type: city_wide, focus: money_advice }
    - { id: clinic, type: statutory, focus: mental_health }
`;

/** A command that is killed: its words for either of two seeds, whose results take each other's place. */
interface KilledCommand {
  readonly name: string;
  readonly words: (seed: Seed) => readonly string[];
  /** What it reads beside the scenario: the results of a seed, or a store with a part of the work. */
  readonly reads?: "results" | "parts";
  /** How many of it run at the same time. */
  readonly atOnce: number;
}

type Seed = "1" | "2";
const SEEDS: readonly Seed[] = ["1", "2"];

const SIMULATED = (seed: Seed): string[] => [
  ...["run", "s.yaml", "--replications", "2", "--seed", seed, "--workers", "1", "--quiet"],
];
const RUN = (seed: Seed): string[] => [...SIMULATED(seed), "--out", "out"];
const POINTS = (seed: Seed): string[] => [
  ...["sweep", "s.yaml", "--vary", "link_workers.fte=0.5,1", "--replications", "2", "--seed", seed],
  ...["--workers", "1", "--quiet"],
];
const SWEEP = (seed: Seed): string[] => [...POINTS(seed), "--out", "out", "--store", "kept"];

/** Lists what is killed. */
export const KILLED: readonly KilledCommand[] = [
  { name: "run", words: (seed) => [...RUN(seed), "--report"], atOnce: 1 },
  { name: "sweep", words: SWEEP, atOnce: 1 },
  {
    name: "merge",
    words: (seed) => ["merge", `parts-${seed}`, "--out", "out", "--quiet"],
    reads: "parts",
    atOnce: 1,
  },
  {
    name: "report",
    words: (seed) => ["report", `results-${seed}`, "-o", "out.html"],
    reads: "results",
    atOnce: 1,
  },
  { name: "two sweeps on one store", words: SWEEP, atOnce: 2 },
  { name: "two runs to one place", words: RUN, atOnce: 2 },
];

/** What came of the kills of one command. */
export interface Kills {
  readonly name: string;
  readonly kills: number;
  /** Kills in the last tenth of what is asked of the disk, where folders change places. */
  readonly late: number;
  readonly cells: number;
}

/**
 * Kills a command so many times, each at another moment between two things that it asks of the disk, drawn
 * by `draw` (from 0 up to before 1). After each kill what is there must be whole, and the same command must
 * then give the bytes of one that nobody disturbed, and leave nothing else behind. Throws what is not so.
 */
export async function killAtRandom(
  { name, words, reads, atOnce }: KilledCommand,
  kills: number,
  draw: () => number,
): Promise<Kills> {
  const cwd = mkdtempSync(join(tmpdir(), "linksim-kills-"));
  try {
    await prepare(cwd, reads);
    const expected = new Map<Seed, string>();
    await mustEnd(words("2"), cwd);
    expected.set("2", stateOf(cwd));
    makeReady(cwd);
    // As in the trials, the results of one seed stand where those of the other come.
    const asks = await asksOfDisk(words("1"), cwd);
    expected.set("1", stateOf(cwd));
    let [late, cells, done] = [0, 0, 0];
    for (let trial = 0; done < kills; trial++) {
      const seed = SEEDS[trial % 2];
      makeReady(cwd);
      const moments = Array.from({ length: atOnce }, () => momentIn(asks, draw));
      const hadResults = existsSync(join(cwd, "out"));
      const ends = await Promise.all(moments.map((n) => killed(words(seed), cwd, n)));
      const hits = ends.filter(({ signal }) => signal === "SIGKILL").length;
      done += hits;
      late += moments.filter((n, i) => n > asks * 0.9 && ends[i].signal === "SIGKILL").length;
      const where = `${name}, seed ${seed}, killed at ${moments.join(" and ")} of ${asks}`;
      for (const { code, signal, stderr } of ends)
        if (signal !== "SIGKILL" && code !== 0) throw new Error(`${where}: exit code ${code}: ${stderr}`);
      if (hadResults && !existsSync(join(cwd, "out")) && setAside(cwd).length === 0)
        throw new Error(`${where}: the earlier results are lost`);
      cells += mustBeWhole(cwd, where);
      await mustEnd(words(seed), cwd, where);
      mustHaveNothingUnfinished(cwd, where);
      if (stateOf(cwd) !== expected.get(seed)) throw new Error(`${where}: other files came out afterwards`);
    }
    return { name, kills: done, late, cells };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

/** Draws a moment: every second one of the last tenth, where folders change places. */
function momentIn(asks: number, draw: () => number): number {
  const first = draw() < 0.5 ? Math.floor(asks * 0.9) : 0;
  return 1 + first + Math.floor(draw() * (asks - first));
}

/** Makes what a command reads: a scenario, and results of two seeds or stores with parts of the work. */
async function prepare(cwd: string, reads: KilledCommand["reads"]): Promise<void> {
  writeFileSync(join(cwd, "s.yaml"), SCENARIO);
  mkdirSync(join(cwd, "tmp"));
  for (const seed of SEEDS) {
    if (reads === "results") await mustEnd([...SIMULATED(seed), "--out", `results-${seed}`], cwd);
    if (reads === "parts")
      await mustEnd([...POINTS(seed), "--shard", "1/2", "--store", `first-${seed}`], cwd);
  }
  makeReady(cwd);
}

/** Puts back the stores that hold one part of two, and takes away what was kept by a command before. */
function makeReady(cwd: string): void {
  rmSync(join(cwd, "kept"), { recursive: true, force: true });
  for (const seed of SEEDS) {
    rmSync(join(cwd, `parts-${seed}`), { recursive: true, force: true });
    if (existsSync(join(cwd, `first-${seed}`)))
      cpSync(join(cwd, `first-${seed}`), join(cwd, `parts-${seed}`), { recursive: true });
  }
}

async function mustEnd(words: readonly string[], cwd: string, where = words.join(" ")): Promise<void> {
  const { code, stderr } = await whole(words, cwd);
  if (code !== 0) throw new Error(`${where}: then exit code ${code}: ${stderr}`);
}

/** Lists earlier results that a kill between two renames left beside their place, where the next start finds them. */
const setAside = (cwd: string): readonly string[] =>
  readdirSync(cwd).filter((name) => /^\.tmp-out-.*-old$/.test(name));

/** Throws if a results folder or a cell is not whole; returns how many cells there are. */
function mustBeWhole(cwd: string, where: string): number {
  let cells = 0;
  for (const name of existsSync(join(cwd, "out")) ? ["out"] : setAside(cwd))
    mustBeWholeResults(join(cwd, name), where);
  if (existsSync(join(cwd, "out.html")) && !isSealed("html", readFileSync(join(cwd, "out.html"))))
    throw new Error(`${where}: out.html is damaged`);
  for (const store of ["kept", "out.cells", "parts-1", "parts-2"]) {
    if (!existsSync(join(cwd, store, "cells"))) continue;
    for (const file of readdirSync(join(cwd, store, "cells"), { recursive: true, encoding: "utf8" })) {
      const [, key] = /([0-9a-f]{64})\.cell$/.exec(file) ?? [];
      if (key === undefined) continue;
      cells++;
      if (decodeCell(key, readFileSync(join(cwd, store, "cells", file))) === undefined)
        throw new Error(`${where}: ${store}/${file} is damaged`);
    }
  }
  return cells;
}

function mustHaveNothingUnfinished(cwd: string, where: string): void {
  for (const place of ["kept/unfinished", "tmp"]) {
    const left = existsSync(join(cwd, place)) ? readdirSync(join(cwd, place)) : [];
    if (left.length > 0) throw new Error(`${where}: ${place} still holds ${left}`);
  }
}

function mustBeWholeResults(folder: string, where: string): void {
  const record = JSON.parse(readFileSync(join(folder, "run.json"), "utf8"));
  const listed = record.files.map((file: { name: string }) => file.name);
  const there = readdirSync(folder).filter((name) => name !== "run.json");
  if (JSON.stringify(there.sort()) !== JSON.stringify(listed.sort()))
    throw new Error(`${where}: ${folder} holds ${there}, and its record lists ${listed}`);
  for (const { name, sha256 } of record.files)
    if (digestOf(join(folder, name)) !== sha256) throw new Error(`${where}: ${name} is damaged`);
}

/** Digests every file that commands leave, by name, but for run.json and pages, which tell the time. */
function stateOf(cwd: string): string {
  const names = readdirSync(cwd, { recursive: true, encoding: "utf8", withFileTypes: true });
  const rows = names.flatMap((entry) => {
    if (!entry.isFile()) return [];
    const path = join(entry.parentPath, entry.name);
    const isTimed = entry.name === "run.json" || entry.name.endsWith(".html");
    return [`${path} ${isTimed ? "" : digestOf(path)}`];
  });
  // Cells and what was asked for are another matter: those of both seeds gather there.
  return rows
    .filter((row) => !/\/(?:kept|parts-\d|first-\d)\//.test(row))
    .sort()
    .join("\n");
}

const digestOf = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");
