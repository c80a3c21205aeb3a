import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { END_REASONS } from "../../sim/model/events.ts";
import { MECHANISM_DECLARATIONS } from "../../sim/model/mechanisms.ts";
import { ATTRIBUTE_TABLES, COMPARE_TABLES, RUN_TABLES } from "../../sim/tables/declarations.ts";
import { linesOfScenarios, proseOf } from "./prose.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Words that were struck, each with what to say instead. */
const STRUCK: readonly (readonly [RegExp, string])[] = [
  [/\bluck(y|ily)?\b/i, "common random numbers, draws, random seed, or chance"],
  [/\bplay(s|ed|ing|er|ers)?\b/i, "simulate, executor"],
  [/\bforet(ell|ells|old)\b/i, "dry run"],
  [/\b(?<!Little's )laws?\b(?! of probability)/, "distribution"],
  [/\bsound (scenario|point|file)/i, "valid"],
  [/\bso-?manieth\b/i, "every K-th"],
  [/\bfewest\b/i, "minimum"],
  [/^(Most|Least) (?!of\b|deprived\b)\w+/, "maximum, minimum"],
  [/\bhow shortly\b/, "say what the duration is"],
  [/^its administration$/, "say what is administered"],
  [/\bdoubts nothing\b/, "warns of nothing"],
  [/\bby lot\b/, "at random"],
  [/\b(say|says|said) in so many words\b/i, "say it plainly"],
];

const PROSE = proseOf(root);
const SAID = [...PROSE, ...linesOfScenarios(root)];

describe("the program's words", () => {
  it.each(STRUCK)("hold no %s", (struck, instead) => {
    const found = SAID.filter(({ text }) => struck.test(text)).map(
      ({ file, line, text }) => `${file}:${line} ${text}: say ${instead}`,
    );
    expect(found).toEqual([]);
  });

  it("find what is planted among them", () => {
    const texts = PROSE.map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(1000);
    expect(texts.some((text) => text.includes("…"))).toBe(true);
  });
});

describe("the glossary", () => {
  const glossary = readFileSync(`${root}/docs/glossary.md`, "utf8");

  it.each([
    ["mechanism", MECHANISM_DECLARATIONS.map(({ id }) => id)],
    ["way to end", END_REASONS],
    ["table", [...RUN_TABLES, ...COMPARE_TABLES, ...ATTRIBUTE_TABLES].map(({ name }) => name)],
  ])("has every %s", (_what, names) => {
    expect(names.filter((name) => !glossary.includes(`\`${name}\``))).toEqual([]);
  });
});

describe("prose in the sources", () => {
  it("has lines of at most 110 characters", () => {
    const files = [...new Set(PROSE.map(({ file }) => file))];
    const long = files.flatMap((file) =>
      readFileSync(`${root}/${file}`, "utf8")
        .split("\n")
        .flatMap((line, n) => (line.length > 110 && PROSE_LINE.test(line) ? [`${file}:${n + 1}`] : [])),
    );
    expect(long).toEqual([]);
  });
});

/** A line of a comment, or one that is a text and little else. */
const PROSE_LINE = /^\s*(\/\/|\/\*\*|\*)|^\s*([\w.]+[:=(]?\s*)?["`][^"`]*["`][),;]*$/;
