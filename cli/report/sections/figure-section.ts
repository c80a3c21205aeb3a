import type { TableBehind } from "../../../sim/figures/table-behind.ts";
import { numberText } from "../../../sim/words/numbers.ts";
import type { ReportInput } from "../input/report-input.ts";
import { rowsWith } from "../input/table-rows.ts";
import type { FigureBlock, ReportCell, Section, TableBlock } from "../page/content.ts";
import { sweepMetrics } from "./sweep-section.ts";

/** Figures that are shown and printed, first; the others when they are asked for. */
const OPEN = ["waterfall", "caseload", "waits", "differences", "surface"];
/** The same where something changes on a date. */
const OPEN_OF_DATED = ["waterfall", "months", "waits", "differences", "surface"];

/** Shows every figure that the results can give, with the tables that hold its numbers. */
export function figureSection(input: ReportInput): Section[] {
  const { figures, mains } = input;
  if (figures.length === 0) return [];
  const open = mains.some(({ timeline }) => timeline.length > 0) ? OPEN_OF_DATED : OPEN;
  const isOpen = ({ name }: Pick<FigureBlock, "name">): boolean => open.includes(name);
  return [
    {
      id: "figures",
      heading: "Figures",
      blocks: [...figures.filter(isOpen), ...figures.filter((figure) => !isOpen(figure))].map(
        ({ behind, ...figure }): FigureBlock => ({
          kind: "figure",
          ...figure,
          isOpen: isOpen(figure),
          tables: behind
            .filter(({ table }) => input.tables.has(table))
            .map((one, n) => tableBlock(one, n + 1, figure.name, input)),
        }),
      ),
    },
  ];
}

function tableBlock(
  { table, groupBy, columns, where = {}, ...behind }: TableBehind,
  number: number,
  figure: string,
  input: ReportInput,
): TableBlock {
  const known = input.tables.get(table);
  const declared = known?.declaration.columns.map(({ name }) => name) ?? [];
  const shown = columns === undefined ? declared : columns.filter((column) => declared.includes(column));
  // A sweep has hundreds of metrics at thousands of points: no page for a board.
  const metrics = table === "sweep" ? sweepMetrics(input) : behind.metrics;
  const wanted = Object.entries(where).map(
    ([column, values]) => [column, (cell: unknown) => values.includes(String(cell))] as const,
  );
  // Figures leave out what was simulated under other assumptions; so do the numbers behind them.
  const shownScenarios = new Set(input.mains.map(({ plan }) => plan.scenario));
  const isOfScenarios = declared.includes("scenario") && shownScenarios.size > 0;
  const rows = rowsWith(known, {
    ...(isOfScenarios ? { scenario: (cell) => shownScenarios.has(String(cell)) } : {}),
    ...Object.fromEntries(wanted),
    ...(declared.includes("group_by") && groupBy !== undefined
      ? { group_by: (cell) => groupBy.includes(String(cell)) }
      : {}),
    ...(metrics === undefined
      ? {}
      : { metric: (cell) => metrics.some((metric) => String(cell).startsWith(metric)) }),
  });
  return {
    kind: "table",
    name: `${figure}-${number}`,
    caption: `Behind the figure ${figure}, ${number}: ${known?.declaration.meaning ?? table}`,
    heads: shown,
    rows: rows.map((row) => shown.map((column) => cellOf(row[column]))),
    fold: `The numbers of this figure (table ${table}, ${numberText(rows.length, 0)} rows)`,
  };
}

/** Writes a number as exactly as a figure shows it; its table has all of its digits. */
function cellOf(cell: string | number | null | undefined): ReportCell {
  if (typeof cell === "string") return cell;
  const value = cell == null ? null : Number(cell.toPrecision(5));
  return { value, text: value === null ? "-" : String(value) };
}
