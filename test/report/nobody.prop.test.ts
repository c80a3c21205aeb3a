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
import { scenarioFrom } from "../support/a-scenario.ts";
import fc from "../support/fast-check.ts";

/** Cases tried; more by hand with LINKSIM_NOBODY_CASES. */
const CASES = Number(process.env.LINKSIM_NOBODY_CASES ?? 40);

interface Service {
  readonly practices: number;
  readonly posts: readonly number[];
  readonly weeks: number;
  readonly off: readonly (typeof MECHANISMS)[number][];
  readonly odd: string;
  readonly replications: number;
}

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
