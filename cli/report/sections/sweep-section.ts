import { type HeadlineValue, SweepHeadlines, type Varied } from "../../../sim/findings/sweep-headlines.ts";
import { metricWords } from "../../../sim/measures/describe-metric.ts";
import type { Table } from "../../../sim/tables/table.ts";
import { countText } from "../../../sim/words/numbers.ts";
import { readerUnit } from "../../../sim/words/units.ts";
import { pointWords, wayWords } from "../../screen/sweep-words.ts";
import type { ReportInput } from "../input/report-input.ts";
import { rowsWith } from "../input/table-rows.ts";
import {
  type Block,
  list,
  paragraph,
  type ReportCell,
  type Section,
  type Sentence,
  type TableBlock,
} from "../page/content.ts";
import { ANYWHERE, estimateText } from "../sentences/interval-words.ts";

/** A table of no more metrics than these was asked for metric by metric: then all of them are told. */
const FEW = 12;

/**
 * Tells what a sweep varied, where what matters has its minimum and maximum, and which way it goes; nothing
 * where nothing was swept.
 */
export function sweepSection(input: ReportInput): Section[] {
  const table = input.tables.get("sweep");
  if (table === undefined || table.rows === 0) return [];
  const headlines = headlinesOf(table, sweepMetrics(input));
  const values = headlines.metrics.flatMap((metric) => headlines.values(metric));
  const points = new Set(values.map(({ point }) => point.point)).size;
  const replications = Math.max(...values.map(({ n }) => n));
  return [
    {
      id: "sweep",
      heading: "What was varied, and what follows",
      blocks: [
        paragraph(
          `${countText(points, "point")}, ${countText(replications, "replication")} each. Every point ` +
            "is the scenario below with these parameters changed. All points share people and random " +
            "numbers, so differences between them are surer than each interval suggests.",
        ),
        variedTable(headlines.parameters, values, input.wordsOf),
        extremesTable(headlines, input.wordsOf),
        ...wayBlocks(headlines, input.wordsOf),
      ],
    },
  ];
}

/** Gathers those metrics of a sweep that its table has; undefined where nothing was swept. */
export function sweepHeadlines(
  { tables }: Pick<ReportInput, "tables">,
  wanted: readonly string[],
): SweepHeadlines | undefined {
  const table = tables.get("sweep");
  if (table === undefined || table.rows === 0) return undefined;
  const column = table.declaration.columns.findIndex(({ name }) => name === "metric");
  const known = new Set(Array.from(table.columns[column], String));
  return headlinesOf(
    table,
    wanted.filter((metric) => known.has(metric)),
  );
}

function headlinesOf(table: Table, metrics: readonly string[]): SweepHeadlines {
  const headlines = new SweepHeadlines(parametersOf(table), metrics);
  const isTold = (metric: unknown): boolean => metrics.includes(String(metric));
  for (const row of rowsWith(table, { group_by: "all", metric: isTold })) headlines.addRow(row);
  return headlines;
}

/**
 * Lists the metrics of a sweep that a report tells of: those that its scenario is judged by, or all if they
 * are few.
 */
export function sweepMetrics({ tables, record, scenarioOf }: ReportInput): readonly string[] {
  const table = tables.get("sweep");
  if (table === undefined) return [];
  const column = table.declaration.columns.findIndex(({ name }) => name === "metric");
  const known = [...new Set(Array.from(table.columns[column], String))];
  if (known.length <= FEW) return known;
  const { measures } = scenarioOf(record.scenarios[0].name).scenario;
  const wanted = ["people.reached_3", ...measures.precision_on].filter((metric) => known.includes(metric));
  return wanted.length > 0 ? wanted : known.slice(0, FEW);
}

/** The columns between the point and the metric are the parameters. */
function parametersOf({ declaration: { columns } }: Table): Varied[] {
  const names = columns.map(({ name }) => name);
  return columns
    .slice(names.indexOf("point") + 1, names.indexOf("metric"))
    .map(({ name, unit }) => ({ path: name, unit }));
}

