import { wrap } from "../../words/lines.ts";
import { numberText } from "../../words/numbers.ts";
import type { FigureScenario, Layer, Position, View } from "../figure.ts";
import { WIDE_ONLY } from "../narrow.ts";
import { INK, WIDTH } from "../theme.ts";
import { emptyPanel } from "./empty-panel.ts";
import { type FlowBand, type FlowBox, layOutFlow, type Stream } from "./flow-layout.ts";
import { COLUMNS, ENDINGS, REFERRED, referredOf, SEVERAL } from "./flow-streams.ts";
import { plotted, type Summary } from "./rows.ts";

const BOX = 12;
/** Left edges of the columns of boxes, in pixels. */
const LEFTS = [90, 330, 520];
const PANEL_WIDTH = WIDTH + 130;
const STEPS = 24;

const LINE_PIXELS = 13;
/** Space between boxes, of the most people; pixels of the most people; space before the last names. */
const WIDE = { gap: 0.075, pixels: 190, beside: 6 };
const NARROW = { gap: 0.16, pixels: 200, beside: 16 };

/** What is shown from left to right: on a phone the boxes alone, with what is written beside them. */
function acrossOf(field: string, isNarrow: boolean): Position {
  const domain = isNarrow ? [LEFTS[0], LEFTS[2] + BOX] : [0, PANEL_WIDTH];
  return { field, type: "quantitative", scale: { domain, nice: false }, axis: null };
}

function downOf(field: string, deepest: number): Position {
  return {
    field,
    type: "quantitative",
    scale: { domain: [deepest, 0], nice: false, zero: false },
    axis: null,
  };
}

/** How the flow of a scenario is drawn. */
export interface FlowLook {
  /** People that the tallest panel holds. */
  readonly most: number;
  readonly isTitled: boolean;
  /** For the column of a phone: labels of several lines. */
  readonly isNarrow?: boolean;
}

/** Draws the streams of a scenario as bands between boxes. */
export function flowPanel(
  { name }: FigureScenario,
  streams: readonly Stream[],
  { most, isTitled, isNarrow = false }: FlowLook,
  summary: Summary,
): View {
  const total = referredOf(streams);
  if (total === 0)
    return emptyPanel("Nobody is referred.", { width: PANEL_WIDTH, title: isTitled ? name : undefined });
  const { gap: part, pixels: tall } = isNarrow ? NARROW : WIDE;
  const gap = most * part;
  const { boxes, bands } = layOutFlow(COLUMNS, streams, gap);
  const deepest = Math.max(1, ...boxes.map(({ bottom }) => bottom));
  const pixels = Math.round((tall * deepest) / most);
  const colours = {
    domain: [REFERRED, ...COLUMNS[1], ...ENDINGS.map((ending) => ending.name)],
    range: ["#777777", "#777777", "#777777", "#777777", ...ENDINGS.map(({ colour }) => colour)],
  };
  const color = { field: "to", type: "nominal", scale: colours, legend: null } as const;
  const layers: Layer[] = [
    {
      data: { values: bands.flatMap((band, i) => bandPoints(band, i)) },
      mark: { type: "area", opacity: 0.45 },
      encoding: {
        x: acrossOf("x", isNarrow),
        y: downOf("top", deepest),
        y2: { field: "bottom" },
        color,
        detail: { field: "band" },
      },
    },
    {
      data: { values: boxes.map((box) => ({ ...boxPlace(box), to: box.name })) },
      mark: { type: "rect" },
      encoding: {
        x: acrossOf("x", isNarrow),
        x2: { field: "x2" },
        y: downOf("top", deepest),
        y2: { field: "bottom" },
        color,
      },
    },
    ...boxLabels(boxes, total, (box) => intervalOf(box, name, summary), { deepest, isNarrow }),
  ];
  return {
    width: PANEL_WIDTH,
    height: pixels,
    ...(isTitled ? { title: { text: name, fontSize: 12, offset: 8 } } : {}),
    layer: layers,
  };
}

function bandPoints({ column, leaves, arrives, people, to }: FlowBand, band: number): object[] {
  const [from, until] = [LEFTS[column] + BOX, LEFTS[column + 1]];
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const t = step / STEPS;
    // Level at both ends.
    const bend = t * t * (3 - 2 * t);
    const top = leaves + (arrives - leaves) * bend;
    return {
      band,
      to,
      x: plotted(from + (until - from) * t),
      top: plotted(top),
      bottom: plotted(top + people),
    };
  });
}

function boxPlace({ column, top, bottom }: FlowBox): {
  x: number;
  x2: number;
  top: number | null;
  bottom: number | null;
} {
  return { x: LEFTS[column], x2: LEFTS[column] + BOX, top: plotted(top), bottom: plotted(bottom) };
}

/** Letters of a line between two columns, and beside the last, on a phone. */
const NARROW_LETTERS = { between: 14, beside: 17 } as const;

/**
 * Boxes are named at their left, where what comes in is of one colour; the last ones at their right, on one
 * line each where there is room.
 */
function boxLabels(
  boxes: readonly FlowBox[],
  total: number,
  interval: (box: FlowBox) => string,
  { deepest, isNarrow }: { readonly deepest: number; readonly isNarrow: boolean },
): Layer[] {
  const lineOf = (text: string, letters: number): string[] => (isNarrow ? wrap(text, letters) : [text]);
  const texts = boxes.flatMap((box) => {
    const share = box.column === 0 ? "" : ` (${numberText((100 * box.people) / total, 0)} %)`;
    const people = `${numberText(box.people, 0)}${share}`;
    const middle = plotted((box.top + box.bottom) / 2);
    if (box.column === 2) {
      const told = isNarrow
        ? [people, ...lineOf(box.name, NARROW_LETTERS.beside)]
        : [`${people}  ${box.name}`];
      return told.map((label, i) => ({
        x: LEFTS[2] + BOX + (isNarrow ? NARROW : WIDE).beside,
        middle,
        label,
        isLeft: false,
        line: i - (told.length - 1) / 2,
      }));
    }
    const lines = [...lineOf(box.name, NARROW_LETTERS.between), people, isNarrow ? "" : interval(box)].filter(
      (text) => text !== "",
    );
    return lines.map((label, i) => ({
      x: LEFTS[box.column] - 6,
      middle,
      label,
      isLeft: true,
      // Said above a figure anyway.
      ...(box.column === 0 ? { [WIDE_ONLY]: true } : {}),
      line: i - (lines.length - 1) / 2,
    }));
  });
  const lines = [...new Set(texts.map(({ isLeft, line }) => JSON.stringify([isLeft, line])))];
  return lines.map((line): Layer => {
    const [isLeft, at] = JSON.parse(line) as [boolean, number];
    return {
      data: { values: texts.filter((text) => text.isLeft === isLeft && text.line === at) },
      mark: {
        type: "text",
        align: isLeft ? "right" : "left",
        dy: at * LINE_PIXELS,
        color: INK,
        fontSize: 10.5,
      },
      encoding: { x: acrossOf("x", isNarrow), y: downOf("middle", deepest), text: { field: "label" } },
    };
  });
}

/** Gives the interval of a count of people, where the summary has one. */
function intervalOf({ name }: FlowBox, scenario: string, summary: Summary): string {
  const metric = name === REFERRED ? "people.referred" : name === SEVERAL ? "people.reached_3" : undefined;
  const estimate = metric === undefined ? undefined : summary.of(scenario, metric);
  if (estimate?.low == null || estimate.high == null) return "";
  return `${numberText(estimate.low, 0)} to ${numberText(estimate.high, 0)}`;
}
