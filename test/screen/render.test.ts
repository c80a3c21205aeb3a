import { describe, expect, it } from "vitest";
import { evidenceInFull, evidenceTable } from "../../cli/screen/evidence-text.ts";
import type { SummaryInput } from "../../cli/screen/summary-input.ts";
import { summaryScreen } from "../../cli/screen/summary-screen.ts";
import { wrapIndented } from "../../cli/screen/text-table.ts";
import { verdictLines } from "../../cli/screen/verdict-lines.ts";
import type { Regime, RegimeVerdict } from "../../sim/findings/regime.ts";
import { actionText } from "../../sim/findings/timeline-texts.ts";
import { durationText } from "../../sim/words/durations.ts";
import { wrap } from "../../sim/words/lines.ts";
import { numberText, percentText } from "../../sim/words/numbers.ts";
import { ONE_YEAR } from "../support/one-year.ts";

describe("numbers", () => {
  it.each([
    [1234567.891, 1, "1,234,567.9"],
    [999.5, 0, "1,000"],
    [-1234, 0, "-1,234"],
    [-0.04, 1, "0.0"],
    [null, 1, "-"],
    [Number.NaN, 1, "-"],
  ])("are written with a fixed number of decimals: %s", (value, decimals, text) => {
    expect(numberText(value, decimals)).toBe(text);
  });

  it("are percentages and durations as people say them", () => {
    expect([percentText(0.3), percentText(0.125)]).toEqual(["30 %", "12.5 %"]);
    expect([durationText(39 * 10_080), durationText(1440), durationText(90)]).toEqual([
      "39 weeks",
      "1 day",
      "90 minutes",
    ]);
  });
});

describe("lines", () => {
  it("break at spaces and never lose a word", () => {
    expect(wrap(" one two  three\nfour ", 9)).toEqual(["one two", "three", "four"]);
    expect(wrapIndented("one two three", 9, "  ")).toEqual(["  one", "    two", "    three"]);
  });
});

describe("a dated action", () => {
  const cut = {
    id: "cut",
    kind: "funding_cut",
    date: "2015-04-01",
    share: 0.3,
    over: 26 * 10_080,
    hit: 1,
  } as const;
  it.each([
    [
      { ...cut, types: ["local" as const, "city_wide" as const] },
      "from 1 April 2015: local and city-wide organisations lose 30 % of their income, over 26 weeks",
    ],
    [{ ...cut, over: 0 }, "from 1 April 2015: all organisations lose 30 % of their income, at once"],
    [
      { ...cut, hit: 0.5, focuses: ["money_advice" as const] },
      "from 1 April 2015: 50 % of organisations for money and advice, drawn at random, lose 30 % of their income, over 26 weeks",
    ],
    [
      { id: "end", kind: "closure" as const, date: "2016-12-31", organisations: ["a", "b", "c"] },
      "on 31 December 2016: organisations named a, b and c close, and every link to them fails",
    ],
    [
      {
        id: "cut",
        kind: "posts_cut" as const,
        date: "2024-04-01",
        to: 42,
        rule: "spread" as const,
        by_attrition: false,
      },
      "from 1 April 2024: 70 posts become 42, spread over 52 practices; the best staffed go",
    ],
  ])("reads as a sentence", (action, text) => {
    expect(actionText(action, { posts: 70, fte: 70, hours: new Map(), practices: 52 })).toBe(text);
  });
});

const verdict = (pool: string, regime: Regime, load: number): RegimeVerdict => ({
  pool,
  regime,
  load,
  binds: "hours",
  hours: load,
  places: null,
  growth: 0,
  isShocked: false,
  loadLow: load,
  loadHigh: load,
  replicationsToDecide: regime === "undecided" ? 58 : null,
  sentence: `${pool}: ${regime}, and so on.`,
});

