import { tableBuilder } from "../../sim/tables/make-table.ts";
import type { Table, TableDeclaration } from "../../sim/tables/table.ts";
import type { FileSink, SinkFile } from "./file-sink.ts";
import type { Format } from "./formats.ts";
import { openPieces, type TablePieces } from "./table-pieces.ts";

interface FormatFile {
  readonly file: SinkFile;
  readonly pieces: TablePieces;
}

/** Writes a table that would not fit in memory, piece by piece, as one file a format. */
export class GrowingTable {
  readonly #files: readonly FormatFile[];
  readonly #signal: AbortSignal;

  private constructor(files: readonly FormatFile[], signal: AbortSignal) {
    this.#files = files;
    this.#signal = signal;
  }

  /** Opens the files in a sink; a table to which nothing is added has its header all the same. */
  static async open(
    sink: FileSink,
    formats: readonly Format[],
    declaration: TableDeclaration,
    signal: AbortSignal,
  ): Promise<GrowingTable> {
    const files: FormatFile[] = [];
    for (const format of formats) {
      const pieces = await openPieces(format, declaration);
      files.push({ file: await sink.open(`${declaration.name}.${format}`), pieces });
    }
    const opened = new GrowingTable(files, signal);
    await opened.append(tableBuilder(declaration).build());
    return opened;
  }

  /** Adds rows at the end. */
  async append(table: Table): Promise<void> {
    this.#signal.throwIfAborted();
    for (const { file, pieces } of this.#files) await file.append(pieces.piece(table));
  }

  /** Ends the files. */
  async close(): Promise<void> {
    for (const { file, pieces } of this.#files) {
      await file.append(pieces.end());
      await file.close();
    }
  }
}
