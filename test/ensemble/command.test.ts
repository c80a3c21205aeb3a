import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";
import { drawMembers } from "../../sim/ensemble/drawn-members.ts";
import { aFolder, aSharedFolder } from "../support/a-folder.ts";
import { anEnsemble } from "../support/an-ensemble.ts";
import { linksimHere } from "../support/linksim-here.ts";

const TINY = `name: tiny
horizon: 20 weeks
practices:
  - { id: elm, list_size: 4000 people }
link_workers: { fte: 0.4 }
organisations:
  members:
    - { id: lunch-club, type: local, focus: isolation_wellbeing, locality: elm }
`;
const LESS = TINY.replace("tiny", "less").replace("0.4", "0.2");
const HOW = ["--replications", "4", "--workers", "1", "--member-replications", "2"];

const shared = aSharedFolder();
const OVER = "over:\n  referral.rate: x0.8:x1.2\n  contact.first: 30:60 minutes\n";
const ensemble = anEnsemble(shared, 100, OVER);

beforeAll(async () => {
  writeFileSync(join(shared, "tiny.yaml"), TINY);
  writeFileSync(join(shared, "less.yaml"), LESS);
  await linksimHere(["compare", "tiny.yaml", "less.yaml", ...HOW.slice(0, 4), "--out", "plain"], shared);
  const told = await linksimHere(
    ["compare", "tiny.yaml", "less.yaml", ...HOW, "--ensemble", ensemble, "--before", "--out", "out"],
    shared,
  );
  writeFileSync(join(shared, "screen.txt"), told);
});

const file = (name: string): string => readFileSync(join(shared, name), "utf8");

describe("compare --ensemble", () => {
  it("leads with what is not known, and says that it is not chance", () => {
    expect(file("screen.txt").split("\n").slice(0, 2).join(" ")).toMatch(
      /^In less between [\d.]+ and [\d.]+ % fewer people reach three contacts than in tiny in nine of ten sets/,
    );
    expect(file("screen.txt")).toContain("chance alone");
  });

  it("says what it was before the figures were used, in a table and in the first lines", () => {
    const said = file("screen.txt").replaceAll(/\s+/g, " ");
    expect(said).toMatch(/Before those figures were used it was between [\d.]+ and [\d.]+ % fewer: they/);
    const [row] = Papa.parse<Record<string, string>>(file("out/before_after.csv"), {
      header: true,
    }).data.filter(({ of }) => of === "relative difference");
    expect(row).toMatchObject({ base: "tiny", scenario: "less", metric: "people.reached_3", unit: "share" });
    // The members are spread over the same ranges.
    expect(Number(row.left_low)).toBeLessThan(1);
    expect(Number(row.left_high)).toBeGreaterThan(1);
    expect(JSON.parse(file("out/run.json")).ensemble.before).toEqual({ sets: 100, narrowed: [] });
    expect(file("out/dictionary.csv")).toContain("column,before_after,left");
    expect(file("plain/dictionary.csv")).not.toContain("before_after");
  });

  it("refuses to say so of an ensemble that does not tell its ranges, and without one", async () => {
    const asked = ["compare", "tiny.yaml", "less.yaml", ...HOW.slice(0, 4), "--before"];
    expect(await linksimHere(asked, shared)).toContain("--before: there is no ensemble");
    const untold = anEnsemble(aFolder(), 2);
    expect(await linksimHere([...asked, "--ensemble", untold], shared)).toContain("does not say over which");
  });

  it.each(["summary", "differences"])("leaves every cell of %s as it is, and adds columns", (table) => {
    const [header, ...rows] = file(`out/${table}.csv`).trim().split("\n");
    const [before] = file(`plain/${table}.csv`).split("\n");
    expect(header.startsWith(`${before},range_low,range_high,predict_low,predict_high`)).toBe(true);
    const count = before.split(",").length;
    const cut = [header, ...rows].map((line) => line.split(",").slice(0, count).join(","));
    expect(cut).toEqual(file(`plain/${table}.csv`).trim().split("\n"));
  });

  it("gives the table of a board the range behind its own columns", () => {
    const before = file("plain/board.csv").trim().split("\n");
    const lines = file("out/board.csv").trim().split("\n");
    expect(lines[0]).toBe(`${before[0]},range_low,range_high`);
    expect(lines.every((line, i) => line.startsWith(`${before[i]},`))).toBe(true);
    const reached = lines.find((line) => line.startsWith("Reached three contacts")) ?? "";
    expect(reached).toMatch(/,-?[\d.]+,-?[\d.]+$/);
  });

  it.each(["replications", "windows", "series", "twins", "cells"])("changes no byte of %s", (table) => {
    expect(file(`out/${table}.csv`)).toBe(file(`plain/${table}.csv`));
  });

  it("has the range within the prediction, and says in how many members the sign is the same", () => {
    const [header, ...rows] = file("out/differences.csv").trim().split("\n");
    const row = rows.find((line) => line.includes(",people.reached_3,all,all,"))?.split(",") ?? [];
    const cell = (name: string): number => Number(row[header.split(",").indexOf(name)]);
    expect(cell("range_low")).toBeLessThan(cell("range_high"));
    expect(cell("predict_low")).toBeLessThan(cell("range_low"));
    expect(cell("predict_high")).toBeGreaterThan(cell("range_high"));
    expect(cell("members_share")).toBe(1);
  });

  it("explains the columns in the dictionary, and keeps how well the ends are known", () => {
    expect(file("out/dictionary.csv")).toContain("column,differences,members_share");
    expect(file("plain/dictionary.csv")).not.toContain("members_share");
    const { ensemble: told } = JSON.parse(file("out/run.json"));
    expect(told).toMatchObject({ members: 100, replications: 2 });
    const relative = told.ranges.find((one: { of: string }) => one.of === "relative difference");
    expect(relative.range_low_interval[0]).toBeLessThan(relative.range_low);
    expect(relative.range_low_interval[1]).toBeGreaterThan(relative.range_low);
  });

  it("is the same again by the folder alone, whole or in a sample", async () => {
    const sampled = await linksimHere(["verify", "out", "--sample", "1", "--workers", "1"], shared);
    expect(sampled).toContain("the members of the ensemble are simulated again with --sample all");
    expect(await linksimHere(["verify", "out", "--sample", "all", "--workers", "1"], shared)).toContain(
      "same",
    );
  });
});

