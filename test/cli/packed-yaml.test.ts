import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rowsOf } from "../../cli/scenarios/evidence-register.ts";
import { packedPath, packedText, readPacked } from "../../cli/scenarios/packed-yaml.ts";
import { packYaml } from "../../sim/scenario/packed-tree.ts";

const textOf = (name: string): string => readFileSync(`scenarios/${name}.yaml`, "utf8");

describe("what the build packed", () => {
  it.each([
    ["defaults", packYaml],
    ["evidence", rowsOf],
  ] as const)("of %s is what its YAML says", (name, read) => {
    const text = textOf(name);
    expect(readFileSync(packedPath(name), "utf8")).toBe(packedText(text, read(text)));
    expect(readPacked(name, text)).toEqual(read(text));
  });

  it("is passed over where the YAML was changed since", () => {
    expect(readPacked("defaults", `${textOf("defaults")}\n# a comment`)).toBeUndefined();
  });
});
