import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { afterAll, describe, expect, it } from "vitest";
import { openModelCode } from "../../cli/build/model-code.ts";
import { PROSE_FIELDS } from "../../cli/build/without-prose.ts";
import { createSimulator } from "../../sim/experiment/simulator.ts";
import { aScenario } from "../support/a-scenario.ts";

const MECHANISMS = ["sim/model/mechanisms", "sim/model/levers"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folder}/${name}`),
);

/** A copy of the sources to change as one likes. */
const scratch = mkdtempSync(join(tmpdir(), "linksim-model-"));
cpSync("sim", join(scratch, "sim"), { recursive: true });
cpSync("package.json", join(scratch, "package.json"));
symlinkSync(resolve("node_modules"), join(scratch, "node_modules"));
const model = await openModelCode(scratch);
const digest = await model.digest();
afterAll(async () => {
  await model.close();
  rmSync(scratch, { recursive: true });
});

/** Returns the digest of the model with one file changed. */
async function digestWith(file: string, change: (source: string) => string): Promise<string> {
  const path = join(scratch, file);
  const source = readFileSync(path, "utf8");
  const changed = change(source);
  expect(changed).not.toBe(source);
  writeFileSync(path, changed);
  try {
    return await model.digest();
  } finally {
    writeFileSync(path, source);
  }
}

const OTHER_OPERATOR: Readonly<Record<string, string>> = {
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "===": "!==",
  "!==": "===",
  "&&": "||",
  "||": "&&",
};

interface Mutant {
  readonly at: number;
  readonly was: string;
  readonly is: string;
}

/**
 * Changes one number or operator of a source's functions, that in the middle; where there is none, takes out
 * one statement or one field. What only words are made of is left alone.
 */
function mutated(source: string): string {
  const file = ts.createSourceFile("source.ts", source, ts.ScriptTarget.ES2022);
  const changed: Mutant[] = [];
  const removed: Mutant[] = [];
  const visit = (node: ts.Node, isInFunction: boolean): void => {
    if (ts.isObjectLiteralElementLike(node) && PROSE_FIELDS.has(node.name?.getText(file) ?? "")) return;
    const mutant = (of: ts.Node, is: string): Mutant => ({
      at: of.getStart(file),
      was: of.getText(file),
      is,
    });
    if (ts.isNumericLiteral(node) && isInFunction) changed.push(mutant(node, `${Number(node.text) + 1}`));
    if (ts.isBinaryExpression(node) && isInFunction) {
      const is = OTHER_OPERATOR[node.operatorToken.getText(file)];
      if (is !== undefined) changed.push(mutant(node.operatorToken, is));
    }
    if (ts.isExpressionStatement(node)) removed.push(mutant(node, ""));
    if (ts.isObjectLiteralElementLike(node)) removed.push(mutant(node, "...{}"));
    node.forEachChild((child) => visit(child, isInFunction || ts.isFunctionLike(node)));
  };
  visit(file, false);
  const mutants = changed.length > 0 ? changed : removed;
  const { at, was, is } = mutants[Math.floor(mutants.length / 2)];
  return `${source.slice(0, at)}${is}${source.slice(at + was.length)}`;
}

describe("the model's digest", () => {
  it.each(MECHANISMS)("changes with %s", async (file) => {
    expect(await digestWith(file, mutated)).not.toBe(digest);
  });

  it("is of the packages that make numbers, too", async () => {
    const text = await model.text();
    const ofSeedrandom = "xor4096";
    const ofStdlib = ".6931471805599453";
    expect([ofSeedrandom, ofStdlib].filter((piece) => !text.includes(piece))).toEqual([]);
  });

  it("does not change with a verdict's words, nor with anything else of what is only made from the numbers", async () => {
    const words = (source: string): string => source.replaceAll(/"[^"\n]* [^"\n]*"/g, '"in other words"');
    expect(await digestWith("sim/findings/regime.ts", words)).toBe(digest);
  });

  it("does not change with what is said of a metric, nor with what a mechanism shows", async () => {
    const reworded = (field: string) => (source: string) =>
      source.replaceAll(new RegExp(`\\b${field}:\\s*"[^"]*"`, "g"), `${field}: "in other words"`);
    for (const field of ["meaning", "words", "better"])
      expect(await digestWith("sim/measures/benefit.ts", reworded(field))).toBe(digest);
    expect(await digestWith("sim/model/mechanisms/bounce.ts", reworded("observable"))).toBe(digest);
  });

  it("does not change with a comment, nor with what an error says", async () => {
    const file = "sim/model/diary.ts";
    expect(await digestWith(file, (source) => `/* A comment. */\n${source}// Another.\n`)).toBe(digest);
    expect(await digestWith(file, (source) => source.replace("is double-booked on", "has two on"))).toBe(
      digest,
    );
  });

  it("does not change with what a file is called, and with the order of imports that follows from it", async () => {
    const sources = readdirSync(join(scratch, "sim"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => join(scratch, "sim", name));
    const before = new Map(sources.map((path) => [path, readFileSync(path, "utf8")]));
    const from = join(scratch, "sim/model/mechanisms/bounce.ts");
    const to = join(scratch, "sim/model/mechanisms/zigzag.ts");
    for (const [path, source] of before)
      writeFileSync(path, sortedImports(source.replaceAll('/bounce.ts"', '/zigzag.ts"')));
    renameSync(from, to);
    try {
      expect(await model.digest()).toBe(digest);
    } finally {
      rmSync(to);
      for (const [path, source] of before) writeFileSync(path, source);
    }
  });

  it("is of a program that gives the numbers of the model: what was left out of it makes none", async () => {
    const file = join(scratch, "model.mjs");
    writeFileSync(file, await model.text());
    const alone: { createSimulator: typeof createSimulator } = await import(pathToFileURL(file).href);
    const { scenario, template } = aScenario(["benefit.effect=1"]);
    const ofModel = createSimulator(scenario, template, "1");
    const ofCode = alone.createSimulator(scenario, template, "1");
    expect(ofCode.plan).toEqual(ofModel.plan);
    expect(ofCode.run(0)).toEqual(ofModel.run(0));
    expect(ofCode.fates()).toEqual(ofModel.fates());
  });
});

/** Puts one-line imports in the order of their paths, last first: another order than that of today. */
function sortedImports(source: string): string {
  const lines = source.split("\n");
  const imports = lines.filter((line) => /^import .* from ".*";$/.test(line)).reverse();
  return lines.map((line) => (/^import .* from ".*";$/.test(line) ? imports.shift() : line)).join("\n");
}
