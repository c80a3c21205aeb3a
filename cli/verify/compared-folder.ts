import { join } from "node:path";
import Papa from "papaparse";
import { messages } from "../messages/index.ts";
import type { FileSink, SinkFile } from "../results/file-sink.ts";
import type { OpenedResults } from "../results/open-results.ts";
import type { Piece } from "../results/table-pieces.ts";
import { ComparedFile } from "./compared-file.ts";
import { NotSimulated } from "./not-simulated.ts";

const IGNORED: SinkFile = { append: async () => {}, close: async () => {} };

/**
 * Compares the files of a results folder with those that are made again, to the byte, and remembers which
 * could not be made of what was simulated.
 */
export class ComparedFolder implements FileSink {
  readonly #results: OpenedResults;
  readonly #passedOver: (table: string) => boolean;
  readonly #made = new Set<string>();
  readonly #differ: string[] = [];
  readonly #notMade = new Set<string>();

  /** Opens a folder whose hashes are right; tables that are passed over count as not made. */
  constructor(results: OpenedResults, passedOver: (table: string) => boolean) {
    this.#results = results;
    this.#passedOver = passedOver;
  }

  /** Opens a file for comparison. */
  async open(name: string): Promise<SinkFile> {
    return this.#open(name) ?? IGNORED;
  }

  /** Compares one file whole. */
  async write(name: string, pieces: Iterable<Piece> | AsyncIterable<Piece>): Promise<void> {
    const file = this.#open(name);
    if (file === undefined) return;
    try {
      for await (const piece of pieces) await file.append(piece);
    } catch (failure) {
      file.abandon();
      if (!(failure instanceof NotSimulated)) throw failure;
      this.#notMade.add(name);
      return;
    }
    await file.close();
  }

  /** Says where the folder differs from what was made, once all of it was. */
  differences(): readonly string[] {
    const unasked = this.#results.record.files.filter(({ name }) => !this.#made.has(name));
    return [...this.#differ, ...unasked.map(({ name }) => messages.unaskedResult(this.#path(name)))];
  }

  /** Names the files that could not be made again, in the order in which they are made. */
  get notMade(): readonly string[] {
    return [...this.#notMade];
  }

  #open(name: string): ComparedFile | undefined {
    this.#made.add(name);
    if (!this.#results.record.files.some((file) => file.name === name)) {
      this.#differ.push(messages.unlistedResult(this.#path(name)));
      return undefined;
    }
    if (this.#passedOver(name.replace(/\.[^.]+$/, ""))) {
      this.#notMade.add(name);
      return undefined;
    }
    const cells = name.endsWith(".csv") ? cellsOfLine : undefined;
    return new ComparedFile(this.#path(name), cells, (difference) => {
      if (difference !== undefined) this.#differ.push(messages.fileDiffers(this.#path(name), difference));
    });
  }

  #path(name: string): string {
    return join(this.#results.folder, name);
  }
}

const cellsOfLine = (line: string): readonly string[] => Papa.parse<string[]>(line).data[0] ?? [];
