import { checkOwnFile } from "../disk/own-file.ts";
import { reportBeside } from "../report/report-beside.ts";
import { ResultsFolder } from "../results/results-folder.ts";
import type { Place } from "./place.ts";

/** Refuses a place at which somebody else's files are, before hours are spent on replications. */
export async function checkPlace({ out, reports }: Place): Promise<void> {
  if (out === undefined) return;
  await ResultsFolder.check(out);
  if (reports) await checkOwnFile({ path: reportBeside(out), kind: "html" });
}
