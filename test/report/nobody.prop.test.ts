import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { svgOf } from "../../cli/figures/render.ts";
import { pageText } from "../../cli/report/page/page.ts";
import { reportOf } from "../../cli/report/report.ts";
import { summaryInput } from "../../cli/results/summary-of-run.ts";
import { summaryScreen } from "../../cli/screen/summary-screen.ts";
import { type Replicated, replicate } from "../../sim/experiment/replicate.ts";
import { FIGURES } from "../../sim/figures/catalogue.ts";
import { figureInputOf } from "../../sim/figures/figure-of.ts";
import { meanOf } from "../../sim/findings/estimates.ts";
import type { LoadedScenario } from "../../sim/scenario/load.ts";
import { ScenarioError } from "../../sim/scenario/problem.ts";
import { MECHANISMS } from "../../sim/scenario/vocabulary.ts";
import { aFolder } from "../support/a-folder.ts";
import { scenarioFrom } from "../support/a-scenario.ts";
import fc from "../support/fast-check.ts";
import { linksimHere } from "../support/linksim-here.ts";

/** Cases tried; more by hand with LINKSIM_NOBODY_CASES. */
const CASES = Number(process.env.LINKSIM_NOBODY_CASES ?? 25);
/** Of comparisons and of sweeps, each with a page of its own. */
const FEWER = Math.ceil(CASES / 5);

interface Service {
  readonly practices: number;
  readonly posts: readonly number[];
  readonly weeks: number;
  readonly off: readonly (typeof MECHANISMS)[number][];
  readonly odd: string;
  readonly replications: number;
}

const TEMPLATE = readFileSync("scenarios/glasgow-pilot/organisations.csv", "utf8");

/** What leaves a service without people, posts, places or numbers. */
const ODD = [
  "",
  "referral: { rate: 0 per 1000 a year }",
  "timeline: [{ id: shut, date: 2014-04-02, kind: closure }]",
  "timeline: [{ id: none, date: 2014-04-02, kind: posts_cut, to: 0 }]",
  "timeline: [{ id: few, date: 2014-06-02, kind: posts_cut, to: 0, rule: drawn }]",
  "waiting_list: { notice: 12 weeks }\ncontact: { booking_horizon: 6 weeks }",
  "link_workers: { time: { casework: 0 %, networking: 80 %, practice: 10 %, supervision: 10 % } }",
  "warm_up: 20 weeks",
  "networking: { target: 0 }",
];

const service: fc.Arbitrary<Service> = fc.record({
  practices: fc.integer({ min: 0, max: 3 }),
  posts: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 2 }),
  weeks: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 60 })),
  off: fc.subarray([...MECHANISMS], { maxLength: 4 }),
  odd: fc.constantFrom(...ODD),
  replications: fc.integer({ min: 1, max: 2 }),
});

function yamlOf({ practices, posts, weeks, off, odd }: Service): string {
  const known = posts.filter((practice) => practice <= practices);
  const staff =
    known.length === 0
      ? "posts: []"
      : `posts: [${known.map((practice, n) => `{ id: post-${n}, practice: p${practice} }`).join(", ")}]`;
  const [own, ...rest] = odd.startsWith("link_workers:")
    ? [odd.replace("link_workers: {", `link_workers: { ${staff},`)]
    : [`link_workers: { ${staff} }`, odd];
  return [
    "name: small",
    "start: 2014-04-02",
    `horizon: ${weeks} weeks`,
    "data: { organisation_template: organisations.csv }",
    `practices: [${Array.from({ length: practices }, (_, n) => `{ id: p${n + 1}, list_size: 3000 }`).join(", ")}]`,
    "organisations: { generate: { local_per_practice: 2, posts_per_city_wide: 1, posts_per_statutory: 1 } }",
    `mechanisms: { ${off.map((mechanism) => `${mechanism}: off`).join(", ")} }`,
    own,
    ...rest,
  ].join("\n");
}

/** What no reader may meet: a number that is none, what stands for nothing, a sentence about nobody. */
const NEVER = [
  /\b(?:NaN|Infinity|undefined|null)\b/,
  /not known (?:%|people|weeks|cases|of those)/,
  /(?:GBP|within|within about|takes|needs) (?:not known|-)(?: |,|;|\.)/,
  /\bnone (?:are seen|reach|of link workers)/,
  /\b(?:of|for|to) (?:0|-) people\b/i,
  /\(- %\)|\b- (?:%|people|open cases)/,
  /\b0 (?:of 0|people (?:referred|are referred))/,
];

function faultsIn(text: string): string[] {
  return NEVER.flatMap((pattern) => {
    const found = pattern.exec(text);
    return found === null ? [] : [text.slice(Math.max(0, found.index - 80), found.index + 80)];
  });
}

/** Reads what a page says: its text, and what is said of figures, without style, script and tables. */
const wordsOf = (page: string): string =>
  page
    .replaceAll(/<style>.*?<\/style>|<script>.*?<\/script>|<table.*?<\/table>/gs, " ")
    .replaceAll(/<path[^>]*>/g, " ");

