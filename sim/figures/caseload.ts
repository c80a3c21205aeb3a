import { listText } from "../words/lists.ts";
import { numberText } from "../words/numbers.ts";
import { capitalised } from "../words/sentences.ts";
import type { FigureChoice, FigureEntry, FigureInput, FigureSpec } from "./figure.ts";
import { changeMarks, changeStrip } from "./internal/change-marks.ts";
import { type Summary, summaryOf } from "./internal/rows.ts";
import { basisWords, shownScenarios } from "./internal/scenarios.ts";
import { standardTargets, targetLines } from "./internal/target-lines.ts";
import { BAND_WORDS, timePanel, topOf, type WeekPoint, weekPoints } from "./internal/time-panel.ts";
import { unlistedWords } from "./internal/unlisted.ts";
import { wholeFigure } from "./internal/whole.ts";
import { seriesBehind } from "./table-behind.ts";
import { WIDTH } from "./theme.ts";

/** Declares the figure. */
export const CASELOAD_FIGURE: FigureEntry = {
  name: "caseload",
  heading: "People waiting and open cases over time",
  shows: "people waiting and open cases of a post over time, with dated changes",
  tables: ["series", "summary", "standards"],
  needs: { series: ["waiting_list.mean", "caseload.mean"] },
  behind: [seriesBehind(["waiting_list.mean", "caseload.mean"])],
  make: caseloadFigure,
};

const everybody = { groupBy: "all", group: "all" } as const;
/** The one number for the list at the end, on this figure as in every table. */
const LIST_AT_THE_END = "waiting_list.end";
/** Weeks over which the beginning of a run is averaged, and its end where the summary has none. */
const QUARTER = 13;
/** Change, of the larger value, under which a level is called about the same. */
const ABOUT = 0.1;

/** Draws the open cases of a post and the people waiting, week by week. */
function caseloadFigure(input: FigureInput, choice: FigureChoice): FigureSpec {
  const scenarios = shownScenarios(input, choice);
  const width = WIDTH - 60;
  const targets = standardTargets(input, scenarios, ["waiting_list.mean", "caseload.mean"]);
  const panels = [
    { metric: "waiting_list.mean", title: "People waiting for a first contact, all lists" },
    { metric: "caseload.mean", title: "Open cases of a filled post" },
  ].map(({ metric, title }) => {
    const points = weekPoints(input, scenarios, { metric, ...everybody });
    const wanted = targets.flatMap((one) => (one.metric === metric ? [one.target] : []));
    const panel = {
      ...{ metric, ...everybody, title, width, height: 190, isLabelled: true },
      top: Math.max(topOf(points), ...wanted),
      rules: targetLines(targets, metric),
    };
    return { points, view: timePanel(points, scenarios, panel) };
  });
  const [waiting, caseload] = panels.map(({ points }) => points);
  const names = scenarios.map(({ name }) => name);
  const atTheEnd = summaryOf(input, [LIST_AT_THE_END]);
  const texts = {
    title: findingOf(names, waiting, atTheEnd),
    shows:
      `People waiting and open cases of a post, mean of each week.${unlistedWords(input, names)} ` +
      `${BAND_WORDS}`,
    basis: basisWords(input, scenarios),
    read: [
      ...names.map((name) => endWords(name, caseload, atTheEnd)),
      ...changeMarks(scenarios).map(({ label }) => `${label}.`),
    ].join(" "),
  };
  return wholeFigure(texts, [...changeStrip(scenarios, { width }), ...panels.map(({ view }) => view)], WIDTH);
}

/** How a level moves from the mean of the first quarter of a year to the end. */
interface Move {
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

function findingOf(names: readonly string[], waiting: readonly WeekPoint[], atTheEnd: Summary): string {
  const moves = names.flatMap((name) => moveOf(name, waiting, atTheEnd));
  if (moves.length === 0) return "No waiting list was measured.";
  if (moves.length === 1) return `The waiting list ${moveWords(moves[0])}.`;
  if (moves.length === 2)
    return `The waiting list ${moves.map((move) => `${moveWords(move)} in ${move.name}`).join("; it ")}.`;
  const ordered = [...moves].sort((a, b) => a.after - b.after);
  const [least, most] = [ordered[0], ordered[ordered.length - 1]];
  return (
    `At the end between ${people(least.after)} (${least.name}) and ${people(most.after)} people ` +
    `(${most.name}) wait.`
  );
}

function moveOf(name: string, points: readonly WeekPoint[], atTheEnd: Summary): Move[] {
  const own = points.filter(({ scenario }) => scenario === name).map(({ mean }) => mean);
  if (own.length === 0) return [];
  const span = Math.min(QUARTER, Math.max(1, Math.floor(own.length / 2)));
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const after = atTheEnd.of(name, LIST_AT_THE_END)?.mean ?? mean(own.slice(-span));
  return [{ name, before: mean(own.slice(0, span)), after }];
}

function moveWords({ before, after }: Move): string {
  if (Math.abs(after - before) <= ABOUT * Math.max(before, after))
    return `stays at about ${people(after)} people`;
  return `${after > before ? "grows" : "falls"} from ${people(before)} to ${people(after)} people at the end`;
}

const people = (value: number): string => numberText(value, value < 10 ? 1 : 0);

function endWords(name: string, caseload: readonly WeekPoint[], atTheEnd: Summary): string {
  const waiting = atTheEnd.of(name, LIST_AT_THE_END);
  const open = caseload.filter(({ scenario }) => scenario === name).at(-1);
  const told = [
    ...(waiting === undefined ? [] : [`${people(waiting.mean)} people waiting`]),
    ...(open === undefined ? [] : [`${numberText(open.mean, 0)} open cases a post`]),
  ];
  return told.length === 0 ? "" : capitalised(`${name}, at the end: ${listText(told)}.`);
}
