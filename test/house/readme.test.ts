import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const readme = readFileSync("README.md", "utf8");
const blocks = [...readme.matchAll(/```(\w*)\n([\s\S]*?)\n```/g)].map(([, language, text]) => ({
  language,
  text,
}));

describe("the README", () => {
  it("prints what its library example prints", () => {
    const at = blocks.findIndex(({ language }) => language === "js");
    const out = execFileSync("node", ["--input-type=module", "-e", blocks[at].text], { encoding: "utf8" });
    expect(out.trim()).toBe(blocks[at + 1].text);
  });

  it("shows the refusals that its bad scenario gets", () => {
    const at = blocks.findIndex(({ text }) => text.startsWith("name: bad"));
    const folder = mkdtempSync(join(tmpdir(), "linksim-readme-"));
    writeFileSync(join(folder, "bad.yaml"), blocks[at].text);
    const { stdout, stderr } = spawnSync("node", [resolve("dist/cli/main.js"), "check", "bad.yaml"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(`$ linksim check bad.yaml\n${(stdout + stderr).trim()}`).toBe(blocks[at + 1].text);
  });

  it("shows where two worlds part as explain tells it", () => {
    const { text } =
      blocks.find(({ text }) => text.startsWith("glasgow-pilot and glasgow-pilot-cut, seed 1")) ?? blocks[0];
    const told = execFileSync("node", ["dist/cli/main.js", "explain", "glasgow-pilot", "glasgow-pilot-cut"], {
      encoding: "utf8",
    });
    expect(told.slice(0, text.length)).toBe(text);
  });
});
