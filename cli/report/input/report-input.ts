import { FIGURES, figuresOf } from "../../../sim/figures/catalogue.ts";
import type { FigureEntry, FigureInput, FigureSpec } from "../../../sim/figures/figure.ts";
import { plannedAnswer } from "../../../sim/findings/planned.ts";
import type { LoadedScenario } from "../../../sim/scenario/load.ts";
import { BOARD_OF_ENSEMBLE } from "../../../sim/tables/board.ts";
import { GAINED_LOST } from "../../../sim/tables/gained-lost.ts";
import type { Table } from "../../../sim/tables/table.ts";
import { narrowSvg } from "../../figures/narrow-svg.ts";
import { svgOf } from "../../figures/render.ts";
import { figureInput } from "../../results/figure-input.ts";
import type { OpenedResults } from "../../results/open-results.ts";
import { recalledRuns } from "../../results/recalled-runs.ts";
import { recordedMeasureFirst, recordedRanges } from "../../results/recorded-ranges.ts";
import type { ResultsRecord } from "../../results/results-record.ts";
import { type EvidenceRow, evidenceRows } from "../../scenarios/evidence-register.ts";
import type { SummaryInput } from "../../screen/summary-input.ts";
import { say } from "../../terminal/print.ts";
import type { Carriers } from "./carried-by.ts";
import { doubtOf } from "./doubt-of.ts";
import { carriersOf } from "./find-sensitivity.ts";
import type { FrontSlots } from "./front-slots.ts";
import { measureFirstSlot } from "./measure-first-slot.ts";
import { whatToDoSlot } from "./what-to-do.ts";
import { whyOf } from "./why-of.ts";

/** A figure that was drawn. */
export interface DrawnFigure extends Pick<FigureEntry, "name" | "heading" | "shows" | "behind"> {
  /** The drawing, without the title and the subtitle, which a page writes itself. */
  readonly svg: string;
  /** The same for the column of a phone; empty in a document, which is read on paper. */
  readonly narrow: string;
  /** What was found. */
  readonly title: string;
  /** What is shown, and what it rests on. */
  readonly caption: string;
  readonly description: string;
}

/** What a report is made from. */
export interface ReportInput {
  readonly folder: string;
  readonly record: ResultsRecord;
  /** Scenarios that stand for themselves; the first is the base. */
  readonly mains: readonly SummaryInput[];
  /** All of them, with those simulated under other assumptions. */
  readonly runs: readonly SummaryInput[];
  readonly scenarioOf: (name: string) => LoadedScenario;
  readonly tables: ReadonlyMap<string, Table>;
  /** Says in words what a parameter means, by its path; the path where nothing says. */
  readonly wordsOf: (path: string) => string;
  readonly figures: readonly DrawnFigure[];
  readonly evidence: ReadonlyMap<string, EvidenceRow>;
  /** Which parameters carry the result; left out where no sensitivity analysis tells. */
  readonly carriers?: Carriers;
  /** What other work says on the front; nothing if left out. */
  readonly slots?: FrontSlots;
}

/** Says how a report shows its figures: for a screen and for a phone, once on paper, or not. */
export type Drawings = "wide and narrow" | "wide" | "none";

/** Says of what a report is made. */
export interface ReportWanted {
  readonly drawings?: Drawings;
  /** Names the folder of an analysis of the same scenarios. */
  readonly sensitivity?: string | undefined;
}

/** Gathers what the report of a results folder is made from, and draws the figures that it will show. */
export async function reportInput(
  results: OpenedResults,
  { drawings = "wide and narrow", sensitivity }: ReportWanted = {},
): Promise<ReportInput> {
  const names = [...new Set([GAINED_LOST.name, ...FIGURES.flatMap(({ tables }) => tables)])];
  const input = await figureInput(results, names);
  const runs = await recalledRuns(results);
  const measureFirst = recordedMeasureFirst(results.record);
  const { wordsOf = (path) => path } = input;
  const { carriers, passedOver } = await carriersOf(results, sensitivity, wordsOf);
  if (passedOver !== undefined) say(passedOver);
  const mains = runs.filter(({ variantOf }) => variantOf === null);
  const known = recordedRanges(results.record);
  const why = whyOf(input.tables);
  const planned = plannedOf(mains, results);
  return {
    folder: results.folder,
    record: results.record,
    mains,
    runs,
    scenarioOf: results.scenario,
    tables: await withBoardRanges(results, input.tables),
    wordsOf,
    figures: drawings === "none" ? [] : await drawnFigures(input, drawings === "wide and narrow"),
    evidence: new Map(evidenceRows().map((row) => [row.id, row])),
    ...(carriers === undefined ? {} : { carriers }),
    slots: {
      ...doubtOf({ ranges: known, carriers, mains, wordsOf }),
      ...(why === undefined ? {} : { why }),
      ...(planned === undefined ? {} : { whatToDo: whatToDoSlot(planned) }),
      ...(measureFirst === undefined ? {} : { measureFirst: measureFirstSlot(measureFirst, wordsOf) }),
    },
  };
}

/** Adds the table of a board where an ensemble gave it ranges. */
async function withBoardRanges(
  results: OpenedResults,
  tables: FigureInput["tables"],
): Promise<FigureInput["tables"]> {
  if (recordedRanges(results.record).length === 0) return tables;
  const board = await results.tableAs(BOARD_OF_ENSEMBLE);
  return board === undefined ? tables : new Map([...tables, [BOARD_OF_ENSEMBLE.name, board]]);
}

/** Gives what one of the first two scenarios answers, if it answers a plan. */
const plannedOf = (mains: readonly SummaryInput[], results: OpenedResults): string | undefined =>
  mains
    .slice(0, 2)
    .map(({ plan }) => plannedAnswer(results.scenario(plan.scenario).scenario.rationale))
    .find((answer) => answer !== undefined);

async function drawnFigures(input: FigureInput, forPhones: boolean): Promise<readonly DrawnFigure[]> {
  const drawn: DrawnFigure[] = [];
  for (const { name, heading, shows, behind, make } of figuresOf(input.tables)) {
    const figure = make(input, { withVariants: false });
    const { title, description } = figure as FigureTexts;
    drawn.push({
      name,
      heading,
      shows,
      behind,
      svg: await svgOf(untitled(figure)),
      narrow: forPhones ? await narrowSvg(make(input, { withVariants: false, isNarrow: true })) : "",
      title: titleText(title?.text),
      caption: titleText(title?.subtitle),
      description: description ?? "",
    });
  }
  return drawn;
}

/** Leaves out what a page writes as text, so that it is found, translated and read in any width. */
function untitled(figure: FigureSpec): FigureSpec {
  const { title: _, ...drawn } = figure;
  return drawn as FigureSpec;
}

/** What `wholeFigure` puts into every figure. */
interface FigureTexts {
  readonly title?: { readonly text?: unknown; readonly subtitle?: unknown };
  readonly description?: string;
}

const titleText = (text: unknown): string => (Array.isArray(text) ? text.join(" ") : String(text ?? ""));
