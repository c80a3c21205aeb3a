import type { JournalColumns } from "../../sim/model/journal.ts";
import type { JournalNames } from "../../sim/model/journal-names.ts";
import { EVENTS, eventTables } from "../../sim/tables/events.ts";
import { tableBuilder } from "../../sim/tables/make-table.ts";
import type { Table } from "../../sim/tables/table.ts";
import type { Format } from "../options.ts";
import type { ResultFile } from "./result-file.ts";
import type { ResultsFolder } from "./results-folder.ts";
import { openPieces, ROWS_AT_ONCE, type TablePieces } from "./table-pieces.ts";

interface EventsFile {
  readonly file: ResultFile;
  readonly pieces: TablePieces;
}

/** Writes the table of events while the replications run, in their order: together they would not fit in memory. */
export class EventsFiles {
  readonly #files: readonly EventsFile[];
  readonly #signal: AbortSignal;
  /** Journals of replications that ended before an earlier one did. */
  readonly #early = new Map<number, JournalColumns>();
  #names: JournalNames | undefined;
  #next = 0;
  #writing: Promise<void> = Promise.resolve();

  private constructor(files: readonly EventsFile[], signal: AbortSignal) {
    this.#files = files;
    this.#signal = signal;
  }

  /** Opens the table's files in a results folder, one a format. */
  static async open(
    folder: ResultsFolder,
    formats: readonly Format[],
    signal: AbortSignal,
  ): Promise<EventsFiles> {
    const files: EventsFile[] = [];
    for (const format of formats) {
      const pieces = await openPieces(format, EVENTS);
      files.push({ file: await folder.open(`${EVENTS.name}.${format}`), pieces });
    }
    const opened = new EventsFiles(files, signal);
    // A table without a row has its header all the same.
    await opened.#append(tableBuilder(EVENTS).build());
    return opened;
  }

  /** Begins the next scenario, at replication 0. */
  begin(names: JournalNames): void {
    this.#names = names;
    this.#next = 0;
  }

  /** Takes a replication's journal and writes what is next in order. */
  async add(replication: number, journal: JournalColumns): Promise<void> {
    this.#early.set(replication, journal);
    this.#writing = this.#writing.then(() => this.#writeNext());
    await this.#writing;
  }

  /** Ends the files, when every replication has been added. */
  async close(): Promise<void> {
    for (const { file, pieces } of this.#files) {
      await file.append(pieces.end());
      await file.close();
    }
  }

  async #writeNext(): Promise<void> {
    for (let journal = this.#early.get(this.#next); journal !== undefined; ) {
      this.#early.delete(this.#next);
      for (const table of eventTables(this.#names!, this.#next, journal, ROWS_AT_ONCE))
        await this.#append(table);
      journal = this.#early.get(++this.#next);
    }
  }

  async #append(table: Table): Promise<void> {
    this.#signal.throwIfAborted();
    for (const { file, pieces } of this.#files) await file.append(pieces.piece(table));
  }
}
