import { caseloadFigure } from "./caseload.ts";
import type { FigureChoice, FigureInput, FigureSpec } from "./figure.ts";

/** Declares a figure: what it is called, what it shows and what it is made from. */
export interface FigureEntry {
  readonly name: string;
  readonly shows: string;
  /** Tables that it reads. */
  readonly tables: readonly string[];
  /** Metrics without which it has nothing to show, by table; a table of no metrics only has to have a row. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
  readonly make: (input: FigureInput, choice: FigureChoice) => FigureSpec;
}

/** Lists every figure, in the order in which a report shows them. */
export const FIGURES: readonly FigureEntry[] = [
  {
    name: "caseload",
    shows: "people waiting and open cases of a post over time, with dated changes",
    tables: ["series"],
    needs: { series: ["waiting_list.mean", "caseload.mean"] },
    make: caseloadFigure,
  },
];
