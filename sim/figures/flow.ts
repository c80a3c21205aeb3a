import type { FigureChoice, FigureInput, FigureScenario, FigureSpec, Layer, View } from "./figure.ts";
import { type FlowBand, type FlowBox, layOutFlow, type Stream } from "./internal/flow-layout.ts";
import { numberOf, plotted, type Row, rowsWhere, type Summary, summaryOf, textOf } from "./internal/rows.ts";
import { basisWords, shownScenarios } from "./internal/scenarios.ts";
import { wholeFigure } from "./internal/whole.ts";
import { listWords, numberWords } from "./internal/words.ts";
import { ENDING_COLOURS, INK, WIDTH } from "./theme.ts";

/** Most scenarios below one another. */
const MOST = 4;
const REFERRED = "Referred";
const SEVERAL = "Three contacts or more";
const FEW = "One or two contacts";
const NONE = "No contact";
const MORE = "More than twelve contacts";

/** Endings with the columns of the table that count them. */
const ENDINGS: readonly {
  readonly name: string;
  readonly columns: readonly string[];
  readonly colour: string;
}[] = [
  { name: "Finished: no need left", columns: ["finished"], colour: ENDING_COLOURS.finished },
  { name: MORE, columns: [], colour: "#009E73" },
  { name: "Still waiting or being seen", columns: ["still_open"], colour: ENDING_COLOURS.open },
  { name: "Left with needs open", columns: ["left", "reviewed_out"], colour: ENDING_COLOURS.left },
  { name: "Their post ended", columns: ["post_ended"], colour: ENDING_COLOURS.ended },
  {
    name: "Gave up, declined, never came",
    columns: ["gave_up_waiting", "declined", "never_attended"],
    colour: ENDING_COLOURS.unseen,
  },
];
const COLUMNS = [[REFERRED], [SEVERAL, FEW, NONE], ENDINGS.map(({ name }) => name)];

/** Draws the way of everybody referred, over the number of contacts they came to, to how it ended; people beside shares. */
export function flowFigure(input: FigureInput, choice: FigureChoice): FigureSpec {
  const scenarios = shownScenarios(input, choice, MOST);
  const names = scenarios.map(({ name }) => name);
  const rows = rowsWhere(input, "retention", { scenario: names, group_by: ["all"], group: ["all"] });
  const summary = summaryOf(input, ["people.referred", "people.engaged", "people.reached_3"]);
  const flows = scenarios.map((scenario) => ({
    scenario,
    streams: streamsOf(rows.filter((row) => textOf(row, "scenario") === scenario.name)),
  }));
  const most = Math.max(1, ...flows.map(({ streams }) => referredOf(streams)));
  const told = flows.map(({ scenario, streams }) => {
    const to = (name: string): string =>
      numberWords(
        streams.reduce((sum, { to, people }) => sum + (to === name ? people : 0), 0),
        0,
      );
    const where = flows.length > 1 ? ` in ${scenario.name}` : "";
    return `of ${numberWords(referredOf(streams), 0)} people referred${where}, ${to(SEVERAL)} come to three contacts and ${to(NONE)} to none`;
  });
  const texts = {
    title: `${told.join("; ").replace("of", "Of")}.`,
    shows:
      "People from referral to how it ended by the end of the run, mean over replications, with their share of those referred. Heights are people, on one scale.",
    basis: basisWords(input, scenarios),
    read: flows.map(({ scenario, streams }) => `${scenario.name}: ${endWords(streams)}.`).join(" "),
  };
  const panels = flows.map(({ scenario, streams }) =>
    flowPanel(scenario, streams, most, flows.length > 1, summary),
  );
  return wholeFigure(texts, panels, WIDTH, 20);
}

function referredOf(streams: readonly Stream[]): number {
  return streams.reduce((sum, { from, people }) => sum + (from === REFERRED ? people : 0), 0);
}

function endWords(streams: readonly Stream[]): string {
  return listWords(
    ENDINGS.flatMap(({ name }) => {
      const people = streams.reduce((sum, stream) => sum + (stream.to === name ? stream.people : 0), 0);
      return people === 0 ? [] : [`${name.toLowerCase()} ${numberWords(people, 0)}`];
    }),
  );
}

/** Adds the life table up: who comes to no contact, to one or two, to three or more, and how they end. */
function streamsOf(rows: readonly Row[]): readonly Stream[] {
  const streams: Stream[] = [];
  const add = (from: string, to: string, people: number): void => {
    if (people > 0) streams.push({ from, to, people });
  };
  const stages = [
    { name: SEVERAL, first: 3, last: Number.POSITIVE_INFINITY },
    { name: FEW, first: 1, last: 2 },
    { name: NONE, first: 0, last: 0 },
  ];
  const last = rows.reduce((most, row) => Math.max(most, numberOf(row, "contacts") ?? 0), 0);
  for (const { name, first, last: end } of stages) {
    const own = rows.filter(
      (row) => (numberOf(row, "contacts") ?? -1) >= first && (numberOf(row, "contacts") ?? 0) <= end,
    );
    let people = 0;
    for (const { name: ending, columns } of ENDINGS) {
      // The table ends at a number of contacts; who comes to more is counted there as reached, and ends later.
      const beyond =
        ending === MORE && end > last ? beyondOf(own.find((row) => numberOf(row, "contacts") === last)) : 0;
      const count = own.reduce(
        (sum, row) => sum + columns.reduce((all, column) => all + (numberOf(row, column) ?? 0), 0),
        beyond,
      );
      people += count;
      add(name, ending, count);
    }
    add(REFERRED, name, people);
  }
  return streams;
}

