import writeWorkbook, { type Cell, type Row, type Sheet } from "write-excel-file/node";
import { NINE_OF_TEN } from "../../../sim/ensemble/range-sentence.ts";
import type { BOARD } from "../../../sim/tables/board.ts";
import { boardTable } from "../../../sim/tables/board.ts";
import { rowsOf, type TableRow } from "../../../sim/tables/rows-of.ts";
import { visible } from "../../../sim/words/visible.ts";
import { comparable } from "../../screen/unlike-text.ts";
import { boardRange } from "../input/board-ranges.ts";
import type { ReportInput } from "../input/report-input.ts";
import type { Report } from "../page/content.ts";
import { withoutClock } from "./archive.ts";

/** A row of the board's table, with what is not known of it where an ensemble tells. */
interface BoardRow extends TableRow<(typeof BOARD)["columns"][number]> {
  readonly range_low: number | null;
  readonly range_high: number | null;
}

/** A column of the board's sheet: its head, its width in letters, and its cell. */
interface BoardColumn {
  readonly head: string;
  readonly width: number;
  readonly align: "left" | "right";
  readonly cell: (row: BoardRow) => Cell;
}

const HEAD = {
  fontWeight: "bold",
  wrap: true,
  alignVertical: "top",
  // Three lines.
  height: 42,
  bottomBorderStyle: "thin",
} as const;
const FONT = "Arial";
/** Letters of the column that says how numbers were made, and points of a line. */
const MADE_LETTERS = 90;
const LINE = 14;
/** A spreadsheet takes so many letters of a sheet's name, and none of some signs. */
const SHEET_NAME_LETTERS = 31;
const NO_SHEET_NAME = /[[\]:*?/\\']/g;

/**
 * Writes the table of a board as a workbook: a sheet a scenario with numbers that a spreadsheet program
 * counts with, and one that says how they were made. The same results give the same bytes.
 */
export async function boardWorkbook(input: ReportInput, { title, subtitle }: Report): Promise<Uint8Array> {
  const rows = rowsOf(boardTable(comparable(input.mains))).map((row): BoardRow => {
    const { low = null, high = null } = boardRange(input.tables, row) ?? {};
    return { ...row, range_low: low, range_high: high };
  });
  const names = [...new Set(rows.map(({ scenario }) => scenario))];
  const boards = names.map((name, i) =>
    boardSheet(
      sheetName(name, i),
      rows.filter(({ scenario }) => scenario === name),
    ),
  );
  const made = madeSheet([title, subtitle], input, rows.some(hasRange));
  const file = await writeWorkbook([...boards, made], { fontFamily: FONT, fontSize: 10 }).toBuffer();
  return withoutClock(file, (name, xml) => (name.startsWith("xl/worksheets/") ? fittedToWidth(xml) : xml));
}

const hasRange = ({ range_low }: BoardRow): boolean => range_low !== null;

/** Lets a sheet be printed as wide as a page, which the library cannot say. */
const fittedToWidth = (xml: string): string =>
  xml
    .replace("<sheetViews>", '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
    .replace("<pageSetup ", '<pageSetup fitToHeight="0" ');

function boardSheet(sheet: string, rows: readonly BoardRow[]): Sheet<Buffer> {
  const columns = columnsOf(rows[0], rows.some(hasRange));
  return {
    sheet,
    orientation: "landscape",
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    columns: columns.map(({ width }) => ({ width })),
    data: [
      columns.map(
        ({ head, align }): Cell => ({
          value: visible(head),
          ...HEAD,
          align,
          // Over texts that are indented.
          ...(align === "left" ? { indent: 1 } : {}),
        }),
      ),
      ...rows.map((row): Row => columns.map(({ cell }) => cell(row))),
    ],
  };
}

function columnsOf({ base, scenario }: BoardRow, hasRanges: boolean): readonly BoardColumn[] {
  const isAlone = base === "";
  const of = isAlone ? "mean" : "difference";
  const number = (head: string, key: NumberKey): BoardColumn => ({
    head,
    width: 14,
    align: "right",
    cell: (row) => numberCell(row[key], row.unit),
  });
  return [
    { head: "What", width: 34, align: "left", cell: ({ label }) => textCell(label) },
    { head: "Unit", width: 20, align: "left", cell: ({ unit }) => textCell(unit) },
    ...(isAlone ? [] : [number(base, "base_value")]),
    number(scenario, "scenario_value"),
    ...(isAlone ? [] : [number("Difference", "difference")]),
    number(`95 % of the ${of}, from`, "ci_low"),
    number(`95 % of the ${of}, to`, "ci_high"),
    ...(hasRanges ? [number("Not known, from", "range_low"), number("Not known, to", "range_high")] : []),
    { head: "In words", width: 60, align: "left", cell: ({ in_words }) => textCell(in_words) },
  ];
}

type NumberKey =
  | "base_value"
  | "scenario_value"
  | "difference"
  | "ci_low"
  | "ci_high"
  | "range_low"
  | "range_high";

const textCell = (text: string) => ({
  value: visible(text),
  type: String,
  wrap: true,
  align: "left" as const,
  indent: 1,
  alignVertical: "top" as const,
});

/** A text in a row that has a line for each as many letters as its column takes. */
const tallCell = (text: string): Cell => ({
  ...textCell(text),
  height: LINE * Math.ceil((1.15 * text.length) / MADE_LETTERS),
});

/** A number is shown with the decimals that it was rounded to, its thousands apart, and money as pounds. */
function numberCell(value: number | null, unit: string): Cell {
  if (value === null) return null;
  const decimals = /\.(\d+)$/.exec(String(value))?.[1].length ?? 0;
  const digits = decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
  const format = unit === "GBP" ? `"\u00a3"${digits};-"\u00a3"${digits}` : digits;
  return { value, type: Number, format, alignVertical: "top" };
}

function madeSheet(lines: readonly string[], { record }: ReportInput, hasRanges: boolean): Sheet<Buffer> {
  const facts: readonly (readonly [string, string])[] = [
    ["Program", `linksim ${record.version}`],
    ["Seed", record.seed],
    ["Hash of the tables", record.content_hash],
    ...record.set.map((change) => ["Changed with --set", change] as const),
    [
      "95 % interval",
      "Chance within the model, which more replications narrow. It does not say how far the " +
        "model's assumptions may be from the truth.",
    ],
    ...(hasRanges
      ? [
          [
            "Not known",
            `Between which the difference lies, or one scenario's mean, ${NINE_OF_TEN}, without chance.`,
          ] as const,
        ]
      : []),
  ];
  return {
    sheet: "How it was made",
    orientation: "landscape",
    columns: [{ width: 24 }, { width: MADE_LETTERS }],
    data: [
      ...lines.map((line): Row => [{ value: visible(line), type: String, fontWeight: "bold" }]),
      ...facts.map(([head, text]): Row => [textCell(head), tallCell(text)]),
    ],
  };
}

/** Gives a name that a spreadsheet program takes, and that no other sheet has. */
function sheetName(name: string, i: number): string {
  const clean = visible(name).replaceAll(NO_SHEET_NAME, " ");
  return clean.length <= SHEET_NAME_LETTERS ? clean : `${i + 1} ${clean.slice(0, SHEET_NAME_LETTERS - 4)}`;
}
