import { FIGURES, type FigureEntry, figuresOf } from "../../sim/figures/catalogue.ts";
import {
  type FigureChoice,
  FigureChoiceError,
  type FigureInput,
  type FigureSpec,
} from "../../sim/figures/figure.ts";
import { nearestName } from "../../sim/scenario/nearest-name.ts";
import { badInput } from "../exit-codes.ts";
import { jsonOf, pngOf, svgOf } from "../figures/render.ts";
import { writeWhole } from "../figures/write-whole.ts";
import * as messages from "../messages.ts";
import { single, type TextOption } from "../options.ts";
import { figureInput } from "../results/figure-input.ts";
import { openResults } from "../results/open-results.ts";
import { print } from "../terminal/print.ts";

/** What the command line hands over to `chart`. */
export interface ChartArguments {
  readonly results: string;
  readonly figure: string | undefined;
  readonly output: readonly string[] | undefined;
  readonly metric: TextOption;
  readonly target: TextOption;
  readonly variants: boolean;
}

const ENDINGS = ["svg", "png", "json"] as const;
type Ending = (typeof ENDINGS)[number];

/** Draws one figure of a results folder into files, or lists the figures that the folder can give. */
export async function chart(given: ChartArguments): Promise<void> {
  const outputs = (given.output ?? []).map((path) => ({ path, ending: endingOf(path) }));
  const choice = readChoice(given);
  const results = openResults(given.results);
  if (given.figure === undefined) {
    if (outputs.length > 0) throw badInput(messages.outputWithoutFigure);
    const tables = [...new Set(FIGURES.flatMap((figure) => figure.tables))];
    print(listText(given.results, figuresOf((await figureInput(results, tables)).tables)));
    return;
  }
  const entry = entryOf(given.figure);
  if (outputs.length === 0) throw badInput(messages.figureWithoutOutput(entry.name));
  const input = await figureInput(results, entry.tables);
  if (!figuresOf(input.tables).includes(entry))
    throw badInput(messages.figureNotInResults(given.results, entry.name, Object.keys(entry.needs)));
  const figure = made(entry, input, choice);
  let svg: string | undefined;
  for (const { path, ending } of outputs) {
    if (ending !== "json") svg ??= await svgOf(figure);
    await writeWhole(path, await contentsOf(ending, figure, svg ?? ""));
  }
}

function endingOf(path: string): Ending {
  const ending = ENDINGS.find((known) => path.toLowerCase().endsWith(`.${known}`));
  if (ending === undefined) throw badInput(messages.badOutput(path, ENDINGS));
  return ending;
}

function readChoice({ metric, target, variants }: ChartArguments): FigureChoice {
  const [named, marked] = [single("metric", metric), single("target", target)];
  if (marked !== undefined && !/^-?[0-9]+(\.[0-9]+)?$/.test(marked))
    throw badInput(messages.badTarget(marked));
  return {
    ...(named === undefined ? {} : { metric: named }),
    ...(marked === undefined ? {} : { target: Number(marked) }),
    withVariants: variants,
  };
}

function entryOf(name: string): FigureEntry {
  const entry = FIGURES.find((figure) => figure.name === name);
  if (entry !== undefined) return entry;
  const known = FIGURES.map((figure) => figure.name);
  throw badInput(messages.noSuchFigure(name, nearestName(name, known), known));
}

function made(entry: FigureEntry, input: FigureInput, choice: FigureChoice): FigureSpec {
  try {
    return entry.make(input, choice);
  } catch (failure) {
    if (!(failure instanceof FigureChoiceError)) throw failure;
    const { choice: option, found, known } = failure;
    throw badInput(messages.badChoice(option, found, nearestName(found, known), known));
  }
}

async function contentsOf(ending: Ending, figure: FigureSpec, svg: string): Promise<string | Uint8Array> {
  if (ending === "json") return jsonOf(figure);
  return ending === "svg" ? svg : pngOf(svg);
}

function listText(folder: string, entries: readonly FigureEntry[]): string {
  const lines = entries.map(({ name, shows }) => `  ${name.padEnd(14)}${shows}`);
  return `${[messages.figuresOfResults(folder, entries.length), ...lines, ...(entries.length === 0 ? [] : [messages.drawFigure(folder, entries[0].name)])].join("\n")}\n`;
}
