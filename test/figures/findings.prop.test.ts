import { describe, expect, it } from "vitest";
import { CASELOAD_FIGURE } from "../../sim/figures/caseload.ts";
import { DIFFERENCES_FIGURE } from "../../sim/figures/differences.ts";
import { FigureChoiceError, type FigureInput, type FigureSpec } from "../../sim/figures/figure.ts";
import { acrossWords } from "../../sim/figures/internal/across.ts";
import { SURFACE_FIGURE } from "../../sim/figures/surface.ts";
import { WAITS_FIGURE } from "../../sim/figures/waits.ts";
import { SERIES } from "../../sim/tables/series.ts";
import fc from "../support/fast-check.ts";
import {
  DIFFERENCES,
  differenceRow,
  figureScenario,
  seriesRows,
  someInput,
  sweepOf,
  tableOf,
} from "./some-tables.ts";

function titleOf(figure: FigureSpec): string {
  return (figure as { title: { text: string[] } }).title.text.join(" ").replaceAll("\u00a0", " ");
}

function inputOf(table: ReturnType<typeof tableOf>, name = "cut"): FigureInput {
  return { tables: new Map([[table.declaration.name, table]]), scenarios: [figureScenario(name)], seed: "1" };
}

const level = fc.integer({ min: 0, max: 500 });

