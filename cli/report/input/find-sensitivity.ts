import { readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { SENSITIVITY, VARIANCE_SHARES } from "../../../sim/tables/sensitivity.ts";
import { messages } from "../../messages/index.ts";
import { type OpenedResults, openResults } from "../../results/open-results.ts";
import { type ResultsRecord, readRecord } from "../../results/results-record.ts";
import { badInput } from "../../terminal/exit-codes.ts";
import { carriedBy } from "./carried-by.ts";

/** Folders beside one that are looked into. */
const MOST = 200;

/**
 * Says which parameters carry the result of a folder, from a sensitivity analysis that was named, or that
 * stands beside it and is of the same scenarios; undefined where there is none.
 */
export async function carriersOf(results: OpenedResults, named?: string): Promise<string | undefined> {
  if (results.record.kind === "sensitivity") return sentenceIn(results);
  if (named !== undefined) {
    const analysis = openResults(named);
    if (analysis.record.kind !== "sensitivity") throw badInput(messages.noSensitivity(named));
    if (!isOf(analysis.record, results.record))
      throw badInput(messages.sensitivityOfOthers(named, results.folder));
    return sentenceIn(analysis);
  }
  for (const folder of beside(results.folder)) {
    const record = recordIn(folder);
    if (record?.kind === "sensitivity" && isOf(record, results.record))
      return sentenceIn(openResults(folder));
  }
  return undefined;
}

async function sentenceIn(analysis: OpenedResults): Promise<string | undefined> {
  const tables = new Map<string, NonNullable<Awaited<ReturnType<OpenedResults["tableAs"]>>>>();
  for (const declaration of [SENSITIVITY, VARIANCE_SHARES]) {
    const table = await analysis.tableAs(declaration);
    if (table !== undefined) tables.set(declaration.name, table);
  }
  return carriedBy(tables);
}

/** Says whether an analysis is of the scenarios of a folder: of as many, in their order, to the byte. */
function isOf(analysis: ResultsRecord, results: ResultsRecord): boolean {
  const digests = ({ scenarios }: ResultsRecord): string =>
    JSON.stringify(
      scenarios.filter(({ variant_of }) => variant_of === undefined).map((one) => one.resolved_sha256),
    );
  return digests(analysis) === digests(results);
}

function beside(folder: string): readonly string[] {
  const home = dirname(resolve(folder));
  try {
    return readdirSync(home, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .slice(0, MOST)
      .map(({ name }) => join(home, name))
      .toSorted();
  } catch {
    // A folder that may not be listed has nothing beside it.
    return [];
  }
}

/** Reads the record of a folder that may be none of ours. */
function recordIn(folder: string): ResultsRecord | undefined {
  try {
    return readRecord(folder);
  } catch {
    // What stands beside a results folder is anybody's.
    return undefined;
  }
}
