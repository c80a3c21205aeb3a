import { readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { SENSITIVITY, VARIANCE_SHARES } from "../../../sim/tables/sensitivity.ts";
import { messages } from "../../messages/index.ts";
import { type OpenedResults, openResults } from "../../results/open-results.ts";
import { type ResultsRecord, readRecord } from "../../results/results-record.ts";
import { badInput } from "../../terminal/exit-codes.ts";
import { type Carriers, carriedBy } from "./carried-by.ts";

/** Folders beside one that are looked into. */
const MOST = 200;

/** What is known of which parameters carry the result of a folder. */
export interface FoundCarriers {
  /** Undefined where there is no analysis of the same scenarios. */
  readonly carriers: (Carriers & { readonly folder: string }) | undefined;
  /**
   * Says why an analysis that stands beside the folder is not used, though it is of scenarios of the same
   * names; undefined for none.
   */
  readonly passedOver: string | undefined;
}

/**
 * Finds which parameters carry the result of a folder, from a sensitivity analysis that was named, or that
 * stands beside it and is of the same scenarios. Refuses one that was named and is of others. `wordsOf` says
 * what a parameter means.
 */
export async function carriersOf(
  results: OpenedResults,
  named?: string,
  wordsOf?: (path: string) => string,
): Promise<FoundCarriers> {
  const { record, folder } = results;
  if (record.kind === "sensitivity") return found(folder, await carriersIn(results, record, wordsOf));
  if (named !== undefined) {
    const analysis = openResults(named);
    if (analysis.record.kind !== "sensitivity") throw badInput(messages.noSensitivity(named));
    if (!isOf(analysis.record, record)) throw badInput(messages.sensitivityOfOthers(named, folder));
    return found(named, await carriersIn(analysis, record, wordsOf));
  }
  const analyses = beside(folder).flatMap((one) => {
    const own = recordIn(one);
    return own?.kind === "sensitivity" ? [{ folder: one, record: own }] : [];
  });
  // An analysis of the very scenarios tells more than one of the first of them and another.
  const fitting = analyses
    .filter((one) => isOf(one.record, record))
    .toSorted((a, b) => mainsOf(a.record).length - mainsOf(b.record).length);
  if (fitting.length > 0) {
    const [{ folder: fit }] = fitting;
    try {
      return found(fit, await carriersIn(openResults(fit), record, wordsOf));
    } catch {
      // What stands beside a results folder must not stop what is about the folder itself.
      return { carriers: undefined, passedOver: messages.sensitivityUnreadable(fit) };
    }
  }
  const near = analyses.find((one) => isNamedLike(one.record, record));
  const passedOver = near === undefined ? undefined : messages.sensitivityPassedOver(near.folder, folder);
  return { carriers: undefined, passedOver };
}

const found = (folder: string, carriers: Carriers | undefined): FoundCarriers => ({
  carriers: carriers === undefined ? undefined : { ...carriers, folder },
  passedOver: undefined,
});

/** Reads what an analysis says of the result of a folder: of two scenarios how they differ. */
async function carriersIn(
  analysis: OpenedResults,
  of: ResultsRecord,
  wordsOf?: (path: string) => string,
): Promise<Carriers | undefined> {
  const tables = new Map<string, NonNullable<Awaited<ReturnType<OpenedResults["tableAs"]>>>>();
  for (const declaration of [SENSITIVITY, VARIANCE_SHARES]) {
    const table = await analysis.tableAs(declaration);
    if (table !== undefined) tables.set(declaration.name, table);
  }
  return carriedBy(tables, mainsOf(of).length === 1 ? "scenario" : "difference", wordsOf);
}

const mainsOf = ({ scenarios }: ResultsRecord): ResultsRecord["scenarios"] =>
  scenarios.filter(({ variant_of }) => variant_of === undefined);

/**
 * Says whether an analysis tells of the scenarios of a folder, in their order and to the byte: of two it
 * tells how they differ, and what the first comes to.
 */
const isOf = (analysis: ResultsRecord, results: ResultsRecord): boolean =>
  beginsWith(digestsOf(analysis), digestsOf(results));

const isNamedLike = (analysis: ResultsRecord, results: ResultsRecord): boolean =>
  beginsWith(
    mainsOf(analysis).map(({ name }) => name),
    mainsOf(results).map(({ name }) => name),
  );

/** Says whether a list is the whole of another, or its only member the first of two. */
const beginsWith = (all: readonly (string | undefined)[], some: readonly (string | undefined)[]): boolean =>
  some.length > 0 &&
  (all.length === some.length || (some.length === 1 && all.length === 2)) &&
  some.every((one, i) => one !== undefined && one === all[i]);

const digestsOf = (record: ResultsRecord): readonly (string | undefined)[] =>
  mainsOf(record).map(({ resolved_sha256 }) =>
    typeof resolved_sha256 === "string" ? resolved_sha256 : undefined,
  );

/** Lists the folders beside one, named as it is. */
function beside(folder: string): readonly string[] {
  const home = dirname(/^\.{0,2}$/.test(basename(folder)) ? resolve(folder) : folder);
  try {
    return readdirSync(home, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== basename(resolve(folder)))
      .map(({ name }) => join(home, name))
      .toSorted()
      .slice(0, MOST);
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
