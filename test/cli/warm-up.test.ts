import { describe, expect, it } from "vitest";
import { aFolder, SMALL } from "../support/a-folder.ts";
import { linksim } from "./linksim.ts";

describe("linksim warm-up", () => {
  it("draws each series undisturbed from the first day, and says how long a warm-up does", async () => {
    const more = "warm_up: 4 weeks\ntimeline: [{ id: end, date: 2014-06-02, kind: posts_cut, to: 0 }]\n";
    const cwd = aFolder({ "s.yaml": `${SMALL}${more}` });
    const { code, stdout } = await linksim(["warm-up", "s.yaml", "--replications", "4", "--quiet"], { cwd });
    expect(code).toBe(0);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("small simulated undisturbed for 212 weeks");
    expect(stdout).toMatch(/Waiting list.* [▁▂▃▄▅▆▇█]*\|[▁▂▃▄▅▆▇█]+ +(?:\d+ weeks?|no end found) /u);
    expect(stdout).toMatch(/Its warm-up is 4 weeks; (some series|the start is still moving|\d+ weeks)/);
  });
});

describe("linksim run of a start that is still moving", () => {
  it("says so, in which series, and which command tells more", async () => {
    const slow = "referral: { ramp: 100 weeks }\nwarm_up: 1 weeks\n";
    const cwd = aFolder({ "s.yaml": `${SMALL.replace("40 weeks", "156 weeks")}${slow}` });
    const { code, stderr } = await linksim(["run", "s.yaml", "--replications", "12"], { cwd });
    expect(code).toBe(0);
    expect(stderr).toMatch(/small: the start is still moving after a warm-up of 1 week: .*Open cases/);
    expect(stderr).toContain("linksim warm-up s.yaml");
  });
});

describe("linksim check of a scenario with a warm-up", () => {
  it("says which command tells whether its start still moves, and nothing of a new service", async () => {
    const cwd = aFolder({ "a warm one.yaml": `${SMALL}warm_up: 4 weeks\n`, "new.yaml": SMALL });
    const { stdout } = await linksim(["check", "a warm one.yaml"], { cwd });
    expect(stdout).toContain(
      "  Whether the start still moves after the warm-up: linksim warm-up 'a warm one.yaml'.",
    );
    expect((await linksim(["check", "new.yaml"], { cwd })).stdout).not.toContain("warm-up");
  });
});
