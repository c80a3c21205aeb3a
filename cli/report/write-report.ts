import { writeWhole } from "../figures/write-whole.ts";
import { openResults } from "../results/open-results.ts";
import { reportInput } from "./input/report-input.ts";
import { pageText } from "./page/page.ts";
import { reportOf } from "./report.ts";

/** Names the report of a results folder: beside it, since the folder holds only what its hashes cover. */
export const reportBeside = (folder: string): string => `${folder.replace(/(?<=.)[/\\]+$/, "")}.html`;

/** Makes the report of a results folder and writes it as one file. */
export async function writeReport(folder: string, path: string): Promise<void> {
  await writeWhole(path, pageText(reportOf(await reportInput(openResults(folder)))));
}
