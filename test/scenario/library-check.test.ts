import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openScenario } from "../../cli/scenarios/open-scenario.ts";

const names = readdirSync("scenarios", { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !["sweeps", "ensembles"].includes(entry.name))
  .map(({ name }) => name);

describe("a scenario that comes with linksim", () => {
  it("is there", () => expect(names.length).toBeGreaterThan(20));

  it.each(names)("can come about, and so can its variants: %s", (name) => {
    const opened = openScenario(name);
    expect(opened.warnings).toEqual([]);
    for (const { set } of opened.scenario.variants) expect(opened.under(set).warnings).toEqual([]);
  });
});
