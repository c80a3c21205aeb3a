import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type LoadedScenario, loadScenario } from "../../sim/scenario/load.ts";
import { renderProblem, ScenarioError } from "../../sim/scenario/problem.ts";
import { RUN_TABLES } from "../../sim/tables/declarations.ts";
import { DICTIONARY } from "../../sim/tables/dictionary.ts";
import { rowsOf } from "../../sim/tables/rows-of.ts";
import type { Column, Table, TableDeclaration, TableOf } from "../../sim/tables/table.ts";
import { NotPlain, plainDigest, readPlain } from "../disk/plain-file.ts";
import { messages } from "../messages/index.ts";
import { oneFile } from "../scenarios/files.ts";
import type { ResolvedText } from "../scenarios/load-resolved.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { RECORD } from "./own-files.ts";
import { readPieces } from "./read-pieces.ts";
import { READABLE, readTable, TableDamage } from "./read-table.ts";
import { resolvedName } from "./resolved-name.ts";
import { type ResultsRecord, readRecord, variantOf } from "./results-record.ts";

/**
 * A results folder that was opened: its record, its tables and its scenarios, each read when it is asked
 * for.
 */
export interface OpenedResults {
  readonly folder: string;
  readonly record: ResultsRecord;
  /** Names of the tables that the folder holds in a format that can be read, in the order of its record. */
  readonly tableNames: readonly string[];
  /**
   * Reads a table; undefined if the folder has none of that name. Refuses a file that is missing or not as
   * it was written.
   */
  readonly table: (name: string) => Promise<Table | undefined>;
  /** Reads a table of a run, so that its columns are known by name; undefined if the folder has none. */
  readonly tableOf: <D extends TableDeclaration>(declaration: D) => Promise<TableOf<D> | undefined>;
  /** Reads a table of a run some rows at a time, where it is text; undefined if the folder has none. */
  readonly piecesOf: <D extends TableDeclaration>(declaration: D) => AsyncIterable<TableOf<D>> | undefined;
  /** Reads a table by a declaration of one's own; undefined if the folder has none of that name. */
  readonly tableAs: (declaration: TableDeclaration) => Promise<Table | undefined>;
  /** Says which of its files are missing or not as they were written. */
  readonly damagedFiles: () => readonly string[];
  /** Says what lies in the folder that its record does not list. */
  readonly extraFiles: () => readonly string[];
  /** Reads the text of a scenario with every default filled in. */
  readonly scenarioText: (name: string) => ResolvedText;
  /** Reads a scenario of the folder with every default filled in. */
  readonly scenario: (name: string) => LoadedScenario;
}

/** Opens a results folder and checks that it is one that this version can read. */
export function openResults(folder: string): OpenedResults {
  const record = readRecord(folder);
  const tables = new Map<string, Promise<Table | undefined>>();
  const once = (name: string): Promise<Table | undefined> => {
    const known = tables.get(name);
    if (known !== undefined) return known;
    const reading = read(name);
    tables.set(name, reading);
    return reading;
  };
  const read = async (name: string, declaration?: TableDeclaration): Promise<Table | undefined> => {
    const format = formatOf(name);
    if (format === undefined) return undefined;
    const file = `${name}.${format}`;
    const bytes = readListed(folder, record, file);
    try {
      return await readTable(bytes, format, declaration ?? (await declared(name)));
    } catch (failure) {
      throw damaged(join(folder, file), failure);
    }
  };
  const damaged = (path: string, failure: unknown): unknown =>
    failure instanceof TableDamage
      ? badInput(messages.damagedTable(path, failure.message, record.version))
      : failure;
  const declared = async (name: string): Promise<TableDeclaration> => {
    const known = RUN_TABLES.find((declaration) => declaration.name === name);
    if (known !== undefined) return known;
    const dictionary = await tableOf(DICTIONARY);
    const columns = dictionary === undefined ? [] : columnsIn(dictionary, name);
    if (columns.length === 0) throw new TableDamage("no dictionary says what its columns hold");
    const names = columns.map((column) => column.name);
    const odd = names.find((one, i) => one === "" || one === "__proto__" || names.indexOf(one) < i);
    if (odd !== undefined)
      throw new TableDamage(`the dictionary gives it a column ${JSON.stringify(odd)}, which no table has`);
    return { name, meaning: "", columns };
  };
  const tableOf = async <D extends TableDeclaration>(declaration: D): Promise<TableOf<D> | undefined> => {
    const table = await once(declaration.name);
    if (table === undefined) return undefined;
    if (table.declaration !== declaration) throw new RangeError(`${declaration.name} is no table of a run`);
    // It was read by this very declaration.
    return table as TableOf<D>;
  };
  const formatOf = (name: string): (typeof READABLE)[number] | undefined =>
    READABLE.find((ending) => isListed(record, `${name}.${ending}`));
  async function* piecesOf<D extends TableDeclaration>(
    declaration: D,
    format: (typeof READABLE)[number],
  ): AsyncGenerator<TableOf<D>> {
    const path = join(folder, `${declaration.name}.${format}`);
    if (format === "parquet") return yield (await tableOf(declaration)) as TableOf<D>;
    readingListed(folder, record, `${declaration.name}.${format}`, plainDigest, (digest) => digest);
    try {
      // It is read by this very declaration.
      yield* readPieces(path, format, declaration) as AsyncGenerator<TableOf<D>>;
    } catch (failure) {
      throw damaged(path, failure);
    }
  }
  return {
    folder,
    record,
    piecesOf: (declaration) => {
      const format = formatOf(declaration.name);
      return format === undefined ? undefined : piecesOf(declaration, format);
    },
    tableNames: tableNames(record),
    table: once,
    tableOf,
    tableAs: (declaration) => read(declaration.name, declaration),
    damagedFiles: () =>
      record.files.flatMap(({ name, sha256 }) =>
        digestOf(join(folder, name)) === sha256 ? [] : [join(folder, name)],
      ),
    extraFiles: () =>
      readdirSync(folder)
        .filter((name) => name !== RECORD && !isListed(record, name))
        .sort()
        .map((name) => join(folder, name)),
    scenarioText: (name) => scenarioText(folder, record, name),
    scenario: (name) => readScenario(folder, record, name),
  };
}

