import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aFolder, SMALL } from "../support/a-folder.ts";
import { linksim } from "./linksim.ts";

const OTHER = SMALL.replace("name: small", "name: other").replace("3000 people", "5000 people");

async function simulate(...more: string[]): Promise<(name: string) => string> {
  const cwd = aFolder({ "s.yaml": SMALL, "o.yaml": OTHER });
  const words = [
    "run",
    "s.yaml",
    "o.yaml",
    "--replications",
    "5",
    "--out",
    "out",
    "--format",
    "csv,json",
    "--detail",
    "full",
  ];
  const { code, stderr } = await linksim([...words, "--quiet", ...more], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const files = new Map(
    readdirSync(join(cwd, "out")).map((name) => [name, readFileSync(join(cwd, "out", name), "utf8")]),
  );
  return (name) => (name === "" ? [...files.keys()].sort().join(" ") : (files.get(name) as string));
}

describe("linksim run --events", () => {
  it("writes the events in order, the same bytes with 1 and 3 workers, and changes no other file", async () => {
    const [alone, three, without] = [
      await simulate("--events", "--workers", "1"),
      await simulate("--events", "--workers", "3"),
      await simulate("--workers", "1"),
    ];
    const names = alone("").split(" ");
    expect(names.filter((name) => !without("").split(" ").includes(name))).toEqual([
      "events.csv",
      "events.json",
    ]);
    for (const name of names.filter((each) => each !== "run.json")) {
      expect(three(name)).toBe(alone(name));
      if (!name.startsWith("events.")) expect(without(name)).toBe(alone(name));
    }

    const rows: Record<string, unknown>[] = JSON.parse(alone("events.json"));
    const lines = alone("events.csv").trimEnd().split("\n");
    expect(lines).toHaveLength(rows.length + 1);
    expect(lines[0]).toBe(Object.keys(rows[0] as object).join(","));
    const order = rows.map(({ scenario, replication }) => `${scenario} ${replication}`);
    expect([...new Set(order)]).toEqual(
      ["small", "other"].flatMap((name) => [0, 1, 2, 3, 4].map((replication) => `${name} ${replication}`)),
    );
    expect(order.filter((one, i) => one !== order[i - 1])).toHaveLength(10);

    const measured = (metric: string): number =>
      JSON.parse(alone("replications.json"))
        .filter((row: Record<string, unknown>) => row.metric === metric && row.group_by === "all")
        .reduce((all: number, row: Record<string, number>) => all + (row.value as number), 0);
    const counted = (name: string): number => rows.filter(({ event }) => event === name).length;
    expect(counted("request")).toBe(measured("requests.count"));
    expect(counted("listed")).toBe(measured("people.referred"));

    const hashed = JSON.parse(alone("run.json")).files.map(({ name }: { name: string }) => name);
    expect(hashed).toContain("events.csv");
    expect(alone("dictionary.csv")).toContain("column,events,resource_id,integer,");
  });

  it("writes them for a precision too", async () => {
    const cwd = aFolder({ "s.yaml": `${SMALL}measures: { precision_on: [contacts.per_referral] }\n` });
    const words = ["run", "s.yaml", "--precision", "0.05", "--events", "--out", "out", "--workers", "2"];
    const { stdout } = await linksim([...words, "--json"], { cwd });
    const { replications } = JSON.parse(stdout).scenarios[0];
    const lines = readFileSync(join(cwd, "out", "events.csv"), "utf8")
      .trimEnd()
      .split("\n")
      .slice(1);
    expect(new Set(lines.map((line) => line.split(",")[1])).size).toBe(replications);
  });
});
