import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const SPINS = /\bmkdir(?:Sync)?\((?:[^()]|\([^()]*\))*recursive: true/;

it("Node's recursive mkdir, which never comes back where a parent denies its children, is used nowhere", () => {
  const files = ["cli", "notebooks/machinery"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => join(folder, name)),
  );
  expect(files.filter((name) => SPINS.test(readFileSync(name, "utf8")))).toEqual([]);
  expect("await mkdir(dirname(path), { recursive: true });").toMatch(SPINS);
});
