import { describe, expect, it } from "vitest";
import { aFolder, SMALL } from "../support/a-folder.ts";
import { linksim } from "./linksim.ts";

const cut = SMALL.replace("name: small", "name: small cut").concat(
  "timeline: [{ id: close, date: 2014-07-01, kind: closure, types: [local] }]\n",
);
const folder = (): string => aFolder({ "small.yaml": SMALL, "cut.yaml": cut });
const inFolder = (...words: string[]) => linksim(words, { cwd: folder() });

describe("trace", () => {
  it("names people whose stories are worth reading, and the command it names tells one", async () => {
    const { code, stdout, stderr } = await inFolder(
      "trace",
      "small.yaml",
      "--seed",
      "7",
      "--replication",
      "2",
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("People whose stories are worth reading, in small, seed 7, replication 2:");
    const [, command] = /Read one with: linksim (.*)/.exec(stdout) ?? [];
    const story = await linksim((command ?? "").split(" "), { cwd: folder() });
    expect(story.code).toBe(0);
    expect(story.stdout).toMatch(/^(elm|harbour)\/\d+ in small, seed 7, replication 2\nA (woman|man) of /);
    expect(story.stdout).toMatch(/\n[A-Z][a-z]+day \d+ [A-Z][a-z]+ 201\d\. .*referred|asked/);
    for (const line of story.stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });

  it("gives the sentences and the events with their reasons as JSON", async () => {
    const listed = JSON.parse((await inFolder("trace", "small.yaml", "--json")).stdout);
    expect(listed).toMatchObject({ scenario: "small", seed: "1", replication: 0 });
    const { patient } = listed.people[0];
    const story = JSON.parse((await inFolder("trace", "small.yaml", "--json", "--patient", patient)).stdout);
    expect(story.patient).toBe(patient);
    expect(story.days[0].date).toMatch(/^201\d-\d\d-\d\d$/);
    expect(story.events[0]).toMatchObject({ event: "request", episode: 1 });
    expect(story.events[0].reasons[0]).toMatchObject({ reason: "who", quintile: expect.any(Number) });
    expect(story.events.map(({ event }: { event: string }) => event)).toContain("contact");
  });

  it("simulates the world that --set makes", async () => {
    const { stdout } = await inFolder("trace", "small.yaml", "--set", "link_workers.caseload_cap=5 people");
    expect(stdout).toContain("--set 'link_workers.caseload_cap=5 people' --patient");
  });

  it("refuses a practice that is not there, and names the nearest", async () => {
    expect(await inFolder("trace", "small.yaml", "--patient", "elms/7")).toEqual({
      code: 2,
      stdout: "",
      stderr: "--patient elms/7: found no practice elms in the scenario. Did you mean elm?\n",
    });
  });

  it("says of somebody who was never referred who was", async () => {
    const { code, stderr } = await inFolder(
      "trace",
      "small.yaml",
      "--patient",
      "elm/1",
      "--set",
      "horizon=20 weeks",
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^--patient elm\/1: registered, but never referred in replication 0, so there is no story\. /,
    );
    expect(stderr).toMatch(/Among those who were referred: elm\/\d+/);
  });

  it("refuses a replication that is no number", async () => {
    const { code, stderr } = await inFolder("trace", "small.yaml", "--replication", "first");
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        '--replication: expected a whole number from 0 to 99,999, got "first". The first replication is 0.\n',
    });
  });
});

describe("explain", () => {
  it("says where two scenarios part, why, how far it spreads, and tells two lives side by side", async () => {
    const { code, stdout, stderr } = await inFolder("explain", "small.yaml", "cut.yaml");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain('the dated change "close" (closure, 1 July 2014), only in small cut');
    expect(stdout).toContain("in small cut lunch-club closes; in small that does not happen then.");
    expect(stdout).toContain("One difference alone was in force by then");
    expect(stdout).toMatch(/people with an event in either world \d+ \(\d+ %\) have another life/);
    expect(stdout).toMatch(/(elm|harbour)\/\d+, the first who is touched\. A (woman|man)/);
    expect(stdout).toMatch(/\nsmall {43} \| small cut\n/);
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });

  it("says of a scenario against itself that no event differs", async () => {
    const { code, stdout } = await inFolder("explain", "small.yaml", "small.yaml", "--seed", "9");
    expect(code).toBe(0);
    expect(stdout).toContain("small (first) and small (second), seed 9, replication 0");
    expect(stdout).toMatch(/No event differs: both worlds have the same [\d,]+ events/);
    expect(stdout).not.toContain("How far it spreads");
  });

  it("tells the one life of somebody whom nothing touches", async () => {
    const { differing, patient } = await aPersonOf("explain", "small.yaml", "small.yaml");
    expect(differing).toBe(0);
    const { stdout } = await inFolder("explain", "small.yaml", "cut.yaml", "--patient", patient);
    expect(stdout).toContain(`${patient}. A `);
    expect(stdout).toContain("The same life in both worlds:");
  });

  it("gives the same as JSON", async () => {
    const found = JSON.parse((await inFolder("explain", "small.yaml", "cut.yaml", "--json")).stdout);
    expect(found).toMatchObject({
      base: "small",
      other: "small cut",
      parting: { time: "2014-07-01T00:00:00", rule: "funding", suspects: [{ path: "timeline[close]" }] },
      lives: { base: { patient: expect.any(String) }, other: { patient: expect.any(String) } },
    });
    expect(found.spread.touched).toBeGreaterThan(0);
  });

  it("asks for two scenarios", async () => {
    const { code, stderr } = await inFolder("explain", "small.yaml");
    expect(code).toBe(2);
    expect(stderr).toContain("linksim explain: expected 2 arguments:");
  });

  it("says what is wrong with both scenarios", async () => {
    const { code, stderr } = await inFolder("explain", "smal.yaml", "cuts.yaml");
    expect(code).toBe(2);
    expect(stderr).toContain("smal.yaml: found no such file");
    expect(stderr).toContain("cuts.yaml: found no such file");
  });
});

/** Finds somebody whose episode was over before anything was closed. */
async function aPersonOf(...words: string[]): Promise<{ differing: number; patient: string }> {
  const same = JSON.parse((await inFolder(...words, "--json")).stdout);
  const early = JSON.parse(
    (await inFolder("trace", "small.yaml", "--json", "--set", "horizon=12 weeks")).stdout,
  );
  const over = early.people.find(({ why }: { why: string }) => why.startsWith("never came"));
  return { differing: same.spread.touched, patient: over.patient };
}
