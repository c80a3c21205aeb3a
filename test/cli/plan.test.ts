import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aFolder, SMALL } from "../support/a-folder.ts";
import { linksim } from "./linksim.ts";

const quick = ["--workers", "1", "--quiet"];

describe("linksim plan", () => {
  it("finds the least of a lever that meets a goal, and writes a scenario that meets it", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    const asked = [
      "--goal",
      "25 % seen within 8 weeks",
      "--by",
      "link_workers.fte=0.1:1:0.1",
      "-o",
      "answer.yaml",
    ];
    const { code, stdout, stderr } = await linksim(["plan", "s.yaml", ...asked, ...quick], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.replaceAll(/\s+/g, " ")).toMatch(
      /^(Of those referred.*)?link_workers\.fte = 0\.\d is the least that meets it \(\d\.\d full-time equivalents\): there it is \d+\.\d %/,
    );
    expect(stdout).toContain("of the demand, at least 25 %");
    expect(stdout).toMatch(/<- the least/);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
    expect(await linksim(["check", "answer.yaml"], { cwd })).toMatchObject({ code: 0 });
    const again = await linksim(["plan", "s.yaml", ...asked, ...quick], { cwd });
    expect(again).toMatchObject({ code: 2, stdout: "" });
    expect(again.stderr).toContain("answer.yaml: it is already there");
  });

  it("ends with exit code 3 where no value does, says what binds, and writes nothing", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    const { code, stdout } = await linksim(
      [
        "plan",
        "s.yaml",
        "--goal",
        "99 % seen within 4 weeks",
        "--by",
        "link_workers.fte=0.5,1",
        "-o",
        "a.yaml",
        ...quick,
      ],
      { cwd },
    );
    expect(code).toBe(3);
    expect(stdout.replaceAll(/\s+/g, " ")).toMatch(
      /No link_workers\.fte from 0\.5 to 1 meets it: at 1 \(2\.0 full-time equivalents\)/,
    );
    expect(existsSync(join(cwd, "a.yaml"))).toBe(false);
  });

  it.each([
    [["--goal", "everybody soon", "--by", "link_workers.fte=0.5,1"], '--goal: found "everybody soon"'],
    [["--goal", "90 % seen", "--by", "link_workers.fte=0.5:1"], "found a range without a step"],
    [["--goal", "90 % seen", "--by", "link_workers.ft=0.5,1"], "Did you mean"],
    [["--goal", "90 % seen", "--by", "link_workers.fte=0.5,2"], "link_workers.fte"],
  ])("refuses %j in a line", async (words, message) => {
    const ending = await linksim(["plan", "s.yaml", ...words, ...quick], {
      cwd: aFolder({ "s.yaml": SMALL }),
    });
    expect(ending).toMatchObject({ code: 2, stdout: "" });
    expect(ending.stderr).toContain(message);
  });

  it("finds where a post is least missed, and writes a scenario without it", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    const asked = ["--lose", "1 fte", "--at-most", "12", "-o", "answer.yaml"];
    const { code, stdout, stderr } = await linksim(["plan", "s.yaml", ...asked, ...quick], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.replaceAll(/\s+/g, " ")).toMatch(
      /^1 FTE are best lost at post-\w+ 1: \d+ fewer people .* reach three contacts in 40 weeks/,
    );
    expect(stdout).toContain("All 2 ways were simulated");
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(await linksim(["check", "answer.yaml"], { cwd })).toMatchObject({ code: 0 });
    const added = await linksim(["plan", "s.yaml", "--add", "1 fte", "--at-most", "2", "--json", ...quick], {
      cwd,
    });
    expect(JSON.parse(added.stdout)).toMatchObject({ part: 1, ways: 2, options: [{ replications: 2 }, {}] });
  });

  it("finds where a goal tips along a lever, or that it does not", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    const goal = ["--goal", "25 % seen within 8 weeks"];
    const tips = await linksim(
      ["plan", "s.yaml", ...goal, "--tip", "link_workers.fte=1,0.7,0.4,0.1", ...quick],
      {
        cwd,
      },
    );
    expect(tips).toMatchObject({ code: 0, stderr: "" });
    expect(tips.stdout.replaceAll(/\s+/g, " ")).toMatch(
      /^It tips between link_workers\.fte = 0?\.?\d+ and 0\.\d: at [\d.]+ the goal is (met|missed)/,
    );
    const none = await linksim(
      [
        "plan",
        "s.yaml",
        "--goal",
        "1 % seen",
        "--tip",
        "contact.non_attendance=0 %:10 %:5 %",
        "--json",
        ...quick,
      ],
      { cwd },
    );
    expect(JSON.parse(none.stdout)).toMatchObject({
      between: null,
      levels: [{ value: "0 %" }, { value: "10 %" }],
    });
  });

  it("finds what two levers do for their money, and writes the scenario of the answer", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    const by = ["--by", "link_workers.fte=0.5,1", "--by", "referral.rate=x1,x0.5"];
    const asked = ["--goal", "20 % seen", ...by, "--at-most", "16", "--budget", "60000 GBP", "-o", "a.yaml"];
    const { code, stdout, stderr } = await linksim(["plan", "s.yaml", ...asked, ...quick], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const told = stdout.replaceAll(/\s+/g, " ");
    expect(told).toMatch(
      /^For GBP 60,000 a year link_workers\.fte = 0\.5 with referral\.rate = x[\d.]+ \(1\.0 full-time equivalents\) does best/,
    );
    expect(told).toContain("All 4 combinations were simulated");
    expect(told).toMatch(/The cheapest that meets the goal is|No combination meets the goal/);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
    expect(await linksim(["check", "a.yaml"], { cwd })).toMatchObject({ code: 0 });
    const prices = ["--price", "link_workers.fte=45", "--price", "referral.rate=1 GBP", "--json"];
    const priced = await linksim(
      [
        "plan",
        "s.yaml",
        "--goal",
        "1 % seen",
        "--by",
        "link_workers.fte=0.5,1",
        "--by",
        "referral.rate=20 per 1000 a year,30 per 1000 a year",
        ...prices,
        ...quick,
      ],
      { cwd },
    );
    expect(JSON.parse(priced.stdout)).toMatchObject({
      cheapest: ["0.5", "20 per 1000 a year"],
      combinations: [{ cost: 42.5 }, { cost: 52.5 }, { cost: 65 }, { cost: 75 }],
    });
  });

  it.each([
    [["--goal", "9 % seen", "--by", "a=1,2", "--by", "b=1,2", "--by", "c=1,2"], "--by: at most two levers"],
    [["--goal", "9 % seen", "--by", "link_workers.fte=0.5,1", "--budget", "10 GBP"], "--budget: goes with"],
    [["--goal", "9 % seen", "--by", "link_workers.fte=0.5,1", "--price", "a=1"], "--price: goes with"],
    [[], "plan: say what is sought"],
    [["--lose", "1 fte", "--add", "1 fte"], "one of them"],
    [["--goal", "90 % seen", "--tip", "a=1,2", "--by", "b=1,2"], "plan: say what is sought"],
    [["--goal", "90 % seen", "--tip", "link_workers.fte=0.5,1", "-o", "a.yaml"], "--output: goes with"],
    [["--lose", "many"], '--lose: expected full-time equivalents above 0, such as "1.5 fte", got "many"'],
    [["--lose", "3 fte"], "expected at most the 2.00 full-time equivalents that there are"],
    [["--goal", "90 % seen", "--by", "link_workers.fte=0.5,1", "--part", "1"], "--part: goes with"],
  ])("refuses %j", async (words, message) => {
    const ending = await linksim(["plan", "s.yaml", ...words, ...quick], {
      cwd: aFolder({ "s.yaml": SMALL }),
    });
    expect(ending).toMatchObject({ code: 2, stdout: "" });
    expect(ending.stderr).toContain(message);
  });
});