function isListed({ files }: ResultsRecord, name: string): boolean {
  return files.some((file) => file.name === name);
}

function tableNames({ files }: ResultsRecord): readonly string[] {
  const names = files.flatMap(({ name }) => {
    const dot = name.lastIndexOf(".");
    return (READABLE as readonly string[]).includes(name.slice(dot + 1)) ? [name.slice(0, dot)] : [];
  });
  return [...new Set(names)];
}

/** Reads a file that the record lists, and sees that its bytes are those that were written. */
function readListed(folder: string, record: ResultsRecord, name: string): Uint8Array {
  return readingListed(folder, record, name, readPlain, (bytes) =>
    createHash("sha256").update(bytes).digest("hex"),
  );
}

/** Reads something of a file that the record lists, and sees that it has the digest of what was written. */
function readingListed<Read>(
  folder: string,
  { files }: ResultsRecord,
  name: string,
  read: (path: string) => Read,
  digestOfRead: (read: Read) => string,
): Read {
  const path = join(folder, name);
  let found: Read;
  try {
    found = read(path);
  } catch (failure) {
    if (failure instanceof NotPlain) throw badInput(messages.notPlain(path, failure.message));
    if ((failure as NodeJS.ErrnoException).code === "ENOENT") throw badInput(messages.missingResult(path));
    throw badInput(messages.cannotRead(path, failure));
  }
  const listed = files.find((file) => file.name === name)?.sha256;
  if (digestOfRead(found) !== listed) throw badInput(messages.changedResult(path));
  return found;
}

/** Returns the digest of a file; undefined if it is not there. */
function digestOf(path: string): string | undefined {
  try {
    return plainDigest(path);
  } catch {
    return undefined;
  }
}

/** Gives the columns of a table as the folder's own dictionary explains them. */
function columnsIn(dictionary: TableOf<typeof DICTIONARY>, of: string): readonly Column[] {
  return rowsOf(dictionary)
    .filter(({ kind, table }) => kind === "column" && table === of)
    .map(({ name, type: written, unit, meaning }) => {
      const type = (["number", "integer"] as const).find((word) => word === written) ?? "text";
      return { name, type, unit, meaning };
    });
}

function scenarioText(folder: string, record: ResultsRecord, name: string): ResolvedText {
  const listed = record.scenarios.find((scenario) => scenario.name === name);
  const file = listed?.resolved ?? resolvedName(name, record.scenarios.length);
  return { path: join(folder, file), bytes: readListed(folder, record, file) };
}

function readScenario(folder: string, record: ResultsRecord, name: string): LoadedScenario {
  const { path, bytes } = scenarioText(folder, record, name);
  try {
    // The name of a variant is none that a scenario file may have.
    const main = variantOf(record, name);
    const loaded = loadScenario(path, oneFile(path, bytes), main === null ? {} : { set: [`name=${main}`] });
    return { ...loaded, scenario: { ...loaded.scenario, name } };
  } catch (failure) {
    if (!(failure instanceof ScenarioError)) throw failure;
    const problems = failure.problems.map(renderProblem);
    throw badInput([...problems, messages.unreadableScenario(path, record.version)].join("\n"));
  }
}
