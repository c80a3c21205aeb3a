import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const PLAIN = "export const x = Math.sqrt(2) + Math.LN2 + Math.floor(3 / 2);";

const REFUSED = [
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
] as const;

/** Lints lines as if each were a file of the core, all at once, and gives what the linter says of each. */
function lint(lines: readonly string[]): readonly string[] {
  const house = mkdtempSync(join(tmpdir(), "linksim-lint-"));
  try {
    cpSync("biome.json", join(house, "biome.json"));
    cpSync(".biome", join(house, ".biome"), { recursive: true });
    mkdirSync(join(house, "sim"));
    lines.forEach((line, n) => {
      writeFileSync(join(house, "sim", `${n}.ts`), `${line}\n`);
    });
    const words = ["lint", "--error-on-warnings", "--max-diagnostics=none", "."];
    const { status, stderr } = spawnSync(resolve("node_modules/.bin/biome"), words, {
      cwd: house,
      encoding: "utf8",
    });
    expect(status).toBe(1);
    // Each place that is refused begins with its file, line and column.
    const places = stderr.split(/^(?=sim\/\d+\.ts:\d+:\d+ )/m);
    return lines.map((_, n) => places.filter((place) => place.startsWith(`sim/${n}.ts:`)).join(""));
  } finally {
    rmSync(house, { recursive: true });
  }
}

describe("the linter, on a line in sim/,", () => {
  const [plain, ...said] = lint([PLAIN, ...REFUSED.map(([, line]) => line)]);

  it.each(REFUSED.map(([name, , reason], n) => [name, reason, said[n]] as const))(
    "refuses %s",
    (_, reason, heard) => {
      expect(heard).toContain(reason);
    },
  );

  it("lets plain arithmetic pass", () => {
    expect(plain).toBe("");
  });
});
