import { badInput } from "../exit-codes.ts";
import * as messages from "../messages.ts";
import { single, type TextOption } from "../options.ts";
import { reportBeside, writeReport } from "../report/write-report.ts";
import { print } from "../terminal/print.ts";

/** What the command line hands over to `report`. */
export interface ReportArguments {
  readonly results: string;
  readonly output: TextOption;
}

/** Makes the report of a results folder. */
export async function report({ results, output }: ReportArguments): Promise<void> {
  const path = single("output", output) ?? reportBeside(results);
  if (!path.toLowerCase().endsWith(".html")) throw badInput(messages.badReportFile(path));
  await writeReport(results, path);
  print(`${messages.reportWritten(path)}\n`);
}
