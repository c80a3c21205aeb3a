import { expect, it } from "vitest";
import { boardNumberText, boardRangeText } from "../../cli/report/input/board-ranges.ts";
import { BOARD_OF_ENSEMBLE } from "../../sim/tables/board.ts";
import { tableOf } from "../figures/some-tables.ts";

it("what is not known of a board's row is written with its way where it is of a difference", () => {
  const row = { scenario: "cut", label: "Reached three contacts", unit: "people" };
  const told = (base: string, low: number | null, high: number | null) =>
    boardRangeText(
      new Map([["board", tableOf(BOARD_OF_ENSEMBLE, [{ ...row, base, range_low: low, range_high: high }])]]),
      row,
    );
  expect(told("base", -150, -20)).toBe("20 to 150 fewer");
  expect(told("base", -3.5, 0.25)).toBe("3.5 fewer to 0.25 more");
  expect(told("base", 2, 4)).toBe("2 to 4 more");
  expect(told("base", -20, -20)).toBe("20 fewer");
  expect(told("", 1250, 1300)).toBe("1,250 to 1,300");
  expect(told("base", 0, 0)).toBe("0");
  expect(told("base", null, null)).toBeUndefined();
  expect(boardRangeText(new Map(), row)).toBeUndefined();
  const cost = { ...row, label: "Cost of organisations' places", unit: "GBP", base: "base" };
  const ends = { range_low: -1_992_451, range_high: -910_440 };
  const costs = new Map([["board", tableOf(BOARD_OF_ENSEMBLE, [{ ...cost, ...ends }])]]);
  expect(boardRangeText(costs, cost)).toBe("910,000 to 1.99 million less");
  expect(boardNumberText(0, "GBP")).toBe("0");
});
