import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { linksim } from "../cli/linksim.ts";
import { aFolder } from "../support/a-folder.ts";

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

  it("shows the refusals that its bad scenario gets", async () => {
    const at = blocks.findIndex(({ text }) => text.startsWith("name: bad"));
    const cwd = aFolder({ "bad.yaml": blocks[at].text });
    const { stdout, stderr } = await linksim(["check", "bad.yaml"], { cwd });
    expect(`$ linksim check bad.yaml\n${(stdout + stderr).trim()}`).toBe(blocks[at + 1].text);
  });

  it("shows where two worlds part as explain tells it", async () => {
    const { text } =
      blocks.find(({ text }) => text.startsWith("glasgow-pilot and glasgow-pilot-cut, seed 1")) ?? blocks[0];
    const { stdout: told } = await linksim(["explain", "glasgow-pilot", "glasgow-pilot-cut"]);
    expect(told.slice(0, text.length)).toBe(text);
  });
});
