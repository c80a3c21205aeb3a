import { caseloadFigure } from "./caseload.ts";
import { differencesFigure } from "./differences.ts";
import { equityFigure } from "./equity.ts";
import type { FigureChoice, FigureInput, FigureSpec } from "./figure.ts";
import { flowFigure } from "./flow.ts";
import { rowsWhere } from "./internal/rows.ts";
import { organisationsFigure } from "./organisations.ts";
import { retentionFigure } from "./retention.ts";
import { spreadsheetFigure } from "./spreadsheet.ts";
import { surfaceFigure } from "./surface.ts";
import { timeFigure } from "./time.ts";
import { waitsFigure } from "./waits.ts";

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
    tables: ["series", "summary"],
    needs: { series: ["waiting_list.mean", "caseload.mean"] },
    make: caseloadFigure,
  },
  {
    name: "waits",
    shows: "share of those referred seen by week, and who ends unseen; --target WEEKS is marked",
    tables: ["summary"],
    needs: { summary: ["wait.first_contact.within_1_weeks", "lost.unseen.within_1_weeks"] },
    make: waitsFigure,
  },
  {
    name: "retention",
    shows: "share that reaches each number of contacts, and how those end who stop there",
    tables: ["retention", "summary"],
    needs: { retention: [] },
    make: retentionFigure,
  },
  {
    name: "flow",
    shows: "people from referral to how it ended",
    tables: ["retention", "summary"],
    needs: { retention: [] },
    make: flowFigure,
  },
  {
    name: "differences",
    shows: "paired differences from the base, with which are better or worse; --metric shows one",
    tables: ["differences"],
    needs: { differences: [] },
    make: differencesFigure,
  },
  {
    name: "time",
    shows: "where link workers' hours go",
    tables: ["summary"],
    needs: { summary: ["hours.casework"] },
    make: timeFigure,
  },
  {
    name: "organisations",
    shows: "places, queues, load and closures of organisations by type",
    tables: ["series", "summary"],
    needs: { series: ["organisations.places"], summary: ["organisation.load"] },
    make: organisationsFigure,
  },
  {
    name: "equity",
    shows: "outcomes by deprivation quintile, with the gap",
    tables: ["summary"],
    needs: { summary: ["equity.reached_3.share.gap"] },
    make: equityFigure,
  },
  {
    name: "spreadsheet",
    shows: "a linear spreadsheet's answer beside the simulation",
    tables: ["summary"],
    needs: { summary: ["spreadsheet.reached_3"] },
    make: spreadsheetFigure,
  },
  {
    name: "surface",
    shows:
      "a metric over the parameters of a sweep; --target VALUE draws the line where it tips, --metric chooses",
    tables: ["sweep"],
    needs: { sweep: [] },
    make: surfaceFigure,
  },
];

/** Lists the figures that tables can give: those whose needs they hold. */
export function figuresOf(tables: FigureInput["tables"]): readonly FigureEntry[] {
  const input = { tables, scenarios: [], seed: "" };
  return FIGURES.filter(({ needs }) =>
    Object.entries(needs).every(([table, metrics]) =>
      metrics.length === 0
        ? (tables.get(table)?.rows ?? 0) > 0
        : metrics.every((metric) => rowsWhere(input, table, { metric: [metric] }).length > 0),
    ),
  );
}
