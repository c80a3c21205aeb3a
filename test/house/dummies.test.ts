import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ADDITIONS, INCOMPLETE } from "./dummies.ts";
import { withEdits } from "./scratch-copy.ts";

const changes = [
  ...INCOMPLETE.map(({ lacks, change }) => [lacks, change] as const),
  ...ADDITIONS.map(({ what, change }) => [`a whole ${what}`, change] as const),
];

it.each(changes)("what npm run house:scratch adds still fits the tree: %s", (_, { edited = {} }) => {
  for (const [name, edits] of Object.entries(edited)) {
    const text = readFileSync(name, "utf8");
    expect(withEdits(name, text, edits)).not.toBe(text);
  }
});

it("is told of an addition that no longer fits", () => {
  expect(() => withEdits("a.ts", "const a = 1;", [["const b", "const c"]])).toThrow("a.ts no longer holds");
});