describe("the title of a figure", () => {
  it("of caseloads says grows, falls or stays as the rows do", () => {
    fc.assert(
      fc.property(level, level, (from, to) => {
        const rows = [
          ...seriesRows("cut", "waiting_list.mean", from, to),
          ...seriesRows("cut", "caseload.mean", 20, 20),
        ];
        const title = titleOf(CASELOAD_FIGURE.make(inputOf(tableOf(SERIES, rows)), {}));
        // Means of the first two of four weeks, and of the last two.
        const [before, after] = [(5 * from + to) / 6, (from + 5 * to) / 6];
        const isAbout = Math.abs(after - before) <= 0.1 * Math.max(before, after) + 1e-9;
        const word = after > before ? "grows" : "falls";
        expect(title).toContain(isAbout ? "stays" : word);
      }),
    );
  });

  it("of waits gives the share of the week that is marked", () => {
    const title = titleOf(WAITS_FIGURE.make(someInput(), { target: 8 }));
    // The sixth mark has 36 % in the base and 0.8 of it in the cut.
    expect(title).toBe("Within 8 weeks of referral, 36 % in base and 29 % in cut are seen.");
  });

  it("of differences calls nothing better or worse whose interval holds zero", () => {
    const change = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 60 }));
    fc.assert(
      fc.property(change, ([mean, half]) => {
        const table = tableOf(DIFFERENCES, [differenceRow("people.reached_3", "people", mean, half)]);
        const text = JSON.stringify(DIFFERENCES_FIGURE.make(inputOf(table), {}).description);
        const isClear = Math.abs(mean) > half;
        expect(text.includes(": better.")).toBe(isClear && mean > 0);
        expect(text.includes(": worse.")).toBe(isClear && mean < 0);
        expect(text.includes("no clear difference in")).toBe(!isClear);
      }),
    );
  });

  it("of differences calls a shorter wait better only for those still referred, where fewer are", () => {
    const rows = (referred: number) =>
      tableOf(DIFFERENCES, [
        differenceRow("people.referred", "people", referred, 1),
        differenceRow("wait.first_contact.mean", "days", -7, 1),
      ]);
    expect(JSON.stringify(DIFFERENCES_FIGURE.make(inputOf(rows(-30)), {}))).toContain(
      "better for those still referred",
    );
    expect(JSON.stringify(DIFFERENCES_FIGURE.make(inputOf(rows(30)), {}))).not.toContain("still referred");
  });

  it("of a sweep says where a line of two pieces crosses its target", () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 49 }), (target) => {
        const table = sweepOf(["x"], [[0], [10], [20]], ([x]) => 0.1 + 0.02 * x);
        const crossing = ((target - 10) / 2).toFixed(2);
        expect(titleOf(SURFACE_FIGURE.make(inputOf(table), { target }))).toContain(`is about ${crossing}.`);
      }),
    );
  });

  it("of a sweep over a switch says at which of its words, and draws no line between them", () => {
    const numbers = sweepOf(["onward"], [[0], [1]], ([x]) => 0.3 + 0.1 * x);
    const at = numbers.declaration.columns.findIndex(({ name }) => name === "onward");
    const columns = numbers.columns.map((column, i) => (i === at ? ["off", "on"] : column));
    const figure = (target?: number) =>
      SURFACE_FIGURE.make(inputOf({ ...numbers, columns }), target === undefined ? {} : { target });
    expect(titleOf(figure())).toContain("from 30.0 % to 40.0 %");
    expect(titleOf(figure(35))).toMatch(/35 %.* or more where onward is on\.$/);
    const text = JSON.stringify(figure());
    expect(text).toContain("onward off: ");
    expect(text).not.toContain("undefined");
    expect(text).not.toContain('"type":"line"');
  });

  it("of a sweep over three parameters is over those chosen, with means over the values of the other", () => {
    const grid = [0, 1].flatMap((a) => [0, 1].flatMap((b) => [0, 2].map((c) => [a, b, c])));
    const table = sweepOf(["a", "b", "c"], grid, ([a, b, c]) => (10 * a + 2 * b + 5 * c) / 100);
    const read = (choice: { x?: string; y?: string }): string =>
      JSON.stringify(SURFACE_FIGURE.make(inputOf(table), choice));
    // Over c at 0 and 2, and a and b at 0 and 1: 6 % and 16 %.
    expect(read({ x: "c" })).toContain("c 0: 6.0 %");
    expect(read({ x: "c" })).toContain("c 2: 16.0 %");
    expect(read({ x: "c" })).toContain("means over their values");
    expect(read({ x: "b", y: "a" })).toContain("b 1, a 0: 7.0 %");
    expect(() => read({ x: "d" })).toThrow(FigureChoiceError);
  });

  it("of a sweep is of the first usual metric that has a value: in a short run a share by 39 weeks has none", () => {
    const none = sweepOf(["x"], [[0], [10]], () => Number.NaN);
    const people = sweepOf(["x"], [[0], [10]], ([x]) => 30 + x);
    const metric = none.declaration.columns.findIndex(({ name }) => name === "metric");
    const columns = none.columns.map((column, i) =>
      i === metric
        ? ["reached_3.share", "reached_3.share", "people.reached_3", "people.reached_3"]
        : [...column, ...people.columns[i]].map((cell) => (Number.isNaN(cell) ? null : cell)),
    );
    const title = titleOf(SURFACE_FIGURE.make(inputOf({ ...none, columns, rows: 4 }), {}));
    expect(title).toMatch(/^Reached three contacts: from \d/);
  });
});

describe("a number across scenarios", () => {
  it("is told by the least and the most of three or more", () => {
    fc.assert(
      fc.property(fc.array(level, { minLength: 3, maxLength: 9 }), (list) => {
        const values = list.map((value, i) => ({ name: `s${i}`, value }));
        const words = acrossWords(values, String) as string;
        expect(words).toMatch(
          new RegExp(`^between ${Math.min(...list)} \\(s\\d\\) and ${Math.max(...list)} \\(s\\d\\)$`),
        );
      }),
    );
  });
});

describe("a choice that the tables do not hold", () => {
  it.each([
    ["a week that is not measured", () => WAITS_FIGURE.make(someInput(), { target: 5 })],
    ["a metric that is not swept", () => SURFACE_FIGURE.make(someInput(), { metric: "caseload.mean" })],
    ["a metric that is not compared", () => DIFFERENCES_FIGURE.make(someInput(), { metric: "nothing" })],
  ])("is refused: %s", (_, draw) => {
    expect(draw).toThrow(FigureChoiceError);
  });
});
