import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ProblemList } from "../../sim/scenario/internal/problem-list.ts";
import { readYaml } from "../../sim/scenario/internal/read-yaml.ts";
import { loadScenario } from "../../sim/scenario/load.ts";
import { packYaml, unpackTree } from "../../sim/scenario/packed-tree.ts";
import { sourcesFromMap } from "../../sim/scenario/sources.ts";

const DEFAULTS = readFileSync("scenarios/defaults.yaml", "utf8");
const EVERY_KIND = `list: [1, 0x10, 1e3, true, null, word, "00123"]
annotated: { value: [1, 2], range: [0, 3], evidence: C18, note: why }
below:
  map: {}
`;

describe("a packed tree", () => {
  it.each([
    ["the defaults", DEFAULTS],
    ["every kind of part", EVERY_KIND],
  ])("of %s is what reading the YAML gives, through JSON", (_, text) => {
    const packed = JSON.parse(JSON.stringify(packYaml(text)));
    const read = readYaml("dir/file.yaml", text, new ProblemList());
    expect(unpackTree(packed, "dir/file.yaml")).toStrictEqual(read);
  });

  it("stands for the defaults where their text is that which was packed", () => {
    const scenario = "name: small\nlink_workers: { fte: 1 }\npractices: [{ id: a, list_size: 4000 }]\n";
    const sources = sourcesFromMap(
      new Map([
        ["/defaults.yaml", DEFAULTS],
        ["/s.yaml", scenario],
      ]),
      {
        defaults: "/defaults.yaml",
      },
    );
    const asked: string[] = [];
    const packedDefaults = (text: string) => {
      asked.push(text);
      return packYaml(DEFAULTS);
    };
    const { where: _, ...plainly } = loadScenario("/s.yaml", sources);
    const { where, ...packed } = loadScenario("/s.yaml", { ...sources, packedDefaults });
    expect(packed).toEqual(plainly);
    expect(asked).toEqual([DEFAULTS]);
    expect(where("referral.rate").file).toBe("/defaults.yaml");
  });

  it("is refused of a text in which something is wrong", () => {
    expect(() => packYaml("a: 1\na: 2")).toThrow("a second time");
  });
});
