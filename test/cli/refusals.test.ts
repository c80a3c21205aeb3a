import { expect, it } from "vitest";
import { aFolder, SMALL } from "../support/a-folder.ts";
import { linksim } from "./linksim.ts";

const cases: readonly (readonly [words: string, said: string])[] = [
  ["", "expected a command"],
  ["rnu s.yaml", "Did you mean run?"],
  ["version", "version: there is no such command. Did you mean --version?"],
  ["help", "Did you mean --help?"],
  ["run", "expected an argument:\n  scenario: A scenario file, a folder"],
  ["run s.yaml --replicatons 3", "Did you mean --replications?"],
  ["run s.yaml --seed", "Not enough arguments following: seed"],
  ["run s.yaml --seed 1 --seed 2", "given more than once"],
  ["run s.yaml --replications 0", 'from 1 to 100,000, got "0"'],
  ["run s.yaml --replications -1", 'got "-1"'],
  ["run s.yaml --replications 1.5", 'got "1.5"'],
  ["run s.yaml --replications 1000000000000", 'got "1000000000000"'],
  ["run s.yaml --precision 2", "between 0 and 1"],
  ["run s.yaml --precision 0.1 --replications 40", "Give one of them"],
  ["run s.yaml --workers 0", 'from 1 to 256, got "0"'],
  ["run s.yaml --workers many", 'got "many"'],
  ["run s.yaml --format excel --out x", "csv, json, parquet"],
  ["run s.yaml --format csv", "Add --out DIR"],
  ["run s.yaml --events", "Add --out DIR"],
  ["run s.yaml --set fte", "expected PATH=VALUE"],
  ["run s.yaml --set link_workers.ftee=1", "Did you mean fte?"],
  ["run s.yaml s.yaml", "both scenarios are named"],
  ["run glasgow-pilt", "Did you mean glasgow-pilot?"],
  ["chart", "expected an argument:\n  results: A results folder, as --out named it"],
  ["compare s.yaml", "expected 2 arguments:"],
  ["run s.yml", "Did you mean s.yaml?"],
  ["run .", "the folder holds no scenario.yaml. Name one of its files: bad.yaml, s.yaml."],
  ["run /dev/zero", "found a device"],
  ["run bad.yaml", "2 problems found. Nothing was run."],
  ["check bad.yaml", "2 problems found."],
  ["check s.yaml nowhere", "no such file or folder"],
  ["init . extra", "Unknown argument: extra"],
  ["evidence --grade D", "expected A, B or C"],
];

it.each(cases)("refuses `linksim %s` with exit code 2 and a message: %s", async (words, said) => {
  const cwd = aFolder({ "s.yaml": SMALL, "bad.yaml": `${SMALL}nonsense: 1\nwarm_up: soon\n` });
  const { code, stdout, stderr } = await linksim(
    words.split(" ").filter((word) => word !== ""),
    { cwd },
  );
  expect(stderr).toContain(said);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(code).toBe(2);
  if (!words.startsWith("check")) expect(stdout).toBe("");
});

it("tells one problem a line, with file, line and column", async () => {
  const cwd = aFolder({ "bad.yaml": `${SMALL}nonsense: 1\nwarm_up: soon\n` });
  const { stderr } = await linksim(["check", "bad.yaml"], { cwd });
  expect(stderr.split("\n").filter((line) => /^bad\.yaml:\d+:\d+ /.test(line))).toHaveLength(2);
});
