import { describe, expect, it } from "vitest";
import { narrowSvg } from "../../cli/figures/narrow-svg.ts";
import { CASELOAD_FIGURE } from "../../sim/figures/caseload.ts";
import { DIFFERENCES_FIGURE } from "../../sim/figures/differences.ts";
import type { FigureInput } from "../../sim/figures/figure.ts";
import { FLOW_FIGURE } from "../../sim/figures/flow.ts";
import { MONTHS_FIGURE } from "../../sim/figures/months.ts";
import { ORGANISATIONS_FIGURE } from "../../sim/figures/organisations.ts";
import { RETENTION_FIGURE } from "../../sim/figures/retention.ts";
import { MARKER } from "../../sim/figures/theme.ts";
import { WAITS_FIGURE } from "../../sim/figures/waits.ts";
import { STANDARDS } from "../../sim/tables/standards.ts";
import type { Cell, Table } from "../../sim/tables/table.ts";
import { DIFFERENCES, differenceRow, figureScenario, someInput, tableOf } from "./some-tables.ts";

const input = someInput();
const PHONE = 366;

/** The same results with so many scenarios, each as the cut. */
function ofScenarios(count: number): FigureInput {
  const names = ["base", ...Array.from({ length: count - 1 }, (_, i) => `cut-${i + 1}`)];
  const many = (table: Table): Table => {
    const at = table.declaration.columns.findIndex(({ name }) => name === "scenario");
    if (at < 0) return table;
    const rows = names.flatMap((name) =>
      Array.from({ length: table.rows }, (_, row) => row)
        .filter((row) => table.columns[at][row] === (name === "base" ? "base" : "cut"))
        .map((row) =>
          Object.fromEntries(
            table.declaration.columns.map((column, i): [string, Cell] => [
              column.name,
              i === at ? name : table.columns[i][row],
            ]),
          ),
        ),
    );
    return tableOf(table.declaration, rows);
  };
  return {
    ...input,
    tables: new Map([...input.tables].map(([name, table]) => [name, many(table)])),
    scenarios: names.map((name) => figureScenario(name)),
  };
}

describe("lines of scenarios", () => {
  it.each([CASELOAD_FIGURE, MONTHS_FIGURE, WAITS_FIGURE, RETENTION_FIGURE])(
    "share a panel in $name up to four, and have one each beside the base from five on",
    ({ make }) => {
      const panels = (count: number): string => JSON.stringify(make(ofScenarios(count), {}));
      expect(panels(4)).not.toContain("each beside base");
      expect(panels(5)).toContain("each beside base");
      for (const name of ["cut-1", "cut-4"]) expect(panels(5)).toMatch(new RegExp(`"text":"${name}"`));
    },
  );
});

describe("what a service is held to", () => {
  const target = (metric: string, value: number, unit: string): FigureInput => {
    const row = { scenario: "base", standard: "s", metric, group_by: "all", group: "all", unit };
    const standards = tableOf(STANDARDS, [{ ...row, bound: "at least", target: value }]);
    return { ...input, tables: new Map([...input.tables, ["standards", standards]]) };
  };

  it.each([
    [CASELOAD_FIGURE, "caseload.mean", 25, "people", "wanted at least 25"],
    [MONTHS_FIGURE, "reached_3.share", 0.6, "share", "wanted at least 60 %"],
    [WAITS_FIGURE, "wait.first_contact.within_4_weeks", 0.9, "share", "wanted at least 90 %"],
  ] as const)(
    "stands in the figure with its words, and not without it (%#)",
    (figure, metric, value, unit, words) => {
      expect(JSON.stringify(figure.make(target(metric, value, unit), {}))).toContain(words);
      expect(JSON.stringify(figure.make(input, {}))).not.toContain("wanted");
    },
  );

  it("of places is 100 %, a line across the load of organisations", () => {
    const figure = JSON.stringify(ORGANISATIONS_FIGURE.make(input, {}));
    expect(figure).toMatch(new RegExp(`"color":"${MARKER}"[^{}]*}[^{}]*{"x":{"datum":100`));
  });
});

describe("what is not known", () => {
  const row = differenceRow("people.reached_3", "people", -16, 4);
  const withRange = {
    ...DIFFERENCES,
    columns: [
      ...DIFFERENCES.columns,
      ...["range_low", "range_high"].map(
        (name) => ({ name, type: "number", unit: "", meaning: "" }) as const,
      ),
    ],
  };
  const table = tableOf(withRange, [{ ...row, range_low: -31, range_high: -7 }]);
  const told = { ...input, tables: new Map([...input.tables, ["differences", table]]) };

  it("lies under the interval of a difference, and both are named", () => {
    const figure = JSON.stringify(DIFFERENCES_FIGURE.make(told, {}));
    expect(figure).toContain('"range_low":-31,"range_high":-7');
    expect(figure).toContain("not known −31 to −7");
    expect(figure).toMatch(/thick: .*chance within the model; thin: what is not known/);
    expect(JSON.stringify(DIFFERENCES_FIGURE.make(input, {}))).not.toContain("not known");
  });

  it("leaves what is written of differences its size on a phone", async () => {
    const svg = await narrowSvg(DIFFERENCES_FIGURE.make(told, { isNarrow: true }));
    expect(Number(/ width="([0-9.]+)"/.exec(svg)?.[1])).toBeLessThanOrEqual(PHONE);
  });
});

it("names of boxes leave a flow room on a phone", async () => {
  const svg = await narrowSvg(FLOW_FIGURE.make(input, { isNarrow: true }));
  expect(Number(/ width="([0-9.]+)"/.exec(svg)?.[1])).toBeLessThanOrEqual(PHONE);
});
