import { removeOwnFile } from "../disk/own-file.ts";
import { messages } from "../messages/index.ts";
import { reportBeside } from "../report/report-beside.ts";
import type { Place } from "./place.ts";

/**
 * Makes the report of a folder that was just written, if it is wanted, and says in lines where it is; else
 * removes the one that an earlier run left beside it, which tells of other numbers than those with this
 * `contentHash`. Its modules are loaded only when it is made.
 */
export async function reportOf(
  { out, reports }: Place,
  contentHash: string | null,
): Promise<readonly string[]> {
  if (out === undefined || contentHash === null) return [];
  const path = reportBeside(out);
  if (!reports) {
    const isStale = await removeOwnFile({ path, kind: "html" }, contentHash);
    return isStale ? [messages.staleReport(path)] : [];
  }
  const { writeReport } = await import("../report/write-report.ts");
  await writeReport(out, path);
  return [messages.reportWritten(path)];
}