async function textsOf(loaded: LoadedScenario, run: Replicated): Promise<ReadonlyMap<string, string>> {
  const named = { ...loaded, variantOf: null };
  const input = summaryInput({ named, plan: run.plan, results: run.results, precision: null });
  const figures = figureInputOf([run]);
  const texts = new Map([["screen", summaryScreen([input], "1", [])]]);
  const drawn = [];
  for (const { name, heading, shows, behind, needs, make } of FIGURES) {
    if (Object.keys(needs).some((table) => !figures.tables.has(table))) continue;
    const figure = make(figures, {}) as ReturnType<typeof make> & { description: string };
    const doubts: string[] = [];
    const svg = await svgOf(figure, (doubt) => doubts.push(doubt));
    texts.set(`figure ${name}`, `${JSON.stringify(figure.description)} ${svg} ${doubts.join(" ")}`);
    drawn.push({
      name,
      heading,
      shows,
      behind,
      svg,
      narrow: svg,
      title: "",
      caption: "",
      description: figure.description,
    });
  }
  const page = pageText(
    reportOf({
      folder: "out",
      record: {
        program: "linksim",
        format: 1,
        kind: "run",
        version: "0",
        scenarios: [{ name: "small", argument: "small" }],
        seed: "1",
        set: [],
        files: [],
        content_hash: "",
      },
      mains: [input],
      runs: [input],
      scenarioOf: () => loaded,
      tables: figures.tables,
      figures: drawn,
      wordsOf: (path) => path,
      evidence: new Map(),
    }),
  );
  return texts.set("report", wordsOf(page));
}

describe("a service without people, posts, places or time", () => {
  it("is told of in words and pictures without a number that is none, and without a sentence on nobody", async () => {
    const told = { all: 0, nobodyReferred: 0 };
    await fc.assert(
      fc.asyncProperty(service, async (drawn) => {
        let loaded: LoadedScenario;
        try {
          loaded = scenarioFrom(yamlOf(drawn));
        } catch (failure) {
          if (failure instanceof ScenarioError) return;
          throw failure;
        }
        const run = await replicate(loaded, { replications: drawn.replications });
        told.all++;
        const faults = [...(await textsOf(loaded, run))].flatMap(([where, text]) =>
          faultsIn(text).map((fault) => `${where}: ${fault}`),
        );
        if (meanOf(run, "people.referred") === 0) told.nobodyReferred++;
        expect(faults).toEqual([]);
      }),
      { numRuns: CASES },
    );
    // Most of what is drawn is a scenario that runs, and in many of them nobody is referred.
    expect(told.all).toBeGreaterThan(CASES / 3);
    expect(told.nobodyReferred).toBeGreaterThan(CASES / 30);
  });
});

/** What the other world of a comparison changes, and what the points of a sweep do. */
const CHANGES = [
  ["link_workers.fte=0.5", "link_workers.fte=0.5,1"],
  ["referral.rate=0 per 1000 a year", "referral.rate=0 per 1000 a year,22 per 1000 a year"],
  ["mechanisms.onward=off", "mechanisms.onward=off,on"],
] as const;

/** Runs a command with a page, and gives what its screen and its page say; undefined where it is refused. */
async function saidBy(
  words: readonly string[],
  cwd: string,
): Promise<ReadonlyMap<string, string> | undefined> {
  const out = join(cwd, "out");
  const all = [...words, "--replications", "1", "--workers", "1", "--quiet", "--out", out, "--report"];
  const screen = await linksimHere(all, cwd);
  if (!existsSync(`${out}.html`)) return undefined;
  return new Map([
    ["screen", screen],
    ["page", wordsOf(readFileSync(`${out}.html`, "utf8"))],
  ]);
}

describe.each([
  [
    "a comparison",
    (change: (typeof CHANGES)[number], cwd: string) => {
      const [path, value] = change[0].split("=");
      const [block, field] = path.split(".");
      writeFileSync(
        join(cwd, "other.yaml"),
        `name: other\nextends: s.yaml\n${block}: { ${field}: ${value} }\n`,
      );
      return ["compare", "s.yaml", "other.yaml"];
    },
  ],
  ["a sweep", (change: (typeof CHANGES)[number]) => ["sweep", "s.yaml", "--vary", change[1]]],
])("%s of services without people, posts, places or time", (_, wordsFor) => {
  it("is told of without a number that is none, and without a sentence on nobody", async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(service, fc.constantFrom(...CHANGES), async (drawn, change) => {
        const cwd = aFolder({ "s.yaml": yamlOf(drawn), "organisations.csv": TEMPLATE });
        const texts = await saidBy(wordsFor(change, cwd), cwd);
        if (texts === undefined) return;
        told++;
        const faults = [...texts].flatMap(([where, text]) =>
          faultsIn(text).map((fault) => `${where}: ${fault}`),
        );
        expect(faults).toEqual([]);
      }),
      { numRuns: FEWER },
    );
    expect(told).toBeGreaterThan(FEWER / 3);
  });
});