describe("verdicts", () => {
  it("come as one sentence for one waiting list", () => {
    expect(verdictLines("base", [verdict("elm", "stable", 0.8)], 100, 3)).toEqual([
      "base: elm: stable, and so on.",
    ]);
  });

  it("are counted, and the worst are told first", () => {
    const verdicts = [
      verdict("a", "stable", 0.9),
      verdict("b", "filling", 0.95),
      verdict("c", "overloaded", 1.1),
      verdict("d", "overloaded", 1.3),
    ];
    expect(verdictLines("base", verdicts, 100, 2)).toEqual([
      "base: 4 waiting lists, 2 overloaded (d and c), 1 filling (b), 1 stable.",
      "  d: overloaded, and so on.",
      "  c: overloaded, and so on.",
    ]);
  });

  it("say how many replications would decide what is undecided", () => {
    const lines = verdictLines("base", [verdict("a", "stable", 0.7), verdict("b", "undecided", 1)], 100, 3);
    expect(lines[0]).toBe(
      "base: 2 waiting lists, 1 undecided, 1 stable; about 60 replications would decide it.",
    );
  });

  it("show the most loaded list where all are stable", () => {
    const lines = verdictLines("base", [verdict("a", "stable", 0.7), verdict("b", "stable", 0.9)], 100, 3);
    expect(lines).toEqual(["base: 2 waiting lists, 2 stable.", "  b: stable, and so on."]);
  });

  it("name a worst list only where its bounds part it from the others, if not all are named", () => {
    const near = ["a", "b", "c", "d", "e", "f"].map((pool, n) => ({
      ...verdict(pool, "overloaded", 1.1 + n / 100),
      loadLow: 1.05,
      loadHigh: 1.2,
    }));
    expect(verdictLines("base", near, 100, 2)).toEqual([
      "base: 6 waiting lists, 6 overloaded (none worst beyond chance).",
    ]);
    const parted = [...near.slice(1), { ...verdict("g", "overloaded", 1.4), loadLow: 1.3, loadHigh: 1.5 }];
    expect(verdictLines("base", parted, 100, 2)).toEqual([
      "base: 6 waiting lists, 6 overloaded (worst g).",
      "  g: overloaded, and so on.",
    ]);
  });

  it("say so where nobody has a link worker", () => {
    expect(verdictLines("base", [], 100, 3)).toEqual(["base: no practice has a link worker."]);
  });
});

describe("the summary screen", () => {
  const everybody = { groupBy: "all", group: "all", unit: "" };
  const run = (scenario: string, values: readonly (readonly number[])[]): SummaryInput => ({
    plan: {
      scenario,
      weeks: 0,
      metrics: [
        { ...everybody, metric: "wait.first_contact.p50" },
        { ...everybody, metric: "engaged.share" },
      ],
      series: [],
      retention: [],
      windows: [],
      windowed: [],
    },
    results: values.map((row, replication) => ({
      replication,
      events: 1,
      values: Float64Array.from(row),
      series: new Float64Array(),
      retention: new Float64Array(),
      windowed: new Float64Array(),
    })),
    verdicts: [verdict("elm", "stable", 0.8)],
    time: ONE_YEAR,
    by: "39 weeks",
    isShort: false,
    precisionReached: null,
    timeline: [],
    dates: [],
    around: null,
    title: null,
    typeVerdicts: [],
    standards: [],
    variantOf: null,
  });
  const line = (screen: string, label: string) =>
    screen
      .split("\n")
      .find((text) => text.includes(label))
      ?.trim();

  it("turns days to weeks and shares to percent, with the half-width of the interval", () => {
    const screen = summaryScreen(
      [
        run("base", [
          [7, 0.5],
          [14, 0.7],
        ]),
      ],
      "1",
      ["Last."],
    );
    expect(line(screen, "50 % seen within")).toMatch(/50 % seen within; 90 % seen within, weeks +2 ±6; -$/);
    expect(line(screen, "Seen at least once")).toMatch(/-; 60 ±127$/);
    expect(screen.trimEnd().endsWith("Last.")).toBe(true);
  });

  it("shows a dash for what was not measured or has no value", () => {
    const screen = summaryScreen(
      [
        run("base", [
          [Number.NaN, 0.5],
          [Number.NaN, 0.5],
        ]),
      ],
      "1",
      [],
    );
    expect(line(screen, "50 % seen within")).toMatch(/ -$/);
    expect(line(screen, "Open cases of a post")).toMatch(/ -$/);
  });

  it("says that one replication has no interval", () => {
    expect(summaryScreen([run("base", [[7, 0.5]])], "x", [])).toContain("One replication with seed x");
  });

  it("puts more than three scenarios into blocks of three, with names shortened", () => {
    const runs = ["a", "b", "c", "a-scenario-with-a-name-longer-than-its-column"].map((name) =>
      run(name, [
        [7, 0.5],
        [7, 0.5],
      ]),
    );
    const screen = summaryScreen(runs, "1", []);
    expect(screen.match(/People by the end/g)).toHaveLength(2);
    expect(Math.max(...screen.split("\n").map((text) => text.length))).toBeLessThanOrEqual(100);
    expect(screen).toContain("..");
  });
});