describe("what is not known", () => {
  it("stands on the front of a report, apart from chance", async () => {
    await linksimHere(["report", "out", "-o", "page.html"], shared);
    const page = file("page.html").replaceAll(/\s+/g, " ");
    expect(page).toContain("What would change it");
    expect(page).toMatch(
      /In less between [\d.]+ and [\d.]+ % fewer people reach three contacts than in tiny/,
    );
    expect(page).toContain("Intervals in brackets are chance alone.");
  });

  it.each(["differences", "people", "waits"])("is drawn in %s as a second width", async (figure) => {
    await linksimHere(["chart", "out", figure, "-o", `${figure}.json`], shared);
    await linksimHere(["chart", "plain", figure, "-o", `plain-${figure}.json`], shared);
    expect(file(`${figure}.json`)).toMatch(/"range_low": ?-?[\d.]/);
    expect(file(`plain-${figure}.json`)).not.toContain("range_low");
  });

  it("of one scenario leads its run", async () => {
    const told = await linksimHere(
      ["run", "tiny.yaml", ...HOW, "--ensemble", ensemble, "--out", "one"],
      shared,
    );
    expect(told.split("\n").slice(0, 2).join(" ")).toMatch(
      /^In tiny (?:between [\d.,]+ and )?[\d.,]+ people reach three contacts in nine of ten sets/,
    );
    expect(file("one/summary.csv").split("\n")[0]).toContain("range_low");
    const verified = await linksimHere(["verify", "one", "--sample", "2", "--workers", "1"], shared);
    expect(verified).toContain("Not verified: what is not known");
  });
});

describe("validate --ensemble", () => {
  it("sets beside each published figure the range over the members, and not over a part of a run", async () => {
    const targets = `targets:
  - { id: T1, metric: people.referred, value: 20, low: 5, high: 60, role: fitted, source: nobody }
`;
    writeFileSync(join(shared, "targets.yaml"), targets);
    const words = ["validate", "tiny.yaml", "--targets", "targets.yaml", ...HOW, "--ensemble", ensemble];
    const [told] = JSON.parse(await linksimHere([...words, "--json", "--quiet"], shared)).targets;
    expect(told.range_low).toBeLessThan(told.range_high);
    expect(told.ci_low).not.toBe(told.range_low);
    const few = [...words.slice(0, -1), anEnsemble(aFolder(), 2)];
    expect(await linksimHere(few, shared)).toContain("Range (not known)");
  });
});

