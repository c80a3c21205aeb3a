import Papa from "papaparse";
import type { z } from "zod";
import { didYouMean } from "../nearest-name.ts";
import type { ProblemList } from "./problem-list.ts";
import { refuseUnseen } from "./refuse-unseen.ts";
import type { Entry, List, Tree } from "./tree.ts";

/**
 * Reads a CSV into a list whose members have the columns as keys; an empty cell of an optional column is
 * left out. Rows and last columns without any content, as spreadsheets write under and beside a table that
 * once was larger, are passed over.
 */
export function readCsv(
  file: string,
  text: string,
  member: z.ZodObject,
  path: string,
  problems: ProblemList,
): List {
  const columns = Object.keys(member.shape);
  const required = columns.filter((column) => !member.shape[column].safeParse(undefined).success);
  const members: Tree[] = [];
  let headings: readonly string[] | undefined;
  let line = 1;
  const table = Papa.parse<string[]>(text, { delimiter: ",", skipEmptyLines: false });
  const [fault] = table.errors;
  if (fault !== undefined) {
    // Rows cannot be told apart from there on: what would be said of them follows from this.
    const opened = text.slice(0, Math.max(0, (fault.index ?? 0) - 1)).split("\n").length;
    problems.add({ file, line: opened }, path, {
      found: fault.code === "MissingQuotes" ? "a double quote that never closes" : "a double quote in a text",
      expected: "double quotes around a text alone",
      hint: 'It opens on this line. Close it, or write "" for one that belongs to the text.',
    });
    return { kind: "list", place: { file, line: 1 }, members };
  }
  const width = widthOf(table.data);
  for (const row of table.data) {
    const here = line;
    line += linesOf([row]);
    const cells = row.slice(0, width).map((cell) => cell.trim());
    if (cells.every((cell) => cell === "")) continue;
    if (headings === undefined) {
      headings = cells;
      if (!checkHeadings({ file, line: here, path }, cells, columns, required, problems)) break;
      continue;
    }
    const place = { file, line: here };
    if (cells.length !== headings.length) {
      problems.add(place, path, {
        found: `a row of ${cells.length} cells`,
        expected: `${headings.length}, one for each column of the header`,
        hint: "Put a text that holds a comma in double quotes.",
      });
      continue;
    }
    const entries = new Map<string, Entry>();
    for (const [index, heading] of headings.entries()) {
      const cell = { ...place, heading };
      refuseUnseen(cells[index], cell, `${path}.${heading}`, problems);
      if (cells[index] !== "")
        entries.set(heading, { key: cell, tree: { kind: "scalar", value: cells[index], place: cell } });
      else if (required.includes(heading))
        entries.set(heading, { key: cell, tree: { kind: "scalar", value: null, place: cell } });
    }
    members.push({ kind: "map", place, entries });
  }
  if (headings === undefined) {
    problems.add({ file, line: 1 }, path, {
      found: "an empty file",
      expected: `a header: ${columns.join(",")}`,
    });
  }
  return { kind: "list", place: { file, line: 1 }, members };
}

/** Counts the columns up to the last in which a row has content. */
function widthOf(rows: readonly (readonly string[])[]): number {
  let width = 0;
  for (const row of rows)
    for (let column = row.length; column > width; column--) if (row[column - 1].trim() !== "") width = column;
  return width;
}

function checkHeadings(
  at: { file: string; line: number; path: string },
  headings: readonly string[],
  columns: readonly string[],
  required: readonly string[],
  problems: ProblemList,
): boolean {
  const { file, line, path } = at;
  const before = headings.length;
  let isGood = before > 0;
  const refuse = (found: string, expected: string, hint?: string) => {
    isGood = false;
    problems.add({ file, line }, path, { found, expected, hint });
  };
  if (/^sep=/i.test(headings[0])) {
    refuse("the line sep= of a spreadsheet program", `a header: ${columns.join(",")}`, "Remove the line.");
    return false;
  }
  const [, separator] = headings.length === 1 ? (/([;\t|])/.exec(headings[0]) ?? []) : [];
  if (separator !== undefined) {
    const noun = { ";": "semicolons", "\t": "tabs" }[separator] ?? "bars";
    refuse(`${noun} between the columns`, "commas", "Save the file again as CSV with commas.");
    return false;
  }
  const seen = new Set<string>();
  for (const heading of headings) {
    const isRepeated = seen.has(heading);
    seen.add(heading);
    if (isRepeated) refuse(`the column ${JSON.stringify(heading)} a second time`, "it once");
    else if (!columns.includes(heading)) {
      refuse(
        `the unknown column ${JSON.stringify(heading)}`,
        `one of ${columns.join(", ")}`,
        didYouMean(heading, columns),
      );
    }
  }
  for (const column of required) {
    if (!headings.includes(column)) refuse(`no column ${column}`, `the columns ${required.join(", ")}`);
  }
  return isGood;
}

function linesOf(rows: readonly (readonly string[])[]): number {
  let lines = rows.length;
  for (const row of rows)
    for (const cell of row) if (cell.includes("\n")) lines += cell.split("\n").length - 1;
  return lines;
}
