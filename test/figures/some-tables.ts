import type { FigureInput, FigureScenario } from "../../sim/figures/figure.ts";
import { WAIT_WEEKS } from "../../sim/measures/first-waits.ts";
import { ATTRIBUTION } from "../../sim/tables/attribution.ts";
import { BEFORE_AFTER } from "../../sim/tables/before-after.ts";
import { emulatorsDeclaration } from "../../sim/tables/emulators.ts";
import { FRONTIER } from "../../sim/tables/frontier.ts";
import { LEARNT } from "../../sim/tables/learnt.ts";
import { LEVELS } from "../../sim/tables/levels.ts";
import { RETENTION } from "../../sim/tables/retention.ts";
import { SENSITIVITY, VARIANCE_SHARES } from "../../sim/tables/sensitivity.ts";
import { SERIES } from "../../sim/tables/series.ts";
import { SUMMARY } from "../../sim/tables/summary.ts";
import type { Cell, Column, Table, TableDeclaration } from "../../sim/tables/table.ts";
import { TARGETS } from "../../sim/tables/targets.ts";
import { WAVES } from "../../sim/tables/waves.ts";
import { WHERE } from "../../sim/tables/where.ts";

type Row = Readonly<Record<string, Cell>>;

/** Makes a table of rows; a cell that a row does not name is null. */
export function tableOf(declaration: TableDeclaration, rows: readonly Row[]): Table {
  const columns = declaration.columns.map(({ name }) => rows.map((row) => row[name] ?? null));
  return { declaration, columns, rows: rows.length };
}

const everybody = { group_by: "all", group: "all" } as const;

/** A row of the summary: a mean with an interval of a tenth of it to both sides. */
export function summaryRow(
  scenario: string,
  metric: string,
  unit: string,
  mean: number,
  more: Row = {},
): Row {
  const [ci_low, ci_high] = [mean - Math.abs(mean) / 10, mean + Math.abs(mean) / 10];
  return { scenario, metric, ...everybody, unit, n: 10, mean, sd: 1, ci_low, ci_high, ...more };
}

/** Rows of a weekly metric that goes in equal steps from one value to another. */
export function seriesRows(
  scenario: string,
  metric: string,
  from: number,
  to: number,
  more: Row = {},
): Row[] {
  return [1, 2, 3, 4].map((week) => {
    const mean = from + ((to - from) * (week - 1)) / 3;
    const spread = { ci_low: mean - 1, ci_high: mean + 1, p05: mean - 3, p95: mean + 3 };
    return { scenario, week, metric, ...everybody, unit: "people", mean, ...spread, ...more };
  });
}

/** Rows of those referred in three months from January 2024 on; null where they are not followed for long enough. */
function monthRows(scenario: string, metric: string, means: readonly (number | null)[]): Row[] {
  return means.map((mean, n) => {
    const at = (apart: number): number | null => (mean === null ? null : mean + apart);
    const spread = { ci_low: at(-0.02), ci_high: at(0.02), p05: at(-0.1), p95: at(0.1) };
    const group = `2024-0${1 + n}`;
    return { scenario, week: 1 + 4 * n, metric, group_by: "month", group, unit: "share", mean, ...spread };
  });
}

function seriesOf(scenario: string, end: number): Row[] {
  const local = { group_by: "organisation_type", group: "local" };
  return [
    ...seriesRows(scenario, "waiting_list.mean", 10, end),
    ...seriesRows(scenario, "caseload.mean", 20, 30),
    ...seriesRows(scenario, "organisations.places", 100, end, local),
    ...seriesRows(scenario, "organisation.queue", 5, 9, local),
    ...monthRows(scenario, "wait.first_contact.within_4_weeks", [0.6, 0.5, 0.4]),
    ...monthRows(scenario, "reached_3.share", [0.5, 30 / end, null]),
    ...monthRows(scenario, "finished.share", [0.3, 0.2, null]),
  ];
}

