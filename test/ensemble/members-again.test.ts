import { readFileSync, writeFileSync } from "node:fs";
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
