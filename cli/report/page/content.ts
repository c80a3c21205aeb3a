/** One cell of a report's table: text, or a number with how it is written. */
export type ReportCell = string | { readonly value: number | null; readonly text: string };

/** Declares a table of a report. */
export interface TableBlock {
  readonly kind: "table";
  /** Names the table, and the file that it is saved as. */
  readonly name: string;
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly ReportCell[])[];
  /** The line that opens it, if it is folded away until it is asked for. */
  readonly fold?: string;
}

/** A figure, drawn, with the tables that hold its numbers. */
export interface FigureBlock {
  readonly kind: "figure";
  readonly name: string;
  /** SVG as our own renderer wrote it. */
  readonly svg: string;
  /** The same for the column of a phone. */
  readonly narrow: string;
  /** What stands over it, in at most ten words. */
  readonly heading: string;
  /** What was found. */
  readonly title: string;
  /** What is shown, and what it rests on. */
  readonly caption: string;
  /** What somebody hears who does not see it. */
  readonly description: string;
  /** Whether it is shown at once, and printed; else only its heading. */
  readonly isOpen: boolean;
  readonly tables: readonly TableBlock[];
}

/** A sentence, or one with what it is about before it. */
export type Sentence = string | { readonly about: string; readonly text: string };

/** What a section of a report is made of. */
export type Block =
  | { readonly kind: "paragraph"; readonly text: Sentence }
  | { readonly kind: "warning"; readonly text: string }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "list"; readonly texts: readonly Sentence[] }
  | { readonly kind: "command"; readonly text: string }
  | TableBlock
  | FigureBlock;

/** A part of a report under its heading. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** A number that is read across a room: what it is, and how surely. */
export interface BigNumber {
  readonly value: string;
  readonly label: string;
  /** Its interval, or its difference with its interval; empty where there is none. */
  readonly note: string;
}

/** A line with a mark at its head. */
export interface MarkedLine {
  readonly mark: string;
  readonly text: string;
}

/** What is read in thirty seconds: a question, its answer in a sentence, a figure and three numbers. */
export interface Front {
  readonly question: string;
  readonly answer: string;
  readonly lines: readonly MarkedLine[];
  readonly numbers: readonly BigNumber[];
  readonly figure: Pick<FigureBlock, "name" | "heading" | "svg" | "narrow" | "title" | "description"> | null;
  readonly slots: readonly Slot[];
}

/** A slot that is filled, under the words that head it. */
export interface Slot {
  readonly heading: string;
  /** Stands before the words; none if left out. */
  readonly mark?: string;
  /** The words that are read at once; left out where the text is as short, empty where there is no room. */
  readonly gist?: string;
  readonly text: string;
}

/** A whole report. */
export interface Report {
  readonly title: string;
  /** What was simulated, in a line at the foot of the front. */
  readonly subtitle: string;
  readonly front: Front;
  readonly sections: readonly Section[];
}

export const paragraph = (text: Sentence): Block => ({ kind: "paragraph", text });
export const warning = (text: string): Block => ({ kind: "warning", text });
export const heading = (text: string): Block => ({ kind: "heading", text });
export const list = (texts: readonly Sentence[]): Block[] =>
  texts.length === 0 ? [] : [{ kind: "list", texts }];
export const command = (text: string): Block => ({ kind: "command", text });