function summaryOf(scenario: string, factor: number): Row[] {
  const local = { group_by: "organisation_type", group: "local" };
  const share = (metric: string, mean: number, more: Row = {}): Row =>
    summaryRow(scenario, metric, "share", mean * factor, more);
  return [
    ...WAIT_WEEKS.flatMap((weeks, i) => [
      share(`wait.first_contact.within_${weeks}_weeks`, 0.06 * (i + 1)),
      summaryRow(scenario, `lost.unseen.within_${weeks}_weeks`, "share", 0.02 * (i + 1)),
    ]),
    ...["casework", "admin", "networking", "practice", "supervision"].map((part, i) =>
      summaryRow(scenario, `hours.${part}`, "hours", 400 / (i + 1)),
    ),
    share("utilisation.casework", 0.5),
    share("engaged.share", 0.7),
    share("reached_3.share", 0.4),
    summaryRow(scenario, "organisation.load", "ratio", 1.2 * factor, local),
    summaryRow(scenario, "organisations.closed", "organisations", 1.5, local),
    summaryRow(scenario, "organisations.count", "organisations", 14, local),
    ...["1", "2", "5"].flatMap((group) => {
      const quintile = { group_by: "quintile", group };
      return [
        summaryRow(scenario, "people.referred", "people", group === "2" ? 12 : 90, quintile),
        share("reached_3.share", 0.4, quintile),
        share("engaged.share", 0.7, quintile),
        summaryRow(scenario, "wait.first_contact.mean", "days", 21, quintile),
        share("needs.met_share", 0.3, quintile),
      ];
    }),
    ...["reached_3.share", "engaged.share", "needs.met_share"].map((metric) =>
      summaryRow(scenario, `equity.${metric}.gap`, "share", -0.05 * factor),
    ),
    summaryRow(scenario, "equity.wait.first_contact.mean.gap", "days", 3.5),
    summaryRow(scenario, "people.referred", "people", 200 * factor),
    summaryRow(scenario, "people.engaged", "people", 130 * factor),
    summaryRow(scenario, "people.reached_3", "people", 80 * factor),
    summaryRow(scenario, "waiting_list.end", "people", 30),
    summaryRow(scenario, "spreadsheet.reached_3", "people", 100),
    summaryRow(scenario, "spreadsheet.waiting", "people", 0),
    share("spreadsheet.load", 0.9),
    summaryRow(scenario, "requests.usual_care", "requests", factor === 1 ? 0 : 17),
  ];
}

/** Rows of a life table of 200 people that loses nobody: who comes to 12 contacts comes to more. */
function retentionOf(scenario: string, left: number): Row[] {
  const rows: Row[] = [];
  let reached = 200;
  for (let contacts = 0; contacts <= 12; contacts++) {
    const leavers = { gave_up_waiting: contacts === 0 ? left : 0, left: contacts === 0 ? 0 : left / 2 };
    const ends = {
      finished: contacts > 3 ? 3 : 0,
      declined: 0,
      never_attended: 0,
      reviewed_out: 0,
      post_ended: 0,
    };
    const still_open = 1;
    const left_after = leavers.gave_up_waiting + leavers.left + ends.finished;
    const reached_share = reached / 200;
    const interval = { ci_low: reached_share - 0.02, ci_high: reached_share + 0.02 };
    const counts = { referred: 200, reached, reached_share, left_after, still_open, n: 10 };
    rows.push({ scenario, contacts, ...everybody, ...counts, ...interval, ...leavers, ...ends });
    reached -= left_after + still_open;
  }
  return rows;
}

const column = (name: string, type: Column["type"], unit = ""): Column => ({ name, type, unit, meaning: "" });
const text = (name: string): Column => column(name, "text");
const number = (name: string, unit = ""): Column => column(name, "number", unit);

/** Columns of the table of differences that figures read. */
export const DIFFERENCES: TableDeclaration = {
  name: "differences",
  meaning: "",
  columns: [
    ...["base", "scenario", "metric", "group_by", "group", "unit"].map(text),
    ...["n", "mean_difference", "ci_low", "ci_high"].map((name) => number(name)),
  ],
};

/** A row of differences, with its interval. */
export function differenceRow(metric: string, unit: string, mean: number, half: number): Row {
  const interval = { ci_low: mean - half, ci_high: mean + half };
  return {
    base: "base",
    scenario: "cut",
    metric,
    ...everybody,
    unit,
    n: 10,
    mean_difference: mean,
    ...interval,
  };
}

