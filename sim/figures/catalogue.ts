import { CASELOAD_FIGURE } from "./caseload.ts";
import { DECISION_FIGURE } from "./decision.ts";
import { DIFFERENCES_FIGURE } from "./differences.ts";
import { EQUITY_FIGURE } from "./equity.ts";
import type { FigureEntry, FigureInput } from "./figure.ts";
import { FIT_FIGURE } from "./fit.ts";
import { FLOW_FIGURE } from "./flow.ts";
import { FRONTIER_FIGURE } from "./frontier.ts";
import { HONESTY_FIGURE } from "./honesty.ts";
import { hasRows } from "./internal/rows.ts";
import { LATTICE_FIGURE } from "./lattice.ts";
import { LEVER_FIGURE } from "./lever.ts";
import { MONTHS_FIGURE } from "./months.ts";
import { MORRIS_FIGURE } from "./morris.ts";
import { ORGANISATIONS_FIGURE } from "./organisations.ts";
import { PEOPLE_FIGURE } from "./people.ts";
import { RETENTION_FIGURE } from "./retention.ts";
import { SPREADSHEET_FIGURE } from "./spreadsheet.ts";
import { SURFACE_FIGURE } from "./surface.ts";
import { TIME_FIGURE } from "./time.ts";
import { TORNADO_FIGURE } from "./tornado.ts";
import { VARIANCE_FIGURE } from "./variance.ts";
import { WAITS_FIGURE } from "./waits.ts";
import { WATERFALL_FIGURE } from "./waterfall.ts";
import { WHERE_FIGURE } from "./where.ts";

/** Lists every figure, in the order in which a report shows them. */
export const FIGURES: readonly FigureEntry[] = [
  PEOPLE_FIGURE,
  CASELOAD_FIGURE,
  WAITS_FIGURE,
  MONTHS_FIGURE,
  RETENTION_FIGURE,
  FLOW_FIGURE,
  WATERFALL_FIGURE,
  LEVER_FIGURE,
  FRONTIER_FIGURE,
  WHERE_FIGURE,
  DIFFERENCES_FIGURE,
  TIME_FIGURE,
  ORGANISATIONS_FIGURE,
  EQUITY_FIGURE,
  SPREADSHEET_FIGURE,
  SURFACE_FIGURE,
  TORNADO_FIGURE,
  VARIANCE_FIGURE,
  MORRIS_FIGURE,
  FIT_FIGURE,
  LATTICE_FIGURE,
  HONESTY_FIGURE,
  DECISION_FIGURE,
];

/** Lists the figures that tables can give: those whose needs they hold. */
export function figuresOf(tables: FigureInput["tables"]): readonly FigureEntry[] {
  const input = { tables, scenarios: [], seed: "" };
  return FIGURES.filter(({ needs }) =>
    Object.entries(needs).every(([table, metrics]) =>
      metrics.length === 0
        ? (tables.get(table)?.rows ?? 0) > 0
        : metrics.every((metric) => hasRows(input, table, { metric: [metric] })),
    ),
  );
}
