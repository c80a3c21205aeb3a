import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import seedrandom from "seedrandom";
import { DOCTORINGS, type Draw, doctorTable, tableFilesIn } from "./doctor-results.ts";
import { type SmallFolders, smallFolders } from "./small-folders.ts";
import { verifyQuietly } from "./verify-quietly.ts";

/** What came of doctoring folders at random. */
export interface DoctoringReport {
  readonly doctored: number;
  /** What verify passed, in words; empty if it found everything. */
  readonly passed: readonly string[];
}

/**
 * Doctors a cell or a row of some table, in some format, of some results folder, as often as is said, with
 * every hash made to fit, and verifies each folder whole; what is doctored follows from the seed. The folders
 * are made for it unless they are given.
 */
export async function doctoring(times: number, seed: string, given?: SmallFolders): Promise<DoctoringReport> {
  const random = seedrandom(seed);
  const draw: Draw = (before) => Math.floor(random() * before);
  const oneOf = <T>(all: readonly T[]): T => all[draw(all.length)];
  const folders = given ?? (await smallFolders());
  const copy = join(mkdtempSync(join(tmpdir(), "linksim-doctored-")), "results");
  const passed: string[] = [];
  let doctored = 0;
  try {
    while (doctored < times) {
      const folder = oneOf(Object.values(folders));
      rmSync(copy, { recursive: true, force: true });
      cpSync(folder, copy, { recursive: true });
      const file = oneOf(tableFilesIn(copy));
      const how = oneOf(DOCTORINGS);
      if (!(await doctorTable(copy, file, how, draw))) continue;
      doctored++;
      const { code } = await verifyQuietly(copy);
      if (code === 0) passed.push(`${folder}: ${file.table}.${file.format}: ${how} (the ${doctored}th)`);
    }
  } finally {
    rmSync(dirname(copy), { recursive: true, force: true });
    if (given === undefined) rmSync(dirname(folders.run), { recursive: true, force: true });
  }
  return { doctored, passed };
}