/** Rows of an attribution to posts, places and need, each with its interval and other orders. */
export function attributionRows(metric: string, unit: string, shares: readonly number[]): Row[] {
  const of = { base: "base", scenario: "cut", metric, ...everybody, unit, n: 10 };
  const row = (change: string, parts: string, share: number): Row => {
    const half = Math.abs(share) / 8;
    const made = { alone: share * 1.1, last: share * 0.9, least: share - half, greatest: share + half };
    return { ...of, change, parts, share, ci_low: share - half, ci_high: share + half, ...made };
  };
  const changes = ["posts", "places", "need"].map((name, i) => row(name, `timeline[${name}]`, shares[i]));
  return [
    row(
      "all",
      "",
      shares.reduce((sum, share) => sum + share, 0),
    ),
    ...changes,
  ];
}

/** Rows of a screening of three parameters, one of which is not told from chance. */
export function sensitivityRows(scenario: string, base: string): Row[] {
  const parameters = [
    ["referral.rate", "C", 40, 40, 1, "moves"],
    ["drop_off.base", "A", 30, -30, -1, "moves"],
    ["needs.own", "C", 12, 2, 0, "chance"],
  ] as const;
  return parameters.flatMap(([parameter, grade, muStar, mu, sign, verdict], i) => {
    const of = { base, scenario, metric: "people.reached_3", parameter, parameter_unit: "", low: 1, high: 2 };
    const row = {
      ...of,
      grade,
      evidence: "",
      unit: "people",
      sign,
      verdict: "",
      noise_floor: null,
      swap: null,
    };
    const interval = { ci_low: muStar - 5, ci_high: muStar + 5 };
    return [
      { ...row, method: "mu_star", estimate: muStar, ...interval, verdict, noise_floor: 14, swap: 0.1 },
      { ...row, method: "mu", estimate: mu, ci_low: null, ci_high: null },
      { ...row, method: "sigma", estimate: muStar / (i + 2), ci_low: null, ci_high: null },
    ];
  });
}

/** Rows of what a variance is made of: two grades, and chance. */
export function varianceRows(scenario: string, base: string, [a, c]: readonly [number, number]): Row[] {
  const of = { base, scenario, metric: "people.reached_3" };
  const row = (whole: string, part: string, share: number): Row => ({
    ...of,
    whole,
    part,
    share,
    ci_low: share - 0.05,
    ci_high: share + 0.05,
  });
  return [
    row("variance", "parameters", a + c),
    row("variance", "chance", 1 - a - c),
    row("parameters", "grade A", a),
    row("parameters", "grade C", c),
  ];
}

const PATHS = ["contact.follow_up", "link_workers.time.casework"];

/** Columns of the points of a calibration that figures read. */
const CALIBRATION_POINTS: TableDeclaration = {
  name: "points",
  meaning: "",
  columns: ["point", "wave", "met", "member", ...PATHS].map((name) => number(name)),
};

/** A point of a calibration; the last two are members. */
function pointRow(n: number): Row {
  const at = { "contact.follow_up": 20 + 5 * n, "link_workers.time.casework": 80 - 6 * n };
  const member = n < 4 ? null : n - 3;
  return { point: n + 1, wave: n < 4 ? 1 : 2, met: n < 4 ? 1 : 2, member, ...at };
}

const emulator = (wave: number, target: string, inside: number, inflation: number): Row => ({
  ...{ wave, target, held_back: 12, inside, misclassified: 0, inflation },
});

