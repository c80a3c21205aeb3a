import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const house = mkdtempSync(join(tmpdir(), "linksim-lint-"));
cpSync("biome.json", join(house, "biome.json"));
cpSync(".biome", join(house, ".biome"), { recursive: true });
mkdirSync(join(house, "sim"));
afterAll(() => {
  rmSync(house, { recursive: true });
});

/** Lints a line as if it stood in the core: gives the exit code and what the linter says. */
function lint(line: string): { status: number | null; said: string } {
  writeFileSync(join(house, "sim", "x.ts"), `${line}\n`);
  const { status, stdout, stderr } = spawnSync(
    resolve("node_modules/.bin/biome"),
    ["lint", "--error-on-warnings", "."],
    {
      cwd: house,
      encoding: "utf8",
    },
  );
  return { status, said: stdout + stderr };
}

describe("the linter, on a line in sim/,", () => {
  it.each([
    ["Math.random", "export const x = Math.random();", "differ between JavaScript engines"],
    ["Math.log", "export const x = Math.log(2);", "differ between JavaScript engines"],
    ["Math.exp", "export const x = Math.exp(2);", "differ between JavaScript engines"],
    ["Math.pow", "export const x = Math.pow(2, 3);", "differ between JavaScript engines"],
    ["Math.tanh", "export const x = Math.tanh(2);", "differ between JavaScript engines"],
    ["**", "export const f = (n: number) => n ** 0.5;", "differs between JavaScript engines"],
    ["a date", "export const x = new Date();", "has no clock"],
    ["a clock", "export const x = performance.now();", "has no clock"],
    ["the process", "export const x = process.pid;", "knows no process"],
    ["the console", "console.log(1);", "is silent"],
    [
      "a module of Node",
      'import { readFileSync } from "node:fs";\nexport const x = readFileSync;',
      "nothing of Node",
    ],
    ["the command line", 'import { main } from "../cli/main.ts";\nexport const x = main;', "out of sim/"],
  ])("refuses %s", (_, line, reason) => {
    const { status, said } = lint(line);
    expect(said).toContain(reason);
    expect(status).toBe(1);
  });

  it("lets plain arithmetic pass", () => {
    expect(lint("export const x = Math.sqrt(2) + Math.LN2 + Math.floor(3 / 2);").status).toBe(0);
  });
});
