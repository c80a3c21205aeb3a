import { wrap } from "../words/lines.ts";
import type { FigureSpec } from "./figure.ts";

type Json = Readonly<Record<string, unknown>>;

/** About the width of a letter of a label, in pixels, and the most letters of a row's name in a line. */
const LETTER = 6.6;
const ROW_LETTERS = 16;
/** Lines that a row's name may take need so much more height than one. */
const TALLER = 1.5;
const LINE_PIXELS = 13;
/** Marks a row of data for which a narrow figure has no room. */
export const WIDE_ONLY = "wideOnly";
/** Dates, or numbers, that a narrow axis has room for. */
const TICKS = 4;

/**
 * Lays a figure out for a column of a phone: panels that stand side by side stand below one another, each as
 * wide as said, with fewer ticks and long names broken; letters keep their size.
 */
export function narrowed(figure: FigureSpec, panelWidth: number): FigureSpec {
  const { title: _, ...rest } = figure;
  return view(rest as Json, panelWidth) as unknown as FigureSpec;
}

function view(whole: Json, panelWidth: number): Json {
  const { hconcat, concat, vconcat, columns, ...rest } = whole;
  for (const panels of [vconcat, hconcat, concat])
    if (isList(panels))
      return {
        ...rest,
        // Panels of a figure are drawn from the left, whatever stands beside their axes.
        bounds: "full",
        vconcat: panels.filter(isObject).map((panel) => view(panel, panelWidth)),
      };
  const field = sentenceField(rows(whole));
  return field === undefined ? panel(whole, panelWidth) : sentences(whole, field, panelWidth);
}

const rows = ({ data }: Json): readonly Json[] =>
  isObject(data) && isList(data.values) ? data.values.filter(isObject) : [];

/** Says in which field a panel has sentences and nothing else: dated changes, or why it is empty. */
function sentenceField(values: readonly Json[]): string | undefined {
  const [first] = values;
  if (first === undefined) return undefined;
  if ("isLate" in first) return "label";
  return Object.keys(first).join() === "words" ? "words" : undefined;
}

/** Writes sentences in lines one below the other. */
function sentences(whole: Json, field: string, width: number): Json {
  const { title } = whole;
  const values = rows(whole);
  const lines = values.flatMap((row) =>
    wrap(String(row[field]), Math.floor(width / LETTER)).map((text, n) => (n === 0 ? text : `  ${text}`)),
  );
  return {
    ...(title === undefined ? {} : { title }),
    width,
    height: lines.length * 15,
    data: { values: lines.map((label, row) => ({ label, row })) },
    mark: { type: "text", align: "left" },
    encoding: {
      x: { value: 0 },
      y: { field: "row", type: "ordinal", axis: null },
      text: { field: "label" },
    },
  };
}

function panel(whole: Json, width: number): Json {
  const was = whole.width;
  if (typeof was !== "number") return whole;
  const { height } = whole;
  const taller =
    isObject(height) && typeof height.step === "number"
      ? { ...height, step: Math.max(height.step * TALLER, namesIn(whole) * LINE_PIXELS + 4) }
      : height;
  const inner = within(whole, was, width);
  return { ...(isObject(inner) ? inner : {}), width, ...(taller === undefined ? {} : { height: taller }) };
}

/** Lines of the longest name of a row, where its axis breaks names. */
function namesIn(whole: Json): number {
  const [place] = (isList(whole.layer) ? whole.layer : [whole]).flatMap((one) =>
    isObject(one) && isObject(one.encoding) && isObject(one.encoding.y) ? [one.encoding.y] : [],
  );
  if (place === undefined || !isObject(place.axis) || place.axis.labelExpr === undefined) return 1;
  const { field } = place;
  return Math.max(1, ...rows(whole).map((row) => wrap(String(row[String(field)]), ROW_LETTERS).length));
}

/** Rewrites what hangs on the width: places in pixels, axes, legends, names of rows. */
function within(value: unknown, was: number, width: number): unknown {
  if (isList(value)) return value.map((one) => within(one, was, width));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key === "data") return [key, rowsOf(inner)];
      if (key === "x" && isObject(inner) && typeof inner.value === "number")
        return [key, { ...inner, value: Math.round((inner.value * width) / was) }];
      if (key === "y" && isObject(inner) && isObject(inner.axis))
        return [key, { ...inner, axis: raised(axis(inner.axis, width)) }];
      if (key === "axis" && isObject(inner)) return [key, axis(inner, width)];
      if (key === "legend" && isObject(inner))
        return [key, { ...inner, orient: "bottom", columns: 1, gradientLength: Math.min(width, 200) }];
      if (key === "title" && isObject(inner))
        return [key, { ...inner, text: [inner.text].flat().flatMap((text) => linesOf(text, width)) }];
      return [key, within(inner, was, width)];
    }),
  );
}

function axis(given: Json, width: number): Json {
  const { title, tickCount } = given;
  return {
    ...given,
    labelOverlap: "greedy",
    ...(typeof title === "string" ? { title: wrap(title, Math.floor(width / LETTER)) } : {}),
    ...(typeof tickCount === "number" ? { tickCount: Math.min(TICKS, tickCount) } : {}),
    // Names of rows alone have a limit.
    // Beside the panel that named them there is none any more.
    ...(given.labels === false ? { labels: true } : {}),
    ...(given.labelLimit === undefined ? {} : { labelExpr: BROKEN }),
  };
}

/** Lifts the title over an axis that stands upright, so that its last line is where its only one was. */
function raised(given: Json): Json {
  const lines = isList(given.title) ? given.title.length : 1;
  return lines < 2 ? given : { ...given, titleY: -10 - (lines - 1) * LINE_PIXELS };
}

/** Leaves out rows of data that have no room. */
function rowsOf(data: unknown): unknown {
  if (!isObject(data) || !isList(data.values)) return data;
  return { ...data, values: data.values.filter((row) => !isObject(row) || row[WIDE_ONLY] !== true) };
}

const linesOf = (text: unknown, width: number): string[] => wrap(String(text), Math.floor(width / LETTER));

/** Breaks the name of a row at the blanks after so many letters, as an expression of vega. */
const BROKEN = `split(slice(replace(datum.label, /(.{1,${ROW_LETTERS}})(?: |$)/g, '$1\\n'), 0, -1), '\\n')`;

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
