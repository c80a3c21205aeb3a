import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type Circumstances, linksim } from "../cli/linksim.ts";
import { aFolder } from "../support/a-folder.ts";

/**
 * Inputs in the shape of public reports of faults in comparable tools, each with the commands to give and
 * what is right.
 */
interface Outcome {
  /** The words after `linksim`, parted at spaces. */
  readonly run: string;
  /** A file of the case that is on stdin. */
  readonly stdin?: string;
  /** What the system refuses, and the version that Node says it has. */
  readonly input?: Circumstances["input"];
  readonly node?: string;
  /** What a shell does before; `$LINKSIM` is the program. */
  readonly before?: string;
  readonly exit: number;
  /** Texts that must stand there. */
  readonly stdout?: readonly string[];
  readonly stderr?: readonly string[];
  /** Texts that must stand nowhere. */
  readonly never?: readonly string[];
  /** Texts that a file must hold, and that it must lack. */
  readonly files?: Readonly<
    Record<string, { readonly holds?: readonly string[]; readonly lacks?: readonly string[] }>
  >;
  /** Problems of the scenario, warnings among them: a line each, before the one that counts them. */
  readonly problems?: number;
}

const CASES = fileURLToPath(new URL(".", import.meta.url));
const folders = readdirSync(CASES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

function shell(line: string, cwd: string): void {
  const LINKSIM = `${process.execPath} ${resolve("dist/cli/main.js")}`;
  execFileSync("/bin/sh", ["-ec", line], { cwd, env: { ...process.env, LINKSIM }, stdio: "ignore" });
}

describe.each(folders)("case %s", (name) => {
  const outcomes = parse(readFileSync(join(CASES, name, "outcome.yaml"), "utf8")) as readonly Outcome[];

  it.each(outcomes)("comes out right: linksim $run", async (outcome) => {
    const cwd = aFolder();
    cpSync(join(CASES, name), cwd, { recursive: true });
    if (outcome.before !== undefined) shell(outcome.before, cwd);
    const { input, node } = outcome;
    const circumstances = { cwd, ...(input && { input }), ...(node && { node }) };
    const onStdin = outcome.stdin && { stdin: readFileSync(join(cwd, outcome.stdin), "utf8") };
    const { code, stdout, stderr } = await linksim(outcome.run.split(" "), { ...circumstances, ...onStdin });
    for (const text of outcome.stdout ?? []) expect(stdout).toContain(text);
    for (const text of outcome.stderr ?? []) expect(stderr).toContain(text);
    for (const text of [...(outcome.never ?? []), "\n    at "]) expect(stdout + stderr).not.toContain(text);
    if (outcome.problems !== undefined) expect(stderr.trim().split("\n")).toHaveLength(outcome.problems + 1);
    expect(code).toBe(outcome.exit);
    for (const [file, { holds = [], lacks = [] }] of Object.entries(outcome.files ?? {})) {
      const text = readFileSync(join(cwd, file), "utf8");
      for (const one of holds) expect(text).toContain(one);
      for (const one of lacks) expect(text).not.toContain(one);
    }
  });
});
