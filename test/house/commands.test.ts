import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../cli/command-line.ts";

const readme = readFileSync("README.md", "utf8");
const tests = ["test/cli", "test/report"].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".test.ts") && name !== "help.test.ts")
    .map((name) => readFileSync(`${folder}/${name}`, "utf8")),
);

/** The names of commands in the second column of the README's table of them. */
const inTable = readme
  .slice(readme.indexOf("| you want | command |"))
  .split("\n\n")[0]
  .split("\n")
  .flatMap((row) => [...(row.split("|")[2] ?? "").matchAll(/`([a-z-]+)[^`]*`/g)].map(([, name]) => name));

/** Finds what a command lacks that each is to have. */
function lacks({
  name,
  usage,
  describe,
  examples,
  positionals,
  options,
}: (typeof COMMANDS)[number]): string[] {
  const described = Object.entries({ ...positionals, ...options });
  const isRun = (text: string): boolean => new RegExp(`[[(]\\s*"${name}",`).test(text);
  return [
    ...(usage.split(" ")[0] === name ? [] : ["a usage that begins with its name"]),
    ...(describe === "" ? ["a description"] : []),
    ...(examples.length === 0 ? ["an example"] : []),
    ...examples.flatMap(([words]) => (words.includes(`linksim ${name}`) ? [] : [`its name in: ${words}`])),
    ...described.flatMap(([option, { describe }]) => (describe === "" ? [`a description of ${option}`] : [])),
    ...(inTable.includes(name) ? [] : ["an entry in the README's table of commands"]),
    ...(tests.some(isRun) ? [] : ["a test that runs it"]),
  ];
}

describe("a command", () => {
  it.each(COMMANDS)(
    "$name has a description, examples, described options, an entry in the README, a test",
    (one) => {
      expect(lacks(one)).toEqual([]);
    },
  );

  it("that lacks all that is found out", () => {
    const [run] = COMMANDS;
    const dummy = { ...run, name: "dummy", describe: "", options: { loud: { describe: "" } } };
    expect(lacks(dummy)).toEqual([
      "a usage that begins with its name",
      "a description",
      ...run.examples.map(([words]) => `its name in: ${words}`),
      "a description of loud",
      "an entry in the README's table of commands",
      "a test that runs it",
    ]);
  });

  it("stands in a file of its name, and every file is one", () => {
    const files = readdirSync("cli/commands").filter((name) => name.endsWith(".ts") && name !== "command.ts");
    expect(files.sort()).toEqual(COMMANDS.map(({ name }) => `${name}.ts`).sort());
  });
});
