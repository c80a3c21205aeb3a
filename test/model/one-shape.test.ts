import { setFlagsFromString } from "node:v8";
import { expect, it } from "vitest";
import { makeWorld } from "../../sim/experiment/simulator.ts";
import { Memory } from "../../sim/model/state/memory.ts";
import type { World } from "../../sim/model/world.ts";
import { aScenario } from "../support/a-scenario.ts";

/** Makes a function that asks V8 whether two objects have one hidden class. */
function shapeTest(): (one: object, two: object) => boolean {
  setFlagsFromString("--allow-natives-syntax");
  try {
    // Only now is the syntax allowed, so this file itself cannot hold it.
    return new Function("one", "two", "return %HaveSameMap(one, two)") as ReturnType<typeof shapeTest>;
  } finally {
    setFlagsFromString("--no-allow-natives-syntax");
  }
}

/** Lists the objects that a world holds, and those that they hold, by name. */
function partsOf(w: World): Map<string, object> {
  const parts = new Map<string, object>();
  const add = (name: string, part: unknown): void => {
    if (typeof part !== "object" || part === null || ArrayBuffer.isView(part) || Array.isArray(part)) return;
    parts.set(name, part);
  };
  for (const [name, part] of Object.entries(w)) {
    add(name, part);
    // What scenarios hold is read once for each use, and layouts are searched before the run.
    if (["base", "scenario", "layout"].includes(name) || typeof part !== "object" || part === null) continue;
    for (const [inner, held] of Object.entries(part)) add(`${name}.${inner}`, held);
  }
  return parts;
}

it("worlds of many scenarios have parts of one shape, so that code for one is quick with all", () => {
  const haveOneShape = shapeTest();
  const memory = new Memory();
  const worlds = Array.from({ length: 30 }, (_, n) => {
    const { scenario, template } = aScenario([`funding.grant_cycle=${52 + 1.7 * n} weeks`]);
    return makeWorld(scenario, template, memory);
  });
  // From the first dozen V8 learns what the fields hold, and how records are made.
  const [first, ...others] = worlds.slice(12).map(partsOf);
  expect(first.size).toBeGreaterThan(30);
  for (const [name, part] of first)
    for (const other of others) expect(haveOneShape(part, other.get(name) as object), name).toBe(true);
});
