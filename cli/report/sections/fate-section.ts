import { GAINED_LOST } from "../../../sim/tables/gained-lost.ts";
import type { TableRow } from "../../../sim/tables/rows-of.ts";
import { countText, numberText } from "../../../sim/words/numbers.ts";
import type { ReportInput } from "../input/report-input.ts";
import { rowsWith } from "../input/table-rows.ts";
import { type Block, paragraph, type ReportCell, type Section, type TableBlock } from "../page/content.ts";

type FateRow = TableRow<(typeof GAINED_LOST.columns)[number]>;

/** Tells who gains and who loses, person by person; nothing where no scenarios were compared. */
export function fateSection({ tables }: ReportInput): Section[] {
  // The folder's own declaration of this table, which is ours.
  const rows = rowsWith(tables.get(GAINED_LOST.name)) as readonly FateRow[];
  if (rows.length === 0) return [];
  const worlds = [...new Set(rows.map(({ scenario }) => scenario))];
  return [
    {
      id: "fates",
      heading: "Who gains and who loses",
      blocks: [
        paragraph(
          "Under common random numbers every person is followed in both scenarios, so that it shows " +
            "who lives another life. The differences above are net: those who gain less those who lose.",
        ),
        ...worlds.flatMap((world) => worldBlocks(rows.filter(({ scenario }) => scenario === world))),
      ],
    },
  ];
}

function worldBlocks(rows: readonly FateRow[]): Block[] {
  const everybody = rows.filter((row) => row.group_by === "all");
  const [{ base, scenario, referred, differ, n }] = everybody;
  const people = numberText(referred, 0);
  const text =
    referred === null || referred === 0
      ? "nobody is referred at a practice that both have, so nobody is followed."
      : differ === 0
        ? `nobody of ${people} people referred lives another life.`
        : `${numberText(differ, 0)} of ${people} people who are referred in one of the two, or in both, ` +
          "live another life; the others the same to the minute. Means of " +
          `${countText(n ?? 0, "replication")}.`;
  const quintiles = rows.filter((row) => row.group_by === "quintile");
  return [
    paragraph({ about: `${scenario} against ${base}`, text }),
    ...(differ === 0 || differ === null
      ? []
      : [fateTable(everybody, scenario), quintileTable(quintiles, scenario)]),
  ];
}

function fateTable(rows: readonly FateRow[], scenario: string): TableBlock {
  return {
    kind: "table",
    name: `fates-${scenario}`,
    caption:
      `People of whom it holds in ${scenario} alone (gained) or in the base alone (lost), with the 95 ` +
      "% interval of the net",
    heads: ["What", "Gained", "Lost", "Net", "From", "To"],
    rows: rows.map((row): ReportCell[] => [
      row.meaning,
      cellOf(row.gained),
      cellOf(row.lost),
      cellOf(row.net),
      cellOf(row.ci_low),
      cellOf(row.ci_high),
    ]),
  };
}

function quintileTable(rows: readonly FateRow[], scenario: string): TableBlock {
  return {
    kind: "table",
    name: `fates-by-quintile-${scenario}`,
    caption: `The same by deprivation quintile, 1 the most deprived`,
    heads: ["What", "Quintile", "People", "Gained", "Lost", "Net", "From", "To"],
    rows: rows.map((row): ReportCell[] => [
      row.meaning,
      row.group,
      cellOf(row.referred),
      cellOf(row.gained),
      cellOf(row.lost),
      cellOf(row.net),
      cellOf(row.ci_low),
      cellOf(row.ci_high),
    ]),
    fold: `The same by deprivation quintile (${rows.length} rows)`,
  };
}

const cellOf = (value: number | null): ReportCell => ({ value, text: numberText(value, 0) });