/** Tables of a calibration: two targets, three parameters of which two trade off, two waves. */
function calibrationTables(): readonly Table[] {
  const target = (id: string, metric: string, unit: string, value: number): Row => ({
    ...{
      target: id,
      metric,
      ...everybody,
      unit,
      window: "whole",
      value,
      low: value * 0.9,
      high: value * 1.1,
    },
    ...{ discrepancy: 0, n: 100, mean: value * 1.01, range_low: value * 0.94, range_high: value * 1.08 },
    ...{ predict_low: value * 0.88, predict_high: value * 1.14, source: "nobody" },
  });
  const learnt = (parameter: string, low: number, high: number, verdict: string, partner = ""): Row => ({
    ...{ parameter, before_low: "0", before_high: "10", after_low: String(10 * low), verdict, partner },
    ...{ after_middle: String(5 * (low + high)), after_high: String(10 * high), left: (high - low) / 0.9 },
    ...{ low_at: low, middle_at: (low + high) / 2, high_at: high, correlation: partner === "" ? 0 : -0.8 },
  });
  const wave = (number: number, hits: number, left: number): Row => ({
    ...{ wave: number, points: 40, replications: 8, hits, left, error: 0.3, apart: "" },
  });
  return [
    tableOf(TARGETS, [
      target("T1", "reached_3.share", "share", 0.45),
      target("T3", "contacts.per_referral", "contacts", 4.6),
    ]),
    tableOf(LEARNT, [
      learnt("contact.follow_up", 0.2, 0.6, "narrowed", "link_workers.time.casework"),
      learnt("link_workers.time.casework", 0.4, 0.8, "narrowed", "contact.follow_up"),
      learnt("needs.own", 0.06, 0.95, "nothing learnt"),
    ]),
    tableOf(WAVES, [wave(1, 3, 0.31), wave(2, 11, 0.042)]),
    tableOf(CALIBRATION_POINTS, [0, 1, 2, 3, 4, 5].map(pointRow)),
    tableOf(emulatorsDeclaration(PATHS), [emulator(1, "T1", 11, 1), emulator(1, "T3", 12, 1.6)]),
  ];
}

/** A table of a sweep over parameters; `mean` gives the share at a point. */
export function sweepOf(
  parameters: readonly string[],
  points: readonly (readonly number[])[],
  mean: (point: readonly number[]) => number,
): Table {
  const declaration = {
    name: "sweep",
    meaning: "",
    columns: [
      column("point", "integer"),
      ...parameters.map((name) => number(name, "%")),
      ...["metric", "group_by", "group", "unit"].map(text),
      ...["mean", "ci_low", "ci_high", "n"].map((name) => number(name)),
    ],
  };
  const rows = points.map((point, i): Row => {
    const value = mean(point);
    const at = Object.fromEntries(parameters.map((name, k) => [name, point[k]]));
    const interval = { ci_low: value - 0.01, ci_high: value + 0.01 };
    return {
      point: i + 1,
      ...at,
      metric: "reached_3.share",
      ...everybody,
      unit: "share",
      mean: value,
      ...interval,
      n: 5,
    };
  });
  return tableOf(declaration, rows);
}

/** A scenario of four weeks from the middle of winter. */
export function figureScenario(name: string, more: Partial<FigureScenario> = {}): FigureScenario {
  return {
    name,
    variantOf: null,
    start: "2024-01-01",
    weeks: 4,
    replications: 10,
    by: "39 weeks",
    changes: [],
    ...more,
  };
}

/** What published figures narrow of a cut: of its people something, of who is seen soon nothing, of its cost none. */
function beforeAfterTable(): Table {
  const row = (
    metric: string,
    of: string,
    unit: string,
    ends: readonly number[],
    left: number | null,
  ): Row => ({
    ...{ base: "base", scenario: "cut", metric, of, unit },
    ...{ before_low: ends[0], before_high: ends[1], after_low: ends[2], after_high: ends[3], left },
    left_low: left === null ? null : left - 0.15,
    left_high: left === null ? null : left + 0.15,
    ...{ fewer_before: 0.9, fewer_after: 0.97 },
  });
  return tableOf(BEFORE_AFTER, [
    row("people.reached_3", "difference", "people", [-40, 2, -30, -5], 0.6),
    row("people.reached_3", "relative difference", "share", [-0.4, 0.02, -0.3, -0.05], 0.6),
    row(
      "wait.first_contact.within_4_weeks_of_demand",
      "difference",
      "share",
      [-0.08, 0.02, -0.07, 0.025],
      0.95,
    ),
    row("cost.total", "relative difference", "share", [0, 0, 0, 0], null),
  ]);
}

/** A goal of 80 % and how it stands. */
const goalCells = (mean: number, half: number): Row => ({
  ...{ metric: "wait.first_contact.within_4_weeks_of_demand", unit: "share", bound: "at least", target: 0.8 },
  ...{ n: 16, mean, low: mean - half, high: mean + half },
  ...{ meets: mean >= 0.8 ? "yes" : "no", sure: Math.abs(mean - 0.8) > half ? "yes" : "no" },
});

