import { writeOwnFile } from "../disk/own-file.ts";
import { openResults } from "../results/open-results.ts";
import { reportInput } from "./input/report-input.ts";
import { pageText } from "./page/page.ts";
import { reportOf } from "./report.ts";

/** Makes the report of a results folder and writes it as one file. */
export async function writeReport(folder: string, path: string): Promise<void> {
  const page = pageText(reportOf(await reportInput(openResults(folder))));
  await writeOwnFile({ path, kind: "html" }, page);
}
