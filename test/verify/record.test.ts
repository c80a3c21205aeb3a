import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { doctoring } from "../../bench/hostile/doctoring.ts";
import type { SmallFolders } from "../../bench/hostile/small-folders.ts";
import { verifyQuietly } from "../../bench/hostile/verify-quietly.ts";
import { aFolder } from "../support/a-folder.ts";
import { theSmallFolders } from "../support/the-small-folders.ts";

let folders: SmallFolders;
beforeAll(async () => {
  folders = await theSmallFolders();
});

type Place = readonly (string | number)[];

/** Lists the places of every number, word and truth in a value as JSON has it. */
function leavesIn(value: unknown, place: Place = []): readonly Place[] {
  if (typeof value !== "object" || value === null) return [place];
  return Object.entries(value).flatMap(([key, inner]) => leavesIn(inner, [...place, key]));
}

/** Gives another value of the same kind, as somebody would who wants to be believed. */
function another(value: unknown): unknown {
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  const text = String(value);
  const last = text.at(-1) ?? "";
  return text.slice(0, -1) + (/[0-8]/.test(last) ? String(Number(last) + 1) : last === "a" ? "b" : "a");
}

function changed(value: unknown, [key, ...rest]: Place): unknown {
  if (key === undefined) return another(value);
  const copy: unknown = structuredClone(value);
  if (typeof copy !== "object" || copy === null) throw new Error("a leaf has nothing in it");
  Reflect.set(copy, key, changed(Reflect.get(copy, key), rest));
  return copy;
}

/** What nothing in a folder can confirm; a change of its words is no matter of the results. */
const TOLD =
  /^(version|commit|workers|runtime|platform|start|seconds|model|scenarios\.\d+\.(argument|files\..*))$/;

describe("verify of a run.json", () => {
  it("finds every field that was changed, but for those that it names as not verified", async () => {
    const results = join(aFolder(), "results");
    cpSync(folders.run, results, { recursive: true });
    const path = join(results, "run.json");
    const record: unknown = JSON.parse(readFileSync(path, "utf8"));
    const passed: string[] = [];
    for (const place of leavesIn(record)) {
      const name = place.join(".");
      // Each listed file is alike; the first stands for all.
      if (TOLD.test(name) || /^files\.[1-9]/.test(name)) continue;
      writeFileSync(path, JSON.stringify(changed(record, place)));
      if ((await verifyQuietly(results)).code === 0) passed.push(name);
    }
    expect(passed).toEqual([]);
    writeFileSync(path, JSON.stringify({ ...Object(record), note: "trust me", commit: "f".repeat(40) }));
    expect((await verifyQuietly(results)).message).toBe('run.json: "note": linksim writes no such field.');
    writeFileSync(path, JSON.stringify({ ...Object(record), commit: "f".repeat(40), workers: 99 }));
    expect((await verifyQuietly(results)).stdout).toMatch(
      /Not verified: commit f{40}.*\n.*only whoever made it can know \(in run\.json version, workers, runtime/,
    );
  });

  it("finds a change said to have been laid over the scenarios that they do not say", async () => {
    const results = join(aFolder(), "results");
    cpSync(folders.run, results, { recursive: true });
    const path = join(results, "run.json");
    const record: object = JSON.parse(readFileSync(path, "utf8"));
    const withSet = async (set: readonly string[]) => {
      writeFileSync(path, JSON.stringify({ ...record, set }));
      return verifyQuietly(results);
    };
    expect((await withSet(["horizon=5 weeks"])).message).toBe(
      'run.json: set: found "horizon=5 weeks", which the scenarios of the folder do not say.',
    );
    expect((await withSet(["referral.rate=x2"])).stdout).toContain("Not verified: set referral.rate=x2");
  });
});

it("verify finds folders that were doctored at random", async () => {
  expect(await doctoring(3, "short", folders)).toEqual({ doctored: 3, passed: [] });
});