/** Plans: values of a lever, combinations of two, and ways to lose hours at two places. */
function planTables(): Table[] {
  const level = (at: number, mean: number, mark = ""): Row => ({
    ...{ scenario: "base", lever: "link_workers.fte", level: 10 * at, value: String(at), at, fte: 7 * at },
    ...goalCells(mean, 0.03),
    ...{ of_referred: mean + 0.1, cost: 350_000 * at, mark, member: null },
  });
  const pair = (fte: number, places: number, mean: number, dominated: string, mark = ""): Row => ({
    ...{ scenario: "base", first_lever: "link_workers.fte", first_value: String(fte) },
    ...{ second_lever: "timeline[grant].amount", second_value: `${places} GBP`, fte: 7 * fte },
    ...{ cost: 350_000 * fte + places, ...goalCells(mean, 0.03), dominated, mark },
  });
  const way = (n: number, place: string, changed: number, people: number, best: string): Row => ({
    ...{ scenario: "base", change: "lose", way: n, place, list_size: 3000, fte: 1, changed, n: 20, people },
    ...{
      ci_low: people - 5,
      ci_high: people + 5,
      deprived: people / 2,
      cost: -24_000,
      from_best: -20 - people,
    },
    ...{ best_low: -25 - people, best_high: 0, may_be_best: best, rule_of_thumb: n === 3 ? "yes" : "no" },
  });
  return [
    tableOf(LEVELS, [level(0.5, 0.62), level(0.6, 0.73, "below"), level(0.7, 0.81, "least"), level(1, 0.95)]),
    tableOf(FRONTIER, [
      pair(0.5, 0, 0.6, "no"),
      pair(0.5, 100_000, 0.61, "no"),
      pair(0.8, 0, 0.84, "no", "cheapest,best"),
      pair(0.8, 100_000, 0.83, "yes", "as_good"),
    ]),
    tableOf(WHERE, [
      way(1, "post-elm", 0.5, -20, "yes"),
      way(1, "post-harbour", 0.5, -20, "yes"),
      way(2, "post-elm", 1, -23, "yes"),
      way(3, "post-harbour", 1, -40, "no"),
    ]),
  ];
}

/** Two scenarios, one with a dated change, and a variant of it: every table that figures read. */
export function someInput(): FigureInput {
  const changes = [{ date: "2024-01-15", label: "posts cut to 1" }];
  const scenarios = [
    figureScenario("base"),
    figureScenario("cut", { changes }),
    figureScenario("cut (other)", { variantOf: "cut", changes }),
  ];
  const grid = [10, 20, 30].flatMap((x) => [0, 50].map((y) => [x, y]));
  const tables = [
    tableOf(SERIES, [...seriesOf("base", 40), ...seriesOf("cut", 80), ...seriesOf("cut (other)", 999)]),
    tableOf(SUMMARY, [...summaryOf("base", 1), ...summaryOf("cut", 0.8), ...summaryOf("cut (other)", 0.1)]),
    tableOf(RETENTION, [
      ...retentionOf("base", 20),
      ...retentionOf("cut", 28),
      ...retentionOf("cut (other)", 8),
    ]),
    tableOf(DIFFERENCES, [
      differenceRow("people.referred", "people", -40, 5),
      differenceRow("people.reached_3", "people", -16, 4),
      differenceRow("reached_3.share", "share", 0.01, 0.02),
      differenceRow("wait.first_contact.mean", "days", -7, 2),
    ]),
    tableOf(ATTRIBUTION, [
      ...attributionRows("people.reached_3", "people", [-20, -3, 7]),
      ...attributionRows("reached_3.share", "share", [0.03, -0.01, -0.01]),
    ]),
    tableOf(SENSITIVITY, [...sensitivityRows("base", ""), ...sensitivityRows("cut", "base")]),
    tableOf(VARIANCE_SHARES, [
      ...varianceRows("base", "", [0.1, 0.5]),
      ...varianceRows("cut", "base", [0.05, 0.8]),
    ]),
    ...calibrationTables(),
    ...planTables(),
    beforeAfterTable(),
    sweepOf(["a", "b"], grid, ([x, y]) => x / 100 + y / 500),
  ];
  return { tables: new Map(tables.map((table) => [table.declaration.name, table])), scenarios, seed: "1" };
}
