import { FIGURES, figuresOf } from "../../sim/figures/catalogue.ts";
import type { FigureEntry } from "../../sim/figures/figure.ts";
import {
  type FigureChoice,
  FigureChoiceError,
  type FigureInput,
  type FigureSpec,
} from "../../sim/figures/figure.ts";
import { never } from "../../sim/never.ts";
import { nearestName } from "../../sim/scenario/nearest-name.ts";
import { checkOwnFile, writeOwnFile } from "../disk/own-file.ts";
import { messages } from "../messages/index.ts";
import { figureInput } from "../results/figure-input.ts";
import { openResults } from "../results/open-results.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { jsonOf, pngOf, svgOf } from "./render.ts";

const ENDINGS = ["svg", "png", "json"] as const;
type Ending = (typeof ENDINGS)[number];

/** A file into which a figure is drawn, with what its name ends in. */
export interface PictureFile {
  readonly path: string;
  readonly ending: Ending;
}

/** Refuses files whose names do not say what a figure is drawn as. */
export function pictureFiles(paths: readonly string[]): readonly PictureFile[] {
  return paths.map((path) => ({ path, ending: endingOf(path) }));
}

/** Draws one figure of a results folder into files. */
export async function drawFigure(
  folder: string,
  name: string,
  choice: FigureChoice,
  files: readonly PictureFile[],
): Promise<void> {
  const entry = entryOf(name);
  if (files.length === 0) throw badInput(messages.figureWithoutOutput(entry.name));
  for (const { path, ending } of files) await checkOwnFile({ path, kind: ending });
  const input = await figureInput(openResults(folder), entry.tables);
  if (!figuresOf(input.tables).includes(entry))
    throw badInput(messages.figureNotInResults(folder, entry.name, Object.keys(entry.needs)));
  const figure = made(entry, input, choice);
  let svg: string | undefined;
  for (const { path, ending } of files) {
    if (ending !== "json") svg ??= await svgOf(figure);
    await writeOwnFile({ path, kind: ending }, await contentsOf(ending, figure, svg ?? ""));
  }
}

/** Lists the figures that a results folder can give. */
export async function figureList(folder: string): Promise<string> {
  const tables = [...new Set(FIGURES.flatMap((figure) => figure.tables))];
  const entries = figuresOf((await figureInput(openResults(folder), tables)).tables);
  const lines = entries.map(({ name, shows }) => `  ${name.padEnd(14)}${shows}`);
  const drawOne = entries.length === 0 ? [] : [messages.drawFigure(folder, entries[0].name)];
  return `${[messages.figuresOfResults(folder, entries.length), ...lines, ...drawOne].join("\n")}\n`;
}

function endingOf(path: string): Ending {
  const ending = ENDINGS.find((known) => path.toLowerCase().endsWith(`.${known}`));
  if (ending === undefined) throw badInput(messages.badOutput(path, ENDINGS));
  return ending;
}

function entryOf(name: string): FigureEntry {
  const entry = FIGURES.find((figure) => figure.name === name);
  if (entry !== undefined) return entry;
  const known = FIGURES.map((figure) => figure.name);
  // Another form of the word: waiting is of waits.
  const stem = (word: string): string => word.toLowerCase().replace(/(ing|s)$/, "");
  const nearest = nearestName(name, known) ?? known.find((figure) => stem(figure) === stem(name));
  throw badInput(messages.noSuchFigure(name, nearest, known));
}

function made(entry: FigureEntry, input: FigureInput, choice: FigureChoice): FigureSpec {
  try {
    return entry.make(input, choice);
  } catch (failure) {
    if (!(failure instanceof FigureChoiceError)) throw failure;
    const { choice: option, found, known } = failure;
    throw badInput(messages.notInFigure(option, found, nearestName(found, known), known));
  }
}

async function contentsOf(ending: Ending, figure: FigureSpec, svg: string): Promise<string | Uint8Array> {
  switch (ending) {
    case "json":
      return jsonOf(figure);
    case "svg":
      return svg;
    case "png":
      return pngOf(svg);
    default:
      return never(ending);
  }
}
