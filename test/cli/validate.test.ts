import { describe, expect, it } from "vitest";
import { aFolder, SMALL } from "../support/a-folder.ts";
import { linksim } from "./linksim.ts";

const row = (id: string, metric: string, low: string, high: string, role: string): string =>
  `  - { id: ${id}, metric: ${metric}, value: ${low}, low: ${low}, high: ${high}, role: ${role}, source: a test }\n`;

describe("linksim validate", () => {
  it("sets published figures beside simulated ones and ends with 3 where a held-out one is missed", async () => {
    const targets =
      `targets:\n${row("F", "caseload.mean", "1000", "2000", "fitted")}` +
      row("H", "people.reached_3", "100000 people", "200000 people", "held_out");
    const cwd = aFolder({ "s.yaml": SMALL, "targets.yaml": targets });
    const { code, stdout } = await linksim(["validate", "s.yaml", "--replications", "4", "--quiet"], { cwd });
    expect(code).toBe(3);
    expect(stdout).toMatch(/Fitted: .*\n.*Verdict\nF .* missed\n/);
    expect(stdout).toMatch(/Held out: .*\n.*Verdict\nH .* missed\n/);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain(
      "0 of 1 fitted target met; missed: F. 0 of 1 held-out target met; missed: H.",
    );
  });

  it("ends with 0 where only a fitted one is missed, and gives all of it as JSON", async () => {
    const targets = `targets:\n${row("F", "people.reached_3", "100000 people", "200000 people", "fitted")}`;
    const cwd = aFolder({ "s.yaml": SMALL, "mine.yaml": targets });
    const words = [
      "validate",
      "s.yaml",
      "--targets",
      "mine.yaml",
      "--replications",
      "4",
      "--quiet",
      "--json",
    ];
    const { code, stdout } = await linksim(words, { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      scenario: "small",
      replications: 4,
      targets: [{ id: "F", role: "fitted", low: 100000, high: 200000, n: 4, verdict: "missed" }],
    });
  });

  it("refuses a file that is not there, and says where one would be", async () => {
    const cwd = aFolder({ "s.yaml": SMALL });
    const { code, stderr } = await linksim(["validate", "s.yaml"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toBe(
      "s.yaml: found no targets.yaml beside the scenario. Name a file of published figures with --targets FILE.\n",
    );
  });
});
