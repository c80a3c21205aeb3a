import { writeOwnFile } from "../disk/own-file.ts";
import { messages } from "../messages/index.ts";
import { openResults } from "../results/open-results.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { type Drawings, type ReportInput, reportInput } from "./input/report-input.ts";
import type { Report } from "./page/content.ts";
import { reportOf } from "./report.ts";
import type { ReportKind } from "./report-beside.ts";

/**
 * Makes the report of a results folder and writes it as one file; `sensitivity` names the folder of an
 * analysis of the same scenarios.
 */
export async function writeReport(
  folder: string,
  path: string,
  kind: ReportKind = "html",
  sensitivity?: string,
): Promise<void> {
  const input = await reportInput(openResults(folder), { drawings: DRAWINGS[kind], sensitivity });
  if (kind === "xlsx" && input.mains.length === 0) throw badInput(messages.noBoard(folder));
  const contents = await WRITERS[kind](input, reportOf(input));
  await writeOwnFile({ path, kind: kind === "html" ? "html" : "archive" }, contents);
}

const DRAWINGS: Readonly<Record<ReportKind, Drawings>> = {
  html: "wide and narrow",
  docx: "wide",
  xlsx: "none",
};

type Writer = (input: ReportInput, report: Report) => Promise<string | Uint8Array>;

const WRITERS: Readonly<Record<ReportKind, Writer>> = {
  html: async (_, report) => (await import("./page/page.ts")).pageText(report),
  docx: async (_, report) => (await import("./office/document.ts")).reportDocument(report),
  xlsx: async (input, report) => (await import("./office/workbook.ts")).boardWorkbook(input, report),
};
