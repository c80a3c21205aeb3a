import { numberText } from "../../../sim/words/numbers.ts";
import type { ReportInput } from "../input/report-input.ts";
import { rowsWith } from "../input/table-rows.ts";
import type { FigureBlock, ReportCell, Section, TableBlock } from "../page/content.ts";
import { sweepMetrics } from "./sweep-section.ts";

/** What of which table stands behind a figure. */
interface Behind {
  readonly table: string;
  /** Beginnings of the metrics' names; all where there are none. */
  readonly metrics?: readonly string[];
  readonly groupBy: readonly string[];
  readonly columns: readonly string[];
}

const MEANS = ["scenario", "metric", "group", "unit", "mean", "ci_low", "ci_high"];
const WEEKLY = ["scenario", "week", "metric", "group", "mean", "ci_low", "ci_high"];
const LIFE = [
  "scenario",
  "contacts",
  "referred",
  "reached",
  "reached_share",
  "ci_low",
  "ci_high",
  "finished",
  "left",
  "gave_up_waiting",
  "declined",
  "never_attended",
  "reviewed_out",
  "post_ended",
  "still_open",
];
const summaryOf = (metrics: readonly string[], ...groupBy: readonly string[]): Behind => ({
  table: "summary",
  metrics,
  groupBy: groupBy.length === 0 ? ["all"] : groupBy,
  columns: MEANS,
});

/** Says which rows of the tables a figure shows. */
export const BEHIND: Readonly<Record<string, readonly Behind[]>> = {
  caseload: [
    { table: "series", metrics: ["waiting_list.mean", "caseload.mean"], groupBy: ["all"], columns: WEEKLY },
  ],
  waits: [summaryOf(["wait.first_contact.within_", "lost.unseen.within_"])],
  retention: [{ table: "retention", groupBy: ["all"], columns: LIFE }],
  flow: [{ table: "retention", groupBy: ["all"], columns: LIFE }],
  differences: [
    {
      table: "differences",
      groupBy: ["all"],
      columns: ["base", "scenario", "metric", "unit", "mean_difference", "ci_low", "ci_high"],
    },
  ],
  time: [summaryOf(["hours."])],
  organisations: [
    summaryOf(
      [
        "organisation.load",
        "organisations.places",
        "organisations.closed",
        "organisations.count",
        "organisation.wait",
      ],
      "organisation_type",
    ),
    {
      table: "series",
      metrics: ["organisations.places", "organisation.queue"],
      groupBy: ["organisation_type"],
      columns: WEEKLY,
    },
  ],
  equity: [
    summaryOf(
      [
        "reached_3.share",
        "wait.first_contact.within_4_weeks",
        "needs.met_share",
        "engaged.share",
        "people.referred",
      ],
      "quintile",
    ),
    summaryOf(["equity."]),
  ],
  spreadsheet: [
    summaryOf(["spreadsheet.", "people.reached_3", "waiting_list.end", "people.referred", "posts.end"]),
  ],
};

/** Shows every figure that the results can give, with the tables that hold its numbers. */
export function figureSection(input: ReportInput): Section[] {
  const { figures, tables } = input;
  if (figures.length === 0) return [];
  // A sweep has hundreds of metrics at thousands of points: no page for a board.
  const ofSweep: Behind = { table: "sweep", metrics: sweepMetrics(input), groupBy: ["all"], columns: [] };
  const behind: typeof BEHIND = { ...BEHIND, surface: [ofSweep] };
  return [
    {
      id: "figures",
      heading: "Figures",
      blocks: figures.map(
        (figure): FigureBlock => ({
          kind: "figure",
          ...figure,
          tables: tablesOf(behind[figure.name] ?? [], figure.name, tables),
        }),
      ),
    },
  ];
}

function tablesOf(behind: readonly Behind[], name: string, tables: ReportInput["tables"]): TableBlock[] {
  return behind.map(({ table, metrics, groupBy, columns }, n): TableBlock => {
    const known = tables.get(table);
    const declared = known?.declaration.columns ?? [];
    const has = (name: string): boolean => declared.some((column) => column.name === name);
    const shown = columns.length === 0 ? declared.map((column) => column.name) : columns.filter(has);
    const rows = rowsWith(known, {
      ...(has("group_by") ? { group_by: (cell) => groupBy.includes(String(cell)) } : {}),
      ...(metrics === undefined
        ? {}
        : { metric: (cell) => metrics.some((metric) => String(cell).startsWith(metric)) }),
    });
    return {
      kind: "table",
      name: `${name}-${n + 1}`,
      caption: `Behind the figure ${name}, ${n + 1}: ${known?.declaration.meaning ?? table}`,
      heads: shown,
      rows: rows.map((row) => shown.map((column) => cellOf(row[column]))),
      fold: `The numbers of this figure (table ${table}, ${numberText(rows.length, 0)} rows)`,
    };
  });
}

function cellOf(cell: string | number | null | undefined): ReportCell {
  if (typeof cell === "string") return cell;
  const value = cell ?? null;
  return { value, text: value === null ? "-" : String(Number(value.toPrecision(5))) };
}
