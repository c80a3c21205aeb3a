import type { JournalNames } from "../../sim/model/journal-names.ts";
import type { JournalColumns } from "../../sim/model/journal-rows.ts";
import { EVENTS, eventTables } from "../../sim/tables/events.ts";
import type { FileSink } from "./file-sink.ts";
import type { Format } from "./formats.ts";
import { GrowingTable } from "./growing-table.ts";
import { ROWS_AT_ONCE } from "./rows-at-once.ts";

/**
 * Writes the table of events while the replications run, in their order: together they would not fit in
 * memory.
 */
export class EventsFiles {
  readonly #table: GrowingTable;
  /** Journals of replications that ended before an earlier one did. */
  readonly #early = new Map<number, JournalColumns>();
  #names: JournalNames | undefined;
  #next = 0;
  #writing: Promise<void> = Promise.resolve();

  private constructor(table: GrowingTable) {
    this.#table = table;
  }

  /** Opens the table's files in a sink, one a format. */
  static async open(sink: FileSink, formats: readonly Format[], signal: AbortSignal): Promise<EventsFiles> {
    return new EventsFiles(await GrowingTable.open(sink, formats, EVENTS, signal));
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
    await this.#table.close();
  }

  async #writeNext(): Promise<void> {
    for (let journal = this.#early.get(this.#next); journal !== undefined; ) {
      this.#early.delete(this.#next);
      for (const table of eventTables(this.#names!, this.#next, journal, ROWS_AT_ONCE))
        await this.#table.append(table);
      journal = this.#early.get(++this.#next);
    }
  }
}
