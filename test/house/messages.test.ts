import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const RAW = /import \* as messages from/;

it("sentences are taken through the one gate that keeps names on a line, and never raw", () => {
  const files = readdirSync("cli", { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  expect(files.filter((name) => RAW.test(readFileSync(join("cli", name), "utf8")))).toEqual([]);
  expect('import * as messages from "../messages/index.ts";').toMatch(RAW);
});