type WordsOf = ReportInput["wordsOf"];

function variedTable(
  parameters: readonly Varied[],
  values: readonly HeadlineValue[],
  wordsOf: WordsOf,
): TableBlock {
  return {
    kind: "table",
    name: "varied",
    caption: "What was varied: a parameter of the scenario a row, with its values over the points",
    heads: ["What", "Parameter", "Unit", "From", "To", "Values"],
    rows: parameters.map(({ path, unit }, i): ReportCell[] => {
      const taken = [...new Set(values.map(({ point }) => point.values[i]))];
      const numbers = taken.filter((value) => typeof value === "number");
      const isNumeric = numbers.length === taken.length;
      const [from, to] = isNumeric
        ? [Math.min(...numbers), Math.max(...numbers)]
        : [taken[0], taken[taken.length - 1]];
      return [wordsOf(path), path, unit, cellOf(from), cellOf(to), cellOf(taken.length)];
    }),
  };
}

/** Names a parameter within a sentence. */
export function theWords(path: string, wordsOf: WordsOf): string {
  const words = wordsOf(path);
  return words === path ? path : `the ${words}`;
}

const cellOf = (value: number | string): ReportCell =>
  typeof value === "number" ? { value, text: String(value) } : value;

function extremesTable(headlines: SweepHeadlines, wordsOf: WordsOf): TableBlock {
  const named = headlines.parameters.map(({ path, unit }) => ({ path: wordsOf(path), unit }));
  const rows = headlines.metrics.flatMap((metric): ReportCell[][] => {
    const ends = headlines.extremes(metric);
    if (ends === undefined) return [];
    const unit = readerUnit(headlines.unit(metric));
    // A caseload of some tens is no whole number to a reader.
    const isSmall = Math.abs(ends.maximum.mean ?? 0) * unit.factor < 100;
    const decimals = isSmall ? Math.max(1, unit.decimals) : unit.decimals;
    const estimate = (value: HeadlineValue): ReportCell => ({
      value: value.mean,
      text: estimateText(value, decimals, { factor: unit.factor, inside: ANYWHERE }),
    });
    const isLevel = headlines.isLevel(metric);
    const at = (value: HeadlineValue): string =>
      isLevel ? "the same at every point" : pointWords(value, named);
    return [
      [
        metricWords(metric),
        unit.unit,
        estimate(ends.minimum),
        at(ends.minimum),
        estimate(ends.maximum),
        at(ends.maximum),
      ],
    ];
  });
  return {
    kind: "table",
    name: "extremes",
    caption:
      "Where each has its minimum and its maximum, with the 95 % interval of its mean: chance within " +
      "the model",
    heads: ["What", "Unit", "Least", "at", "Most", "at"],
    rows,
  };
}

function wayBlocks(headlines: SweepHeadlines, wordsOf: WordsOf): Block[] {
  const ways = headlines.metrics.flatMap((metric) => waySentence(headlines, metric, wordsOf));
  if (ways.length === 0) return [];
  return [
    paragraph(
      "Which way each goes as a parameter grows, by rank correlation over the points; it says how " +
        "steadily, not how much:",
    ),
    ...list(ways),
  ];
}

function waySentence(headlines: SweepHeadlines, metric: string, wordsOf: WordsOf): Sentence[] {
  if (headlines.extremes(metric) === undefined || headlines.isLevel(metric)) return [];
  const ways = headlines
    .rankCorrelations(metric)
    .map(
      (correlation, i) =>
        `${wayWords(correlation)} as ${theWords(headlines.parameters[i].path, wordsOf)} grows`,
    );
  return [
    {
      about: `${metricWords(metric)}, ${readerUnit(headlines.unit(metric)).unit}`,
      text: `${ways.join("; ")}.`,
    },
  ];
}
