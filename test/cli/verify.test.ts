import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { verifyResults } from "../../cli/verify/verify-results.ts";
import { ownThread } from "../../sim/experiment/own-thread.ts";
import { aFolder, SMALL } from "../support/a-folder.ts";
import { linksim } from "./linksim.ts";
import { doctor, done, EIGHT_POINTS } from "./sweeps.ts";

/**
 * Simulates something once for all tests of a group, and gives the folder in which its results are named
 * `out`.
 */
function simulatedOnce(words: readonly string[]): () => string {
  const cwd = mkdtempSync(join(tmpdir(), "linksim-verify-"));
  beforeAll(async () => {
    writeFileSync(join(cwd, "s.yaml"), SMALL);
    await done([...words, "--out", "out", "--quiet"], cwd);
  });
  afterAll(() => rmSync(cwd, { recursive: true }));
  return () => {
    const own = aFolder();
    cpSync(join(cwd, "out"), join(own, "out"), { recursive: true });
    return join(own, "out");
  };
}

const EVERYTHING = Number.POSITIVE_INFINITY;

/** Verifies in this process, which is quicker than to start the program. */
async function verified(results: string, sample = 5, json = false) {
  const stdout = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  try {
    const failure = await verifyResults(results, {
      sample,
      json,
      openExecutor: ownThread,
      quiet: true,
      signal: new AbortController().signal,
    }).then(
      () => ({ exitCode: 0, message: "" }),
      (thrown: { exitCode: number; message: string }) => thrown,
    );
    return {
      code: failure.exitCode,
      stderr: failure.message,
      stdout: stdout.mock.calls.map(([text]) => text).join(""),
    };
  } finally {
    stdout.mockRestore();
  }
}

/** Adds one to the first number that stands last in a row of this kind. */
const oneMore = (row: RegExp) => (text: string) =>
  text
    .split("\n")
    .map((line) =>
      row.test(line) ? line.replace(/[0-9](?=[^0-9]*$)/, (digit) => String((Number(digit) + 1) % 10)) : line,
    )
    .join("\n");

describe("linksim verify of a run", () => {
  const aRun = simulatedOnce(["run", "s.yaml", "--set", "horizon=12 weeks", "--replications", "3"]);

  it("finds everything right, and says what it looked at", async () => {
    const results = aRun();
    const { stdout: said, ...ending } = await verified(results, 2);
    expect(ending).toEqual({ code: 0, stderr: "" });
    // Whether the commit is known depends on the checkout that the tests run in.
    const lines = said.split("\n").filter((line) => !line.includes("commit"));
    expect(lines.map((line) => line.replace(results, "out"))).toEqual([
      "out: all 9 files are as they were written; 2 of 3 cells, drawn at random, were simulated again: every number of theirs is the same, bit for bit.",
      "  Not verified: that the other replications come out as replications says (what follows from it was made again); windows.csv, series.csv, retention.csv beyond their hashes, as they need every replication. --sample all makes every file again.",
      "  Not verified: the rows of summary.csv of which replications keeps no values (--detail full keeps them all), beyond their hashes. --sample all makes them again.",
      "  Not verified: what only whoever made it can know (in run.json version, workers, runtime, platform, start, seconds, scenarios[].argument, scenarios[].files; that set leaves nothing out).",
      "",
    ]);
    const { stdout } = await verified(results, EVERYTHING, true);
    expect(JSON.parse(stdout)).toMatchObject({
      files: 9,
      cells: 3,
      simulated_again: 3,
      played_again: 3,
      differ: [],
    });
  });

  it("names each file that is missing or was changed, and ends with exit code 3", async () => {
    const results = aRun();
    appendFileSync(join(results, "summary.csv"), "\n");
    appendFileSync(join(results, "scenario.resolved.yaml"), "\n");
    const { code, stdout, stderr } = await linksim(["verify", results, "--sample", "all"]);
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr.split("\n").map((line) => line.split(":")[0])).toEqual([
      join(results, "scenario.resolved.yaml"),
      join(results, "summary.csv"),
      "",
    ]);
  });

  it.each([
    ["replications.csv", /^small,1,caseload\.mean,all,/, /replications\.csv:\d+: value: found /],
    ["summary.csv", /^small,caseload\.mean,all,/, "summary.csv:"],
    ["series.csv", /,people,/, "series.csv:"],
    ["retention.csv", /^small,/, "retention.csv:"],
    ["cells.csv", /^small,,2,2,/, "cells.csv:4: sha256: found "],
  ])("finds a number in %s that was doctored together with every hash", async (name, row, complaint) => {
    const results = aRun();
    doctor(results, name, oneMore(row));
    const { code, stderr } = await verified(results, EVERYTHING);
    expect(stderr).toMatch(complaint);
    expect(code).toBe(3);
  });

  it("finds a scenario that was doctored together with every hash", async () => {
    const results = aRun();
    doctor(results, "scenario.resolved.yaml", (text) => text.replace(/list_size: \S+/, "list_size: 3100"));
    expect((await verified(results)).code).toBe(3);
  });

  it("refuses results of a form that does not say how they were made, or of a newer one, with the reason", async () => {
    const results = aRun();
    const path = join(results, "run.json");
    const { order, ...older } = JSON.parse(readFileSync(path, "utf8"));
    const refused = async (record: object): Promise<string> => {
      writeFileSync(path, JSON.stringify(record));
      const { code, stderr } = await verified(results);
      expect(code).toBe(2);
      return stderr;
    };
    expect(await refused({ ...older, version: "0.0.1" })).toContain(
      "linksim 0.0.1, does not say how it was made",
    );
    expect(await refused({ ...older, order: { ...order, kind: "dream" } })).toContain(
      "this version does not know",
    );
    expect(await refused({ ...older, order, format: 2 })).toContain(
      "in format 2; this version reads formats up to 1",
    );
  });
});

describe("linksim verify of a sweep", () => {
  const aSweep = simulatedOnce([...EIGHT_POINTS.slice(0, -1), "--metrics", "caseload.mean,people.referred"]);

  it("finds it right, and finds numbers and points that were doctored together with every hash", async () => {
    const results = aSweep();
    expect(await verified(results, 3)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("3 of 8 cells"),
    });
    doctor(results, "sweep.csv", oneMore(/^4,.*,caseload\.mean,/));
    doctor(results, "design.csv", oneMore(/^2,/));
    const { code, stderr } = await verified(results, EVERYTHING);
    expect(code).toBe(3);
    expect(stderr.split("\n")).toEqual([
      expect.stringMatching(/design\.csv:3: .*: found ".*", but made again it is ".*"\.$/),
      expect.stringMatching(/sweep\.csv:8: p95: found ".*", but made again it is ".*"\.$/),
    ]);
  });
});
