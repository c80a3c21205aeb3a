import { execFileSync, spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** A change of the tree: files that are made, and files in which a text gives way to another. */
export interface Change {
  readonly made?: Readonly<Record<string, string>>;
  readonly edited?: Readonly<Record<string, readonly (readonly [before: string, after: string])[]>>;
}

/** A copy of the tree in a temporary folder, to be changed and thrown away. */
export class ScratchCopy {
  readonly folder = mkdtempSync(join(tmpdir(), "linksim-scratch-"));

  constructor() {
    const words = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
    for (const name of execFileSync("git", words, { encoding: "utf8" }).split("\0").filter(Boolean)) {
      mkdirSync(dirname(join(this.folder, name)), { recursive: true });
      copyFileSync(name, join(this.folder, name));
    }
    symlinkSync(resolve("node_modules"), join(this.folder, "node_modules"));
  }

  /** Changes the tree, lets something be found out, and changes it back. */
  during<Found>({ made = {}, edited = {} }: Change, find: () => Found): Found {
    const before = new Map(
      Object.keys(edited).map((name) => [name, readFileSync(join(this.folder, name), "utf8")]),
    );
    try {
      for (const [name, text] of Object.entries(made)) writeFileSync(join(this.folder, name), text);
      for (const [name, edits] of Object.entries(edited))
        writeFileSync(join(this.folder, name), withEdits(name, before.get(name) ?? "", edits));
      return find();
    } finally {
      for (const name of Object.keys(made)) rmSync(join(this.folder, name), { force: true });
      for (const [name, text] of before) writeFileSync(join(this.folder, name), text);
    }
  }

  /** Compiles the tree; gives what the compiler says, which is nothing if it is sound. */
  compile(): string {
    return this.#run("tsc", ["--noEmit", "--incremental", "--tsBuildInfoFile", "scratch.tsbuildinfo"]);
  }

  /** Runs a file of tests; gives what fails, which is nothing if all pass. */
  test(file: string): string {
    return this.#run("vitest", ["run", file, "--reporter=dot"]);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  #run(program: string, words: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync(join("node_modules", ".bin", program), words, {
      cwd: this.folder,
      encoding: "utf8",
    });
    return status === 0 ? "" : `${stdout}${stderr}` || `${program} ended with ${status}`;
  }
}

/** Gives a file's text after edits; throws if one of them no longer fits it. */
export function withEdits(name: string, text: string, edits: readonly (readonly [string, string])[]): string {
  return edits.reduce((sofar, [before, after]) => {
    if (!sofar.includes(before)) throw new Error(`${name} no longer holds: ${before}`);
    return sofar.replace(before, () => after);
  }, text);
}