function beyondOf(row: Row | undefined): number {
  if (row === undefined) return 0;
  const of = (column: string): number => numberOf(row, column) ?? 0;
  return Math.max(0, of("reached") - of("left_after") - of("still_open"));
}

const BOX = 12;
/** Left edges of the columns of boxes, in pixels. */
const LEFTS = [130, 330, 560];
const PANEL_WIDTH = WIDTH + 170;
const STEPS = 24;

function flowPanel(
  { name }: FigureScenario,
  streams: readonly Stream[],
  most: number,
  isTitled: boolean,
  summary: Summary,
): View {
  const total = referredOf(streams);
  const gap = most * 0.07;
  const { boxes, bands } = layOutFlow(COLUMNS, streams, gap);
  const deepest = Math.max(1, ...boxes.map(({ bottom }) => bottom));
  const pixels = Math.round((190 * deepest) / most);
  const scale = { domain: [deepest, 0], nice: false, zero: false };
  const x = {
    field: "x",
    type: "quantitative",
    scale: { domain: [0, PANEL_WIDTH], nice: false },
    axis: null,
  } as const;
  const colours = {
    domain: [REFERRED, ...COLUMNS[1], ...ENDINGS.map((ending) => ending.name)],
    range: ["#777777", "#777777", "#777777", "#777777", ...ENDINGS.map(({ colour }) => colour)],
  };
  const color = { field: "to", type: "nominal", scale: colours, legend: null } as const;
  const y = (field: string) => ({ field, type: "quantitative", scale, axis: null }) as const;
  const layers: Layer[] = [
    {
      data: { values: bands.flatMap((band, i) => bandPoints(band, i)) },
      mark: { type: "area", opacity: 0.45 },
      encoding: {
        x: { ...x, scale: { ...x.scale, domain: [...x.scale.domain] } },
        y: y("top"),
        y2: { field: "bottom" },
        color,
        detail: { field: "band" },
      },
    },
    {
      data: { values: boxes.map((box) => ({ ...boxPlace(box), to: box.name })) },
      mark: { type: "rect" },
      encoding: {
        x: { ...x, scale: { ...x.scale, domain: [...x.scale.domain] } },
        x2: { field: "x2" },
        y: y("top"),
        y2: { field: "bottom" },
        color,
      },
    },
    ...boxLabels(boxes, total, (box) => intervalOf(box, name, summary), { deepest, pixels }).map(
      (layer) => layer,
    ),
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

const LINE_PIXELS = 13;

function boxLabels(
  boxes: readonly FlowBox[],
  total: number,
  interval: (box: FlowBox) => string,
  { deepest, pixels }: { readonly deepest: number; readonly pixels: number },
): Layer[] {
  const values = boxes.map((box) => {
    const share = box.column === 0 ? "" : `, ${numberWords((100 * box.people) / total, 0)} %`;
    return {
      x: box.column === 0 ? LEFTS[0] - 6 : LEFTS[box.column] + BOX + 6,
      middle: plotted((box.top + box.bottom) / 2),
      name: box.name,
      people: `${numberWords(box.people, 0)}${share}${interval(box)}`,
      isLeft: box.column === 0,
    };
  });
  const x = {
    field: "x",
    type: "quantitative",
    scale: { domain: [0, PANEL_WIDTH], nice: false },
    axis: null,
  } as const;
  const y = {
    field: "middle",
    type: "quantitative",
    scale: { domain: [deepest, 0], nice: false, zero: false },
    axis: null,
  } as const;
  const two = (pixels / deepest) * total > 0;
  return [true, false].flatMap((isLeft) =>
    (["name", "people"] as const).map(
      (field): Layer => ({
        data: { values: values.filter((value) => value.isLeft === isLeft) },
        mark: {
          type: "text",
          align: isLeft ? "right" : "left",
          dy: two ? (field === "name" ? -LINE_PIXELS / 2 : LINE_PIXELS / 2) : 0,
          fontWeight: field === "name" ? "bold" : "normal",
          color: INK,
          fontSize: 10.5,
        },
        encoding: {
          x: { ...x, scale: { ...x.scale, domain: [...x.scale.domain] } },
          y: { ...y, scale: { ...y.scale, domain: [...y.scale.domain] } },
          text: { field },
        },
      }),
    ),
  );
}

/** Gives the interval of a count of people, where the summary has one. */
function intervalOf({ name }: FlowBox, scenario: string, summary: Summary): string {
  const metric = name === REFERRED ? "people.referred" : name === SEVERAL ? "people.reached_3" : undefined;
  const estimate = metric === undefined ? undefined : summary.of(scenario, metric);
  if (estimate?.low == null || estimate.high == null) return "";
  return ` (${numberWords(estimate.low, 0)}\u2013${numberWords(estimate.high, 0)})`;
}