describe("compare --ensemble of few members", () => {
  it("comes to the same bytes in parts, and again by the folder, and tells machines the same", async () => {
    const folder = aFolder({ "tiny.yaml": TINY, "less.yaml": LESS });
    const compare = ["compare", "tiny.yaml", "less.yaml", ...HOW, "--ensemble", anEnsemble(folder, 4)];
    const told = await linksimHere([...compare, "--out", "whole", "--json", "--quiet"], folder);
    for (const part of ["1/2", "2/2"])
      await linksimHere([...compare, "--shard", part, "--store", `store-${part[0]}`], folder);
    await linksimHere(["merge", "store-1", "store-2", "--out", "merged", "--workers", "1"], folder);
    await linksimHere(["rerun", "whole", "--out", "again", "--workers", "1"], folder);
    for (const table of ["differences.csv", "summary.csv"]) {
      const whole = readFileSync(join(folder, "whole", table), "utf8");
      expect(readFileSync(join(folder, "merged", table), "utf8")).toBe(whole);
      expect(readFileSync(join(folder, "again", table), "utf8")).toBe(whole);
    }
    const { comparisons } = JSON.parse(told);
    expect(comparisons[0].differences[0]).toMatchObject({ range_low: null });
    expect(comparisons[0].differences[0]).toHaveProperty("members_share");
  });
});

describe("compare --ensemble --members", () => {
  it("draws members by the seed, says in how many of them there are fewer people, and no range", async () => {
    const folder = aFolder({ "tiny.yaml": TINY, "less.yaml": LESS });
    const all = ["compare", "tiny.yaml", "less.yaml", ...HOW, "--ensemble", anEnsemble(folder, 9)];
    const told = await linksimHere([...all, "--members", "3", "--out", "drawn"], folder);
    expect(told).toContain("ensemble are drawn, and a range takes 100");
    expect(told.replaceAll(/\s+/g, " ")).toMatch(
      /In less fewer people reach three contacts than in tiny in \d+ % of 3 sets of values/,
    );
    const { order } = JSON.parse(readFileSync(join(folder, "drawn", "run.json"), "utf8"));
    const nine = Array.from({ length: 9 }, (_, i) => ({ member: i + 1, weight: 1, set: [] }));
    const numbers = drawMembers(nine, "1", 3).map(({ member }) => member);
    expect(order.ensemble.members.map(({ member }: { member: number }) => member)).toEqual(numbers);
  });

  it("is refused without an ensemble, with one member, and beside --before", async () => {
    const all = ["compare", "tiny.yaml", "less.yaml", ...HOW.slice(0, 4), "--members"];
    expect(await linksimHere([...all, "3"], shared)).toContain("--members: there is no ensemble");
    expect(await linksimHere([...all, "1", "--ensemble", ensemble], shared)).toContain("--members");
    expect(await linksimHere([...all, "3", "--before", "--ensemble", ensemble], shared)).toContain(
      "Leave out --members or --before",
    );
  });
});

describe("value", () => {
  const folder = aSharedFolder();
  const value = ["value", "tiny.yaml", "less.yaml", "--workers", "1", "--member-replications", "2"];

  it("does not compare options of unequal cost by people alone", async () => {
    writeFileSync(join(folder, "tiny.yaml"), TINY);
    writeFileSync(join(folder, "less.yaml"), LESS);
    const told = await linksimHere([...value, "--ensemble", anEnsemble(folder, 4)], folder);
    expect(told).toContain("less: it does not cost what tiny costs");
  });

  it("says which is best with a price, and what each number would be worth to know", async () => {
    const priced = [...value, "--ensemble", "ensemble", "--objective", "pounds", "--price", "1"];
    const told = JSON.parse(await linksimHere([...priced, "--json", "--quiet"], folder));
    expect(told).toMatchObject({ best: "less", second: "tiny", best_share: 1, second_wins_where: null });
    expect(told.evppi.map(({ parameter }: { parameter: string }) => parameter).sort()).toEqual([
      "contact.first",
      "referral.rate",
    ]);
    const screen = await linksimHere(priced, folder);
    expect(screen.replaceAll(/\s+/g, " ")).toContain("does not hang on anything you could measure");
    expect(screen).toContain("referral.rate");
  });

  it("takes a price with pounds alone", async () => {
    const asked = [...value, "--ensemble", "ensemble"];
    expect(await linksimHere([...asked, "--price", "5"], folder)).toContain("--objective pounds alone");
    expect(await linksimHere([...asked, "--objective", "pounds"], folder)).toContain("takes --price");
    expect(await linksimHere([...asked, "--objective", "joy"], folder)).toContain('got "joy"');
  });
});

