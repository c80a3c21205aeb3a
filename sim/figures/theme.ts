/**
 * Tells scenarios apart: Okabe and Ito (2008), told apart by the colour-blind and in grey, without the
 * yellow that is lost on white.
 */
export const SCENARIO_COLOURS = [
  "#0072B2",
  "#D55E00",
  "#009E73",
  "#CC79A7",
  "#E69F00",
  "#56B4E9",
  "#000000",
] as const;

/** Dashes that tell lines apart where colour does not, one a scenario. */
export const SCENARIO_DASHES: readonly (readonly number[])[] = [
  [],
  [7, 3],
  [2, 2],
  [9, 3, 2, 3],
  [12, 4],
  [4, 4],
  [1, 3],
];

/** Shapes that tell points apart where colour does not, one a scenario. */
export const SCENARIO_SHAPES = [
  "circle",
  "square",
  "triangle-up",
  "diamond",
  "cross",
  "triangle-down",
  "stroke",
] as const;

/** Maximum number of scenarios that one figure tells apart. */
export const MAX_SCENARIOS = SCENARIO_COLOURS.length;

export const INK = "#222222";
export const MUTED = "#5a5a5a";
const GRID = "#e3e3e3";
/** Marks a dated change, a target. */
export const MARKER = "#8a1c1c";

/** Width of a panel that fills a figure, in pixels. */
export const WIDTH = 640;

/** Endings of a referral, from good to lost: light to dark, so that they also print in grey. */
export const ENDING_COLOURS = {
  finished: "#009E73",
  open: "#56B4E9",
  left: "#E69F00",
  unseen: "#D55E00",
  ended: "#5a5a5a",
} as const;

/**
 * Looks of every figure, as Vega-Lite's `config`. The font is the one that pictures are drawn with; pages
 * fall back to one as wide.
 */
export const THEME = {
  font: "DejaVu Sans, Verdana, sans-serif",
  background: "#ffffff",
  padding: 16,
  view: { stroke: null },
  title: {
    anchor: "start",
    frame: "bounds",
    fontSize: 16,
    fontWeight: "bold",
    lineHeight: 21,
    color: INK,
    subtitleFontSize: 11.5,
    subtitleLineHeight: 16,
    subtitleColor: MUTED,
    subtitlePadding: 6,
    offset: 14,
  },
  axis: {
    labelFontSize: 11,
    titleFontSize: 11.5,
    titleFontWeight: "normal",
    labelColor: INK,
    titleColor: MUTED,
    gridColor: GRID,
    domainColor: "#888888",
    tickColor: "#888888",
    tickSize: 4,
    labelPadding: 4,
    titlePadding: 8,
  },
  axisX: { grid: false },
  axisY: {
    domain: false,
    ticks: false,
    titleAngle: 0,
    titleAlign: "left",
    titleAnchor: "end",
    titleX: 0,
    titleY: -10,
    titleBaseline: "bottom",
  },
  header: { labelFontSize: 12, labelColor: INK, labelFontWeight: "bold", title: null, labelAnchor: "start" },
  legend: {
    labelFontSize: 11,
    titleFontSize: 11.5,
    titleFontWeight: "normal",
    labelColor: INK,
    labelLimit: 300,
  },
  text: { fontSize: 11, color: INK },
} as const;
