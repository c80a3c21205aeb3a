import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { aSharedFolder, SMALL } from "../support/a-folder.ts";
import { anEnsemble } from "../support/an-ensemble.ts";
import { linksimHere } from "../support/linksim-here.ts";

const shared = aSharedFolder();
const ensemble = anEnsemble(shared, 5);
const GOAL = ["--goal", "55 % seen within 8 weeks"];
const HOW = ["--ensemble", ensemble, "--at-most", "16", "--workers", "1", "--quiet"];
const here = async (...words: string[]): Promise<string> =>
  (await linksimHere(words, shared)).replaceAll(/\s+/g, " ");
let screen = "";

beforeAll(async () => {
  writeFileSync(join(shared, "s.yaml"), SMALL.replace("40 weeks", "12 weeks"));
  const by = ["--by", "link_workers.fte=0.1,0.4,1", "--in", "80 %"];
  screen = await here("plan", "s.yaml", ...GOAL, ...by, ...HOW, "--out", "out", "-o", "a.yaml");
});

describe("plan --ensemble", () => {
  it("says the least with which enough members meet the goal, and of how many", () => {
    expect(screen).toMatch(
      /^link_workers\.fte = (?:0\.\d|1) is the least with which at least 80 % of the members meet it \(\d\.\d full-time equivalents\): there [45] of 5 do; at 0\.\d \(\d\.\d full-time equivalents\) [0-3] of 5 do, too few\./,
    );
    expect(screen).toContain("In at least 80 % of the 5 members of");
  });

  it("writes each value with the share of the members, then each of them", () => {
    const [head, ...rows] = readFileSync(join(shared, "out", "levels.csv"), "utf8")
      .trim()
      .split("\n");
    const columns = head.split(",");
    const cell = (row: string, name: string): string => row.split(",")[columns.indexOf(name)];
    const shares = rows.filter((row) => cell(row, "metric") === "members.meeting");
    expect(shares.length).toBeGreaterThanOrEqual(2);
    for (const share of shares) {
      expect([cell(share, "target"), cell(share, "member")]).toEqual(["0.8", ""]);
      const own = rows.filter(
        (row) => cell(row, "level") === cell(share, "level") && cell(row, "member") !== "",
      );
      const met = own.filter((row) => cell(row, "meets") === "yes").length;
      expect(Number(cell(share, "mean"))).toBeCloseTo(met / 5, 12);
      expect(Number(cell(share, "n"))).toBe(16 * own.length);
    }
  });

  it("is the same again by the folder alone, and has a figure", async () => {
    expect(await here("verify", "out", "--sample", "all", "--workers", "1", "--quiet")).toContain(
      "every file came out the same, byte for byte",
    );
    await here("chart", "out", "lever", "-o", "lever.svg");
    expect(readFileSync(join(shared, "lever.svg"), "utf8")).toContain("of the members meet the goal");
    expect(existsSync(join(shared, "a.yaml"))).toBe(true);
  });

  it("tells machines where it tips, and refuses what it is not for", async () => {
    const tip = ["--tip", "link_workers.fte=1,0.1"];
    const told = JSON.parse(await here("plan", "s.yaml", ...GOAL, ...tip, ...HOW, "--json"));
    expect(told).toMatchObject({
      between: ["1", "0.1"],
      members: 5,
      known: 5,
      levels: [{ is_met: true }, {}],
    });
    expect(await here("plan", "s.yaml", "--lose", "0.5 fte", ...HOW, "--in", "90 %")).toContain("--in: goes");
    expect(await here("plan", "s.yaml", ...GOAL, ...tip, "--in", "90 %")).toContain(
      "--in: goes with --ensemble",
    );
    expect(await here("plan", "s.yaml", ...GOAL, ...tip, ...HOW, "--in", "all")).toContain(
      '--in: expected a share of the ensemble\'s members, such as "90 %", got "all"',
    );
  });
});

describe("plan of two levers --ensemble", () => {
  it("says with which combination enough members meet the goal, and how many do at each", async () => {
    const two = ["--by", "link_workers.fte=0.1,1", "--by", "referral.rate=x1,x0.8"];
    const asked = ["plan", "s.yaml", ...GOAL, ...two, ...HOW];
    const told = await here(...asked, "--in", "80 %", "--out", "two", "-o", "two.yaml");
    expect(told).toMatch(
      /^Of the combinations that nothing dominates the cheapest with which at least 80 % of the members meet the goal is link_workers\.fte = 1 with referral\.rate = x\S+ \(2\.0 full-time equivalents\), GBP [\d,]+ a year: [45] of 5 do\./,
    );
    expect(told).toContain("With the numbers as they are written: the cheapest that meets the goal is");
    const [head, ...rows] = readFileSync(join(shared, "two", "frontier.csv"), "utf8")
      .trim()
      .split("\n");
    const cell = (row: string, name: string): string => row.split(",")[head.split(",").indexOf(name)];
    for (const row of rows.filter((one) => cell(one, "dominated") === "no"))
      expect(Number(cell(row, "members_low"))).toBeLessThanOrEqual(Number(cell(row, "members_high")));
    const [enough] = rows.filter((row) => row.includes("enough"));
    expect(Number(cell(enough, "members_met"))).toBeGreaterThanOrEqual(0.8);
    expect(readFileSync(join(shared, "two.yaml"), "utf8")).toContain("name: small-planned");
    expect(await here("verify", "two", "--workers", "1", "--quiet")).toContain("came out the same");
  });

  it("ends with nothing met where too few members do", async () => {
    const none = ["--by", "link_workers.fte=0.1,0.2", "--by", "referral.rate=x1,x0.8"];
    const told = JSON.parse(await here("plan", "s.yaml", ...GOAL, ...none, ...HOW, "--json"));
    expect(told.members).toMatchObject({ drawn: 5, of: 5, share: 0.9, cheapest: null });
    expect(told.members.standing.length).toBeGreaterThan(0);
  });
});

describe("plan --lose --ensemble", () => {
  it("simulates each replication under another member, and says what its intervals hold", async () => {
    const told = await here("plan", "s.yaml", "--lose", "0.5 fte", "--part", "0.5", ...HOW, "--out", "where");
    expect(told.replaceAll(/\s+/g, " ")).toContain(
      "Each replication is of another of 5 sets of values that fit the published figures (of 5): ways are " +
        "compared by their means over these. Intervals are of the means",
    );
    const [head, first] = readFileSync(join(shared, "where/where.csv"), "utf8").split("\n");
    expect(first.split(",")[head.split(",").indexOf("n")]).toBe("5");
    expect(await here("verify", "where", "--workers", "1", "--quiet")).toContain("came out the same");
  });
});