/** Compares with an ensemble whose files are those given, and gives what is told. */
async function refused(
  files: Readonly<Record<string, string>>,
  set: readonly string[] = [],
): Promise<string> {
  const folder = aFolder({ "tiny.yaml": TINY, "less.yaml": LESS, ...files });
  return linksimHere(["compare", "tiny.yaml", "less.yaml", ...HOW, "--ensemble", ".", ...set], folder);
}

const MEMBERS = "member,weight,referral.rate\n1,1,x1.1\n2,1,x0.9\n";

describe("an ensemble", () => {
  it("leaves alone what a scenario states itself, and says so", async () => {
    const members = MEMBERS.replace("referral.rate", "link_workers.fte");
    const told = await refused({ "ensemble.yaml": "title: x\n", "members.csv": members });
    expect(told).toContain("tiny states itself, so that the ensemble does not vary there: link_workers.fte.");
    expect(told).toContain("less states itself");
    const set = await refused({ "ensemble.yaml": "title: x\n", "members.csv": MEMBERS }, [
      "--set",
      "referral.rate=x2",
    ]);
    expect(set).toContain("does not vary there: referral.rate.");
  });

  it("of few members gives no range, and says so", async () => {
    const told = await refused({ "ensemble.yaml": "title: x\n", "members.csv": MEMBERS });
    expect(told).toContain(". has 2 members, and a range takes 100");
    expect(told).not.toContain("nine of ten");
  });

  it.each([
    ["a path that is not there", "member,weight,referral.rat\n1,1,x1.1\n", "member 1: ."],
    ["a value that is out of bounds", "member,weight,referral.rate\n3,1,-5 per 1000 a year\n", "member 3: ."],
    ["a weight below 0", "member,weight,referral.rate\n1,-1,x1.1\n", "members.csv:2 weight"],
  ])("with %s is refused before anything is simulated", async (_, members, told) => {
    const text = await refused({ "ensemble.yaml": "title: x\n", "members.csv": members });
    expect(text).toContain(told);
    expect(text).toContain("Nothing was run.");
  });

  it("of another model is refused with the command that makes it again", async () => {
    const text = await refused({
      "ensemble.yaml": `model: ${"f".repeat(64)}\ncommand: linksim calibrate tiny.yaml --out .\n`,
      "members.csv": MEMBERS,
    });
    expect(text).toContain("another version of the model");
    expect(text).toContain("Make it again: linksim calibrate tiny.yaml --out .");
  });

  it("that is not there, or a device, is refused", async () => {
    expect(await refused({})).toContain("found no folder that holds ensemble.yaml");
    expect(await refused({ "ensemble.yaml": "title: x\n" })).toContain(
      "found no folder that holds members.csv",
    );
    const folder = aFolder({ "tiny.yaml": TINY, "less.yaml": LESS, "ensemble.yaml": "title: x\n" });
    symlinkSync("/dev/zero", join(folder, "members.csv"));
    const words = ["compare", "tiny.yaml", "less.yaml", ...HOW, "--ensemble"];
    expect(await linksimHere([...words, "."], folder)).toContain("it is a link");
    expect(await linksimHere([...words, "/dev/zero"], folder)).toContain("found no folder");
  });

  it("is asked for if it is said how often its members are simulated", async () => {
    const folder = aFolder({ "tiny.yaml": TINY, "less.yaml": LESS });
    expect(await linksimHere(["compare", "tiny.yaml", "less.yaml", ...HOW], folder)).toContain(
      "there is no ensemble",
    );
  });
});
