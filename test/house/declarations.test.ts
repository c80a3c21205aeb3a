import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EVENT } from "../../sim/model/events.ts";
import { LEVERS } from "../../sim/model/levers/levers.ts";
import { MECHANISM_DECLARATIONS } from "../../sim/model/mechanisms.ts";
import { MECHANISMS } from "../../sim/scenario/vocabulary.ts";
import { ATTRIBUTE_TABLES, COMPARE_TABLES, RUN_TABLES } from "../../sim/tables/declarations.ts";
import { aScenario } from "../support/a-scenario.ts";

/*
 * What is declared does something, or fails here where the compiler cannot see it. What it does see: an
 * action without a lever or words, a kind of event without a handler or words, a command without an example.
 * `npm run house:scratch` shows both.
 */
const sourcesIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
const model = sourcesIn("sim/model");
const simulator = sourcesIn("sim");
const testsOfModel = ["mechanisms", "rows", "levers", "spirals", "journal"].map((name) =>
  readFileSync(`test/model/${name}.test.ts`, "utf8"),
);

/** Two shocks, without which the mechanisms that carry them have nothing to switch off. */
const SHOCKS = `timeline:
  - { id: cut, date: 2014-06-02, kind: funding_cut, share: 50 % }
  - { id: rise, date: 2014-06-02, kind: demand_surge, rise: 50 % }
`;

/** Finds what a path of a scenario leads to; a star stands for any member. */
function valueAt(scenario: object, path: string): unknown {
  const step = (at: unknown, key: string): unknown => {
    if (typeof at !== "object" || at === null) return undefined;
    return key === "*" ? Object.values(at)[0] : Object.entries(at).find(([name]) => name === key)?.[1];
  };
  return path.split(".").reduce<unknown>(step, scenario);
}

describe("every mechanism", () => {
  const ids = MECHANISM_DECLARATIONS.map(({ id }) => id);

  it("that a scenario can switch off is declared, once", () => {
    expect([...ids].sort()).toEqual([...MECHANISMS].sort());
  });

  it.each(MECHANISM_DECLARATIONS)(
    "$id can be switched off: by neutral numbers, or asked for by name",
    ({ id, off }) => {
      const { scenario } = aScenario(
        ids.map((name) => `mechanisms.${name}=on`),
        SHOCKS,
      );
      const isNeutralised = JSON.stringify(off(scenario)) !== JSON.stringify(scenario);
      expect(
        isNeutralised || new RegExp(`isOn\\([^)]*, "${id}"\\)|mechanisms\\.${id}\\b`).test(simulator),
      ).toBe(true);
    },
  );

  it.each(MECHANISM_DECLARATIONS)("$id rests on parameters that are there", ({ parameters }) => {
    const { scenario } = aScenario();
    for (const path of parameters) expect(valueAt(scenario, path), path).toBeDefined();
  });

  it.each(ids)("%s is tested switched on against switched off", (id) => {
    expect(
      testsOfModel.some((text) =>
        new RegExp(`it\\("(?:[a-z-]+, )*${id}[ ,]|mechanisms\\.${id}=o`).test(text),
      ),
    ).toBe(true);
  });
});

describe("every kind of action", () => {
  it.each(Object.keys(LEVERS))("%s is tested on what it moves", (kind) => {
    expect(testsOfModel.some((text) => new RegExp(`(kind: |")${kind}\\b`).test(text))).toBe(true);
  });
});

describe("every kind of event", () => {
  it.each(Object.keys(EVENT))("%s is scheduled by something", (kind) => {
    expect(new RegExp(`(schedule|[Ll]ater)[^;]*EVENT\\.${kind}\\b`).test(model)).toBe(true);
  });
});

describe("every table", () => {
  const declared = [...simulator.matchAll(/export const ([A-Z_]+) = (?:\w+\()?\{\s*name: "([a-z_]+)"/g)];

  it.each([...new Set([...RUN_TABLES, ...COMPARE_TABLES, ...ATTRIBUTE_TABLES])])(
    "$name is made from rows by something",
    ({ name }) => {
      const [, constant] = declared.find(([, , ofTable]) => ofTable === name) ?? [];
      expect(constant).toBeDefined();
      const all = `${simulator}\n${sourcesIn("cli")}`;
      expect(new RegExp(`\\w\\(${constant}[,)]`).test(all)).toBe(true);
    },
  );
});
