import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { aSharedFolder, SMALL } from "../support/a-folder.ts";
import { linksimHere } from "../support/linksim-here.ts";

const TARGETS = `targets:
  - { id: T1, metric: reached_3.share, value: 30 %, low: 10 %, high: 80 %, role: fitted, source: us }
`;
const CALIBRATE = [
  ...["calibrate", "small.yaml", "--over", "waiting_list.uptake,drop_off.base", "--waves", "1"],
  ...["--points", "8", "--replications", "2", "--members", "5", "--workers", "1"],
];
const RUN = ["run", "small.yaml", "--replications", "2", "--workers", "1"];
const UNDER = ["--ensemble", "out", "--member-replications", "2"];

const folder = aSharedFolder();
const path = join(folder, "out/points.csv");
const manifest = join(folder, "out/ensemble.yaml");
let points = "";

beforeAll(async () => {
  writeFileSync(join(folder, "small.yaml"), SMALL);
  writeFileSync(join(folder, "targets.yaml"), TARGETS);
  await linksimHere([...CALIBRATE, "--out", "out"], folder);
  points = readFileSync(path, "utf8");
  writeFileSync(manifest, readFileSync(manifest, "utf8").replace(/^model: .*$/m, "model: 0123456789ab"));
});

const run = (more: readonly string[] = []): Promise<string> =>
  linksimHere([...RUN, ...UNDER, ...more], folder);

describe("an ensemble that another version of the model found", () => {
  it("is used where four of its members give the same numbers, to the bit", async () => {
    const told = await run();
    expect(told).toContain("another version of the model found its members; 4 of them are simulated again");
    expect(told).toContain("out has 5 members");
    expect(told).not.toContain("Make it again");
  });

  it("is used under changes of the scenario too: it is tried with the scenario as it is written", async () => {
    expect(await run(["--set", "drop_off.after_first=1.5"])).not.toContain("Make it again");
  });

  it.each([
    ["one of them gives another number", () => movedDigit(points)],
    ["its points do not say what they gave", () => points.split("\n").slice(0, 9).join("\n")],
  ])("is refused, with the command that makes it again, where %s", async (_, changed) => {
    writeFileSync(path, changed());
    const told = await run();
    writeFileSync(path, points);
    expect(told).toContain("they are not shown to give the numbers of before");
    expect(told).toContain("Make it again: linksim calibrate small.yaml");
  });
});

describe("verify of an ensemble that has no record", () => {
  const bare = join(folder, "bare");
  const file = (name: string): string => join(bare, name);
  const verify = (sample: string): Promise<string> =>
    linksimHere(["verify", "bare", "--sample", sample, "--workers", "1"], folder);

  beforeAll(() => {
    cpSync(join(folder, "out"), bare, { recursive: true });
    rmSync(file("run.json"));
    const of = readFileSync(file("ensemble.yaml"), "utf8");
    writeFileSync(file("ensemble.yaml"), of.replace("name: small", "name: small.yaml"));
  });

  it("simulates points of it again, and says what it does not look at", async () => {
    const told = await verify("2");
    expect(told).toMatch(/bare: 2 of \d+ points, drawn at random, were simulated again: every number/);
    expect(told).toContain("Each of 5 members is such a point, and meets every one of 1 target there.");
    expect(told).toContain("Not verified: the other points, and what follows from all of them");
    expect(told).toContain("linksim calibrate small.yaml");
  });

  it.each([
    ["gives other numbers when it is simulated again", "points.csv", movedDigit],
    ["member 1 is not the point that", "members.csv", nextDigit],
    ["misses a target there", "targets.csv", (text: string) => text.replace("0.1,0.8", "0.8,0.8")],
    ["is not what it was when its members were found", "ensemble.yaml", otherDigest],
  ])("says that something %s", async (said, name, changed) => {
    const before = readFileSync(file(name), "utf8");
    expect(changed(before)).not.toBe(before);
    writeFileSync(file(name), changed(before));
    const told = await verify(name === "points.csv" ? "all" : "1");
    writeFileSync(file(name), before);
    expect(told).toContain(said);
    expect(told).not.toContain("every number of theirs is the same");
  });
});

/** Changes the last digit of the first member. */
const nextDigit = (text: string): string => {
  const [header, first, ...rest] = text.split("\n");
  return [header, first.replace(/\d$/, (digit) => (digit === "1" ? "2" : "1")), ...rest].join("\n");
};

const otherDigest = (text: string): string =>
  text.replace(/(resolved_sha256: )(.)/, (_, head, digit) => `${head}${digit === "0" ? "1" : "0"}`);

/** Changes the last digit of what the first member gave. */
function movedDigit(text: string): string {
  const [header, ...rows] = text.trim().split("\n");
  const [member, mean] = ["member", "T1 mean"].map((name) => header.split(",").indexOf(name));
  const moved = rows.map((row) => {
    const cells = row.split(",");
    if (cells[member] === "1")
      cells[mean] = cells[mean].replace(/\d$/, (digit) => (digit === "1" ? "2" : "1"));
    return cells.join(",");
  });
  return [header, ...moved].join("\n");
}