describe("the summary of scenarios under other assumptions", () => {
  const everybody = { groupBy: "all", group: "all", unit: "" };
  const METRICS = [
    "wait.first_contact.mean",
    "people.reached_3",
    "spreadsheet.load",
    "spreadsheet.reached_3",
    "finished.share",
  ];
  const input = (
    scenario: string,
    values: readonly number[],
    variantOf: SummaryInput["variantOf"] = null,
    regimes: readonly ("overloaded" | "stable")[] = ["stable"],
  ): SummaryInput => ({
    plan: {
      scenario,
      weeks: 0,
      metrics: METRICS.map((metric) => ({ ...everybody, metric })),
      series: [],
      retention: [],
      windows: [],
      windowed: [],
    },
    results: [0, 1].map((replication) => ({
      replication,
      events: 1,
      values: Float64Array.from(values),
      series: new Float64Array(),
      retention: new Float64Array(),
      windowed: new Float64Array(),
    })),
    verdicts: regimes.map((regime, n) => verdict(`list-${n}`, regime, 1)),
    time: ONE_YEAR,
    by: "39 weeks",
    isShort: false,
    precisionReached: null,
    timeline: [],
    dates: [],
    around: null,
    title: null,
    typeVerdicts: [],
    standards: [],
    variantOf,
  });
  const flat = (runs: readonly SummaryInput[]): string =>
    summaryScreen(runs, "1", []).replaceAll(/\s+/g, " ");

  it("shows variants as rows and not as columns, and the range of what the second scenario changes", () => {
    const why = "Nobody knows.";
    const screen = flat([
      input("base", [14, 100, 0.9, 100, 0.3]),
      input("base (short)", [7, 110, 0.9, 100, 0.3], {
        scenario: "base",
        id: "short",
        name: "short visits",
        why,
      }),
      input("cut", [28, 70, 0.9, 100, 0.3]),
      input("cut (short)", [14, 99, 0.9, 100, 0.3], {
        scenario: "cut",
        id: "short",
        name: "short visits",
        why,
      }),
    ]);
    expect(screen).toContain("As above 2.0; -; - 4.0; -; -");
    expect(screen).toContain("short visits 1.0; -; - 2.0; -; -");
    expect(screen).toContain(
      "cut against base, over all of these: people reaching three contacts change by -30 to -10 %, the mean first wait by +1.0 to +2.0 weeks.",
    );
    expect(screen.match(/Nobody knows\./g)).toHaveLength(1);
    expect(screen).not.toContain("base (short)");
  });

  it("repeats the heads where more scenarios than columns are varied, and stays within the width", () => {
    const names = ["one", "two", "three", "four"];
    const runs = names.flatMap((name, n) => [
      input(name, [7 * (n + 1), 100, 0.9, 100, 0.3]),
      input(`${name} (v)`, [14, 100, 0.9, 100, 0.3], { scenario: name, id: "v", name: "varied" }),
    ]);
    const lines = summaryScreen(runs, "1", []).split("\n");
    const from = lines.findIndex((text) => text.startsWith("Under other assumptions"));
    const table = lines.slice(from + 1, from + 7).map((text) => text.trim().replaceAll(/ +/g, " "));
    expect(table).toEqual([
      "one two three",
      "As above 1.0; -; - 2.0; -; - 3.0; -; -",
      "varied 2.0; -; - 2.0; -; - 2.0; -; -",
      "four",
      "As above 4.0; -; -",
      "varied 2.0; -; -",
    ]);
    expect(Math.max(...lines.map((text) => text.length))).toBeLessThanOrEqual(100);
  });

  it("says that a shorter wait is no gain where fewer people are helped, and nothing where as many are", () => {
    const base = input("base", [14, 100, 0.9, 100, 0.3]);
    expect(flat([base, input("cut", [7, 70, 0.9, 70, 0.3])])).toContain(
      "cut has the shorter wait because it helps fewer people, which is no gain",
    );
    expect(flat([base, input("quick", [7, 100, 0.9, 100, 0.3])])).not.toContain("no gain");
    expect(flat([base, input("slow", [21, 70, 0.9, 70, 0.3])])).not.toContain("no gain");
  });

  it("says where a linear spreadsheet misleads, and nothing where it does not", () => {
    expect(flat([input("calm", [14, 100, 0.9, 105, 0.3])])).not.toContain("For calm it");
    expect(flat([input("full", [14, 100, 0.9, 100, 0.3], null, ["overloaded", "stable"])])).toContain(
      "For full it finds room for all (90 % of the posts), where of the 2 waiting lists that are decided 1 is overloaded",
    );
    const promised = flat([input("lost", [14, 100, 1.2, 150, 0.3])]);
    expect(promised).toContain("finds too few posts (120 % of them needed)");
    expect(promised).toContain("has 150 people reach three contacts, where 100 do");
    expect(
      flat([input("base", [14, 100, 0.9, 100, 0.3]), input("fewer places", [21, 100, 0.9, 100, 0.2])]),
    ).toContain(
      "It gives fewer places the same answer as base, where the mean first wait goes from 2.0 to 3.0 weeks, the share that finishes goes from 30 to 20 %",
    );
  });

  it("reads dated changes back at the head", () => {
    const timeline = ["from 1 April 2024: 70 posts become 42.", "b", "c", "d", "e"];
    const [first, ...others] = summaryScreen(
      [{ ...input("cut", [14, 100, 0.9, 100, 0.3]), timeline }],
      "1",
      [],
    ).split("\n");
    expect(first).toBe("cut, from 1 April 2024: 70 posts become 42.");
    expect(others[3]).toBe("cut: and 1 more change.");
  });
});

describe("the evidence register", () => {
  const row = {
    id: "R8",
    parameter: "referral rate",
    value: "25",
    range: "20 to 45",
    unit: "per 1000 a year",
    source: "S2",
    locator: "p. 4",
    grade: "B",
    note: "",
    kind: "",
    distribution: "uniform",
  } as const;

  it("is a table of one line a row", () => {
    expect(evidenceTable([row])).toBe(
      [
        "id  grade  value and unit      range     parameter",
        "R8  B      25 per 1000 a year  20 to 45  referral rate",
        "",
      ].join("\n"),
    );
  });

  it("shows a row in full with the paths that rest on it, and no empty field", () => {
    const text = evidenceInFull(row, ["referral.rate"]);
    expect(text).toContain("  value       25 per 1000 a year\n");
    expect(text).toContain("  used by     referral.rate\n");
    expect(text).not.toContain("note");
  });
});
