import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aFolder, SMALL } from "../support/a-folder.ts";
import { linksim } from "./linksim.ts";

const CUT = SMALL.replace("name: small", "name: small-cut").replace("fte: 1", "fte: 0.4");
const FILES = { "base.yaml": SMALL, "cut.yaml": CUT };
const quick = ["--replications", "6", "--workers", "2"];
const both = ["compare", "base.yaml", "cut.yaml", ...quick, "--full"];

const rowsOf = (text: string): Record<string, string>[] => {
  const [head, ...lines] = text.trimEnd().split(/\r?\n/);
  return lines.map((line) =>
    Object.fromEntries(line.split(",").map((cell, i) => [head.split(",")[i], cell])),
  );
};

describe("linksim compare", () => {
  it("shows differences with how sure they are, who gained and lost, and what common random numbers saved", async () => {
    const cwd = aFolder(FILES);
    const { code, stdout, stderr } = await linksim(both, { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("small-cut (other) against small (base)");
    expect(stdout).toMatch(/Reached three contacts, people +\d+ +\d+ +-\d+ ±\d+ {2}(surely|likely) worse/);
    expect(stdout).toMatch(/Who gained, who lost: people of \d+ +gained +lost +net/);
    expect(stdout).toMatch(/Common random numbers: without them, .* reached three contacts,\s+people \d/s);
    expect(stdout).toContain("over 6 pairs of");
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(readdirSync(cwd).sort()).toEqual(["base.yaml", "cut.yaml"]);
  });

  it("fits on fifteen lines for two scenarios", async () => {
    const { stdout } = await linksim([
      "compare",
      "glasgow-pilot",
      "glasgow-pilot-cut",
      "--replications",
      "4",
    ]);
    expect(stdout.trimEnd().split("\n").length).toBeLessThanOrEqual(15);
    expect(stdout).toMatch(/^. glasgow-pilot: 7 waiting lists/);
  });

  it("finds nothing between equal scenarios", async () => {
    const cwd = aFolder({ "a.yaml": SMALL, "b.yaml": SMALL.replace("name: small", "name: twin") });
    const { stdout } = await linksim(["compare", "a.yaml", "b.yaml", ...quick, "--full", "--out", "out"], {
      cwd,
    });
    expect(stdout).not.toMatch(/surely|likely (better|worse|more|less)|not known/);
    expect(stdout).toContain("nobody; every person lives the same life in both worlds");
    const table = (name: string): Record<string, string>[] =>
      rowsOf(readFileSync(join(cwd, "out", `${name}.csv`), "utf8"));
    expect(table("twins")).toEqual([]);
    expect(new Set(table("differences").map((row) => row.mean_difference))).toEqual(new Set(["0", ""]));
  });

  it("writes the tables of a comparison and of its runs, the same with any number of workers, and made again by rerun", async () => {
    const cwd = aFolder(FILES);
    const { code, stdout } = await linksim(
      [...both, "--out", "out", "--twins", "2", "--format", "csv,json"],
      { cwd },
    );
    expect(code).toBe(0);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("people of the first 2 replications whose fate differs");
    const tables = [
      "differences",
      "twins",
      "gained_lost",
      "replications",
      "summary",
      "series",
      "retention",
      "board",
      "windows",
      "cells",
      "dictionary",
    ];
    expect(readdirSync(join(cwd, "out")).sort()).toEqual(
      [
        ...tables.flatMap((name) => [`${name}.csv`, `${name}.json`]),
        "run.json",
        "scenario.small-cut.resolved.yaml",
        "scenario.small.resolved.yaml",
      ].sort(),
    );
    const record = (folder: string) => JSON.parse(readFileSync(join(cwd, folder, "run.json"), "utf8"));
    expect(record("out")).toMatchObject({
      kind: "compare",
      replications: 6,
      order: { kind: "compare", twins: 2 },
    });
    const twins = rowsOf(readFileSync(join(cwd, "out", "twins.csv"), "utf8"));
    expect(new Set(twins.map(({ replication }) => replication))).toEqual(new Set(["0", "1"]));
    expect(twins.every(({ base, scenario }) => base === "small" && scenario === "small-cut")).toBe(true);

    await linksim(
      [
        "compare",
        "base.yaml",
        "cut.yaml",
        "--replications",
        "6",
        "--workers",
        "1",
        "--out",
        "one",
        "--twins",
        "2",
        "--format",
        "csv,json",
      ],
      { cwd },
    );
    expect(record("one").content_hash).toBe(record("out").content_hash);
    const again = await linksim(["rerun", "out"], { cwd });
    expect(again.code).toBe(0);
    expect((await linksim(["verify", "out"], { cwd })).code).toBe(0);
  });

  it("says the same to machines, in the units of the tables", async () => {
    const { stdout } = await linksim([...both, "--json"], { cwd: aFolder(FILES) });
    const { scenarios, comparisons, rankings } = JSON.parse(stdout);
    expect(scenarios.map(({ name }: { name: string }) => name)).toEqual(["small", "small-cut"]);
    expect(comparisons).toMatchObject([{ base: "small", scenario: "small-cut", precision_reached: null }]);
    const [{ differences, gained_lost }] = comparisons;
    const of = (metric: string) =>
      differences.find(
        (row: { metric: string; group_by: string }) => row.metric === metric && row.group_by === "all",
      );
    expect(of("people.reached_3").mean_difference).toBeLessThan(0);
    const net = gained_lost.find((row: { what: string }) => row.what === "reached_3");
    expect(net.gained - net.lost).toBeCloseTo(of("people.reached_3").mean_difference, 10);
    expect(rankings).toEqual([]);
  });

  it("ranks several, and names those that cannot be ruled out as the best", async () => {
    const cwd = aFolder({ ...FILES, "twin.yaml": SMALL.replace("name: small", "name: twin") });
    const words = ["compare", "base.yaml", "cut.yaml", "twin.yaml", ...quick, "--full"];
    const { stdout } = await linksim([...words, "--out", "out"], { cwd });
    expect(stdout).toContain("small-cut (other) against small (base)");
    expect(stdout).toContain("twin (other) against small (base)");
    expect(stdout).toMatch(/Reached three contacts, people: \*small \d+; \*twin \d+; small-cut \d+\./);
    const ranking = rowsOf(readFileSync(join(cwd, "out", "ranking.csv"), "utf8"));
    expect(
      ranking.filter(({ metric }) => metric === "people.reached_3").map(({ may_be_best }) => may_be_best),
    ).toEqual(["yes", "yes", "no"]);
  });

  it("simulates both under other assumptions that both name, in one block", async () => {
    const more =
      "\nvariants:\n  - { id: more, name: more referrals, set: [referral.rate=60 per 1000 a year] }\n";
    const cwd = aFolder({ "base.yaml": SMALL + more, "cut.yaml": CUT + more });
    const { stdout } = await linksim([...both, "--out", "out"], { cwd });
    expect(stdout).toMatch(
      /Differences under other assumptions: .*\n.*\n? {2}As above .*±.*\n {2}more referrals .*±/,
    );
    const pairs = rowsOf(readFileSync(join(cwd, "out", "differences.csv"), "utf8"));
    expect(new Set(pairs.map(({ base, scenario }) => `${base} > ${scenario}`))).toEqual(
      new Set(["small > small-cut", "small (more) > small-cut (more)"]),
    );
    const { stdout: plain } = await linksim([...both, "--no-variants"], { cwd });
    expect(plain).not.toContain("other assumptions:");
  });

  it("chooses the replications for a precision of the difference, and says where it was not reached", async () => {
    const cwd = aFolder(FILES);
    const simulated = async (precision: string) => {
      const { stdout } = await linksim(
        ["compare", "base.yaml", "cut.yaml", "--precision", precision, "--json"],
        { cwd },
      );
      const { scenarios, comparisons } = JSON.parse(stdout);
      return { count: scenarios[0].replications, ...comparisons[0] };
    };
    const ofPeople = await simulated("people.reached_3=20 people");
    expect(ofPeople).toMatchObject({ precision_reached: true });
    expect(ofPeople.count).toBeLessThan(100);
    expect(await simulated("sign")).toMatchObject({
      count: 240,
      replications_sufficed: 240,
      precision_reached: true,
    });
  });

  it.each([
    [["compare", "base.yaml"], /linksim compare: expected 2 arguments:\n {2}base: .*\n {2}other: /],
    [["compare", "base.yaml", "base.yaml"], /both scenarios are named "small"/],
    [[...both, "--precision", "sign"], /Give one of them/],
    [
      ["compare", "base.yaml", "cut.yaml", "--precision", "wait.first_contct.mean=1 day"],
      /Did you mean wait\.first_contact\.mean\?/,
    ],
    [
      ["compare", "base.yaml", "cut.yaml", "--precision", "wait.first_contact.mean=1"],
      /expected a duration such as 4 weeks, more than 0, got "1"/,
    ],
    [["compare", "base.yaml", "cut.yaml", "--precision", "5"], /--precision: expected/],
    [[...both, "--twins", "-1"], /--twins: expected a whole number from 0/],
  ])("refuses %j", async (words, expected) => {
    const { code, stderr } = await linksim(words, { cwd: aFolder(FILES) });
    expect(code).toBe(2);
    expect(stderr).toMatch(expected);
  });
});
