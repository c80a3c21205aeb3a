import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MECHANISM_DECLARATIONS } from "../../sim/model/mechanisms.ts";
import { readYaml } from "../support/a-scenario.ts";

/*
 * Writes docs/mechanisms.md from the modules' own doc comments, the evidence register and the titles of the
 * tests, and fails if the file differs: `npm run docs` renews it.
 */
interface Row {
  readonly kind?: string;
  readonly parameter: string;
  readonly observable?: string;
}

interface Tested {
  readonly file: string;
  readonly title: string;
}

const register = readYaml("scenarios/evidence.yaml") as Readonly<Record<string, Row>>;
const rows = Object.entries(register).filter(([, { kind }]) => kind === "mechanism");
const tests = ["mechanisms", "rows", "spirals"].flatMap((name): Tested[] => {
  const file = `test/model/${name}.test.ts`;
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/^\s*(?:it|describe)\("([^"]+)"/gm)].map(([, title]) => ({ file, title }));
});
const testsOf = (row: string): Tested[] =>
  tests.filter(({ title }) => new RegExp(`\\b${row}\\b`).test(title));
const mechanismsOf = (row: string): string[] =>
  MECHANISM_DECLARATIONS.filter(({ evidence }) => evidence.includes(row)).map(({ id }) => id);

const MODULES = "sim/model/mechanisms";
const sources = readdirSync(MODULES).map((name) => readFileSync(`${MODULES}/${name}`, "utf8"));

/** Gives what a mechanism's doc comment says, as one paragraph. */
function docOf(id: string): string {
  for (const source of sources) {
    const match = new RegExp(
      String.raw`/\*\*((?:(?!\*/)[\s\S])*)\*/\s*export const \w+: MechanismDeclaration<"${id}"> = \{`,
    ).exec(source);
    if (match !== null)
      return match[1]
        .replaceAll(/^\s*\* ?/gm, "")
        .replaceAll(/\s+/g, " ")
        .trim();
  }
  throw new Error(`no doc comment declares ${id}`);
}

const isOff = (readYaml("scenarios/defaults.yaml") as { mechanisms: Readonly<Record<string, unknown>> })
  .mechanisms;
const cell = (text: string): string => text.replaceAll("|", "\\|");
const anchor = (id: string): string => `[${id}](#${id})`;

function page(): string {
  const table = rows.map(
    ([id, { parameter, observable }]) =>
      `| ${id} | ${cell(parameter)} | ${mechanismsOf(id).map(anchor).join(", ")} | ${cell(observable ?? "")} | ${testsOf(
        id,
      )
        .map(({ title }) => cell(title))
        .join("; ")} |`,
  );
  const sections = MECHANISM_DECLARATIONS.map(({ id, evidence, parameters, observable }) => {
    const ownTests = tests.filter(({ title }) => title.startsWith(`${id} `) || title.startsWith(`${id}, `));
    return [
      `### ${id}`,
      "",
      docOf(id).replace(/^\*\*[^*]+\.\*\* /, ""),
      "",
      `- Rests on: ${evidence.join(", ")}`,
      `- Parameters: ${parameters.map((parameter) => `\`${parameter}\``).join(", ")}`,
      `- Seen in: ${observable}`,
      ...(isOff[id] === undefined ? [] : ["- Off by default; switch it on with `mechanisms`."]),
      ...ownTests.map(({ file, title }) => `- Switched off (${file}): ${title}`),
      "",
    ].join("\n");
  });
  return `# Mechanisms

Written by \`npm run docs\` from the doc comments of \`sim/model/mechanisms/\`, the evidence register and the titles of the tests; do not edit it.

Every mechanism has a module of its own and switches off alone (\`--set mechanisms.absorption=off\`). The tests compare worlds with the same people and the
same draws, at a fixed seed; the observable must move in the stated direction by more than the interval of the paired difference (99.9 %).

## From evidence to test

| row | what it says | mechanism | what is seen | tests |
|---|---|---|---|---|
${table.join("\n")}

## Each mechanism

${sections.join("\n")}`;
}

describe("docs/mechanisms.md", () => {
  it.each(rows.map(([id]) => id))("row %s is at work in a mechanism and has a test", (id) => {
    expect(mechanismsOf(id)).not.toEqual([]);
    expect(testsOf(id)).not.toEqual([]);
  });

  it("says what the modules, the register and the tests say", async () => {
    await expect(page()).toMatchFileSnapshot("../../docs/mechanisms.md");
  });
});
