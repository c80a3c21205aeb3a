import type { TopLevelSpec } from "vega-lite";
import type { Field, PositionFieldDef } from "vega-lite/types_unstable/channeldef.js";
import type { LayerSpec, NonNormalizedSpec, UnitSpec } from "vega-lite/types_unstable/spec/index.js";
import type { Table } from "../tables/table.ts";
import type { DatedChange } from "./dated-changes.ts";
import type { TableBehind } from "./table-behind.ts";

/** A Vega-Lite v6 specification of a whole figure. */
export type FigureSpec = TopLevelSpec;
/** A panel of a figure. */
export type View = NonNormalizedSpec;
/** Marks that lie over others in a panel. */
export type Layer = LayerSpec<Field> | UnitSpec<Field>;

/** What a mark shows where. */
export type Encoding = NonNullable<UnitSpec<Field>["encoding"]>;
/** What stands along an axis. */
export type Position = PositionFieldDef<Field>;

/** What a figure must know of a scenario besides its tables. */
export interface FigureScenario {
  readonly name: string;
  /**
   * The scenario of which this is a variant, simulated under other assumptions; null for a scenario of its
   * own.
   */
  readonly variantOf: string | null;
  /** ISO date of the first day measured. */
  readonly start: string;
  readonly weeks: number;
  readonly replications: number;
  /** Time since referral at which shares of those referred are given, in words. */
  readonly by: string;
  readonly changes: readonly DatedChange[];
}

/**
 * What figures are made from: the tables of one results folder, by name, and the scenarios they tell of, in
 * their order.
 */
export interface FigureInput {
  readonly tables: ReadonlyMap<string, Table>;
  readonly scenarios: readonly FigureScenario[];
  readonly seed: string;
  /** Says in words what a parameter means, by its path; figures show paths if left out. */
  readonly wordsOf?: (path: string) => string;
}

/** What may be chosen about a figure. */
export interface FigureChoice {
  /** Metric to show, where a figure can show several; each figure says its default. */
  readonly metric?: string;
  /** Value to mark: weeks of a first wait in `waits`, the metric in the reader's unit in `surface`. */
  readonly target?: number;
  /** Parameters of a sweep that stand along and up, where it varies several. */
  readonly x?: string;
  readonly y?: string;
  /** Drawn for the column of a phone, where a figure may lay itself out in another way. */
  readonly isNarrow?: boolean;
  /** Scenarios simulated under other assumptions stand beside the others; left out otherwise. */
  readonly withVariants?: boolean;
}

/** Says that a choice does not fit what the tables hold: what was asked for, and what could be. */
export class FigureChoiceError extends Error {
  readonly choice: keyof FigureChoice;
  readonly found: string;
  readonly known: readonly string[];

  constructor(choice: keyof FigureChoice, found: string, known: readonly string[]) {
    super(`${choice}: ${found} is not among ${known.join(", ")}`);
    this.name = "FigureChoiceError";
    this.choice = choice;
    this.found = found;
    this.known = known;
  }
}

/** Declares a figure: what it is called, what it shows and what it is made from. */
export interface FigureEntry {
  readonly name: string;
  /** What stands over it on a page, in at most ten words; what was found is in its own title. */
  readonly heading: string;
  readonly shows: string;
  /** Tables that it reads. */
  readonly tables: readonly string[];
  /**
   * Metrics without which it has nothing to show, by table; a table of no metrics only has to have a row.
   */
  readonly needs: Readonly<Record<string, readonly string[]>>;
  /** Tables that hold its numbers, shown with it in a report. */
  readonly behind: readonly [TableBehind, ...TableBehind[]];
  readonly make: (input: FigureInput, choice: FigureChoice) => FigureSpec;
}
