import { messages } from "../messages/index.ts";
import { reportBeside } from "../report/report-beside.ts";
import type { Place } from "./place.ts";

/**
 * Makes the report of a folder that was just written, if it is wanted, and says in lines where it is. Its
 * modules are loaded only then.
 */
export async function reportOf({ out, reports }: Place): Promise<readonly string[]> {
  if (!reports || out === undefined) return [];
  const { writeReport } = await import("../report/write-report.ts");
  const path = reportBeside(out);
  await writeReport(out, path);
  return [messages.reportWritten(path)];
}
