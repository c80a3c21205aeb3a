import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import fc from "../support/fast-check.ts";

/** Their texts hold examples of what is refused. */
const HOUSE = [join("house", "tests.test.ts"), join("house", "purity.test.ts")];

const files = readdirSync("test", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".config.ts") && !HOUSE.includes(name))
  .map((name) => [name, readFileSync(join("test", name), "utf8")] as const);

/** What makes a test pass on one day, or on one machine, and fail on another. */
const HABITS: Readonly<
  Record<string, { readonly pattern: RegExp; readonly example: string; readonly except?: string }>
> = {
  "draws its cases anew in each run: import fc from test/support/fast-check.ts": {
    pattern: /from "fast-check"/,
    example: 'import fc from "fast-check";',
    except: join("support", "fast-check.ts"),
  },
  "draws at random": { pattern: /Math\.random/, example: "const luck = Math.random();" },
  "reads a clock": {
    pattern: /Date\.now|performance\.now|new Date\(\)/,
    example: "const began = Date.now();",
  },
  "has a time limit of its own, which a busy machine passes": {
    pattern: /\}, \d[\d_]{3,}\);|^\s+\d[\d_]{3,},\n\s*\);|\btimeout: [1-9]|[tT]estTimeout|hookTimeout/m,
    example: "  }, 60_000);",
  },
  "leaves the others out": { pattern: /\.only\(/, example: 'it.only("works", () => {});' },
};

describe.each(Object.entries(HABITS))("no test %s", (_, { pattern, example, except }) => {
  it("as far as its text shows", () => {
    expect(
      files.filter(([name, text]) => name !== except && pattern.test(text)).map(([name]) => name),
    ).toEqual([]);
  });

  it("and it would be found", () => {
    expect(example).toMatch(pattern);
  });
});

it("each property has a seed, also where none is given", () => {
  expect(fc.readConfigureGlobal().seed).toBe(20_140_402);
  const drawn = (): number[] => fc.sample(fc.integer(), 5);
  expect(drawn()).toEqual(drawn());
});
