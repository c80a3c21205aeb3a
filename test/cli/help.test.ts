import { cpSync, readFileSync, statSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { wordsOf } from "../../bench/findings/words-of.ts";
import { COMMANDS } from "../../cli/command-line.ts";
import { aFolder, aSharedFolder } from "../support/a-folder.ts";
import { anEnsemble } from "../support/an-ensemble.ts";
import { linksim, linksimProcess } from "./linksim.ts";

/** What makes examples short that do not say it themselves; the pilot's cut comes after half a year. */
const FEW = [
  { of: /^(run|compare|sweep|attribute|validate|warm-up)/, option: "--replications", is: "2" },
  { of: /^plan/, option: "--at-most", is: "8" },
  { of: /^value/, option: "--member-replications", is: "2" },
  { of: /^(run|compare|sweep|attribute|plan|value|sensitivity)/, option: "--set", is: "horizon=40 weeks" },
] as const;

/** Gives the words of an example, with what makes it short. */
const shortened = (example: string): readonly string[] => [
  ...wordsOf(example),
  ...FEW.filter(({ of, option }) => of.test(example) && !example.includes(`${option} `)).flatMap(
    ({ option, is }) => [option, is],
  ),
];

/** Holds the results that examples read, those of the README's first run, and an ensemble. */
const withResults = aSharedFolder();

beforeAll(async () => {
  await linksim(
    ["run", "glasgow-pilot", "glasgow-pilot-cut", "--replications", "2", "--out", "results/glasgow-pilot"],
    { cwd: withResults },
  );
  anEnsemble(withResults, 3);
});

describe("--help", () => {
  it("names every command, on stdout", async () => {
    const { code, stdout, stderr } = await linksim(["--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const { usage } of COMMANDS) expect(stdout).toContain(`linksim ${usage}`);
  });

  it.each(COMMANDS)("of $name ends with its examples, and they run", async ({ name, examples }) => {
    const { code, stdout } = await linksim([name, "--help"]);
    expect(code).toBe(0);
    const end = examples.map(([words, gives]) => `  ${words}\n      ${gives}\n`).join("");
    expect(stdout.slice(stdout.indexOf("Examples:"))).toBe(`Examples:\n${end}`);
    const cwd = aFolder();
    cpSync(withResults, cwd, { recursive: true });
    for (const [example] of examples) {
      for (const words of example.slice("linksim ".length).split(" && linksim ")) {
        expect(await linksim(shortened(words), { cwd }), words).toMatchObject({ code: 0 });
      }
    }
  });

  it("is what the program says that is called without a word, and that a command is expected", async () => {
    const { stdout: help } = await linksim(["--help"]);
    const { code, stdout, stderr } = await linksim([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    for (const { usage } of COMMANDS) expect(stderr).toContain(`linksim ${usage}`);
    expect(stderr.slice(0, 500)).toBe(help.slice(0, 500));
    expect(stderr).toMatch(new RegExp(`\nexpected a command: run, .* or ${COMMANDS.at(-1)?.name}\\.\n$`));
  });

  it("gives the version", async () => {
    expect(await linksimProcess(["--version"])).toEqual({ code: 0, stdout: "0.1.0\n", stderr: "" });
  });
});

describe("completion", () => {
  it("is a script for bash or zsh that asks the program, which gives its commands and their options", async () => {
    const { code, stdout, stderr } = await linksim(["completion"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("linksim --get-yargs-completions");
    const commands = await linksim(["--get-yargs-completions", "linksim", ""]);
    expect(commands.stdout.split("\n")).toEqual(expect.arrayContaining(COMMANDS.map(({ name }) => name)));
    const options = await linksim(["--get-yargs-completions", "linksim", "check", "--s"]);
    expect(options.stdout).toContain("--set\n");
  });
});

describe("the built program", () => {
  it("may be run by its name, as npx does", () => {
    expect(statSync("dist/cli/main.js").mode & 0o111).toBe(0o111);
  });

  it("asks for the oldest Node that package.json allows", async () => {
    const { engines } = JSON.parse(readFileSync("package.json", "utf8"));
    const { stderr } = await linksim([], { node: "0.1.0" });
    expect(stderr).toBe(`linksim needs Node ${engines.node.slice(">=".length)} or newer; this is 0.1.0.\n`);
  });
});
