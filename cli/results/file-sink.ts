import type { Piece } from "./table-pieces.ts";

/** A file that is being made, piece by piece. */
export interface SinkFile {
  append(piece: Piece): Promise<void>;
  /** Ends the file, which is now whole. */
  close(): Promise<void>;
}

/** Takes the files of a results folder as they are made: to keep them, or to compare them with others. */
export interface FileSink {
  /** Opens a file that is made while the work goes on. */
  open(name: string): Promise<SinkFile>;
  /** Takes one file whole, from its pieces. */
  write(name: string, pieces: Iterable<Piece> | AsyncIterable<Piece>, signal: AbortSignal): Promise<void>;
}
