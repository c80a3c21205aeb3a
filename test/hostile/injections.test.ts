import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "../../cli/command-line.ts";
import { firstUnseen, visibleName } from "../../sim/words/visible.ts";
import { aFolder, aSharedFolder } from "../support/a-folder.ts";
import { anEnsemble } from "../support/an-ensemble.ts";
import { linksimHere } from "../support/linksim-here.ts";

interface Injection {
  readonly name: string;
  readonly text: string;
}

const INJECTIONS: readonly Injection[] = JSON.parse(
  readFileSync(new URL("injections.json", import.meta.url), "utf8"),
);
/** All of them in one name; what a name cannot hold has no place in the list. */
const ALL = INJECTIONS.map(({ text }) => text)
  .join("")
  .slice(0, 200);

const SCENARIO = `name: tiny
horizon: 4 weeks
practices:
  - { id: elm, list_size: 3000 people }
link_workers: { fte: 1 }
organisations:
  members:
    - { id: lunch-club, type: local, focus: isolation_wellbeing, locality: elm }
`;

const TARGETS = `targets:
  - { id: T1, metric: people.referred, value: 10, low: 5, high: 15, role: fitted, source: nobody }
`;

const SIMULATED = ["--replications", "1", "--workers", "1"];

/** Words that each command takes, given a scenario, another, a results folder, a store and a place to write to. */
const WORDS: Readonly<Record<string, (at: Places) => readonly string[]>> = {
  run: ({ scenario, out }) => [scenario, ...SIMULATED, "--out", out],
  compare: ({ scenario, other, out }) => [scenario, other, ...SIMULATED, "--out", out],
  attribute: ({ scenario, other, out }) => [scenario, other, ...SIMULATED, "--out", out],
  plan: ({ scenario }) => [
    scenario,
    ...["--goal", "50 % seen within 4 weeks", "--by", "link_workers.fte=0.5,1"],
    ...["--at-most", "2", "--workers", "1"],
  ],
  value: ({ scenario, other, ensemble }) => [
    scenario,
    other,
    ...["--ensemble", ensemble, "--member-replications", "2", "--workers", "1"],
  ],
  sweep: ({ scenario, out }) => [scenario, "--vary", "link_workers.fte=0.5,1", ...SIMULATED, "--out", out],
  sensitivity: ({ scenario, out }) => [
    scenario,
    ...["--over", "drop_off.base", "--budget", "16", "--workers", "1", "--out", out],
  ],
  merge: ({ store, out }) => [store, "--out", out],
  chart: ({ results, out }) => [results, "waiting-list", "-o", `${out}.svg`],
  report: ({ results, out }) => [results, "-o", `${out}.html`],
  trace: ({ scenario }) => [scenario],
  explain: ({ scenario, other }) => [scenario, other, "--patient", "elm/1"],
  verify: ({ results }) => [results, "--sample", "1"],
  rerun: ({ results, out }) => [results, "--out", out],
  validate: ({ scenario, targets, out }) => [scenario, "--targets", targets, ...SIMULATED, "--out", out],
  calibrate: ({ scenario, targets, out }) => [
    scenario,
    ...["--targets", targets, "--over", "referral.rate", "--waves", "1", "--points", "5"],
    ...["--replications", "2", "--members", "1", "--workers", "1", "--out", out],
  ],
  check: ({ scenario }) => [scenario],
  "warm-up": ({ scenario }) => [scenario, "--replications", "1", "--workers", "1"],
  init: ({ out }) => [out],
  evidence: () => [],
  parameters: ({ scenario }) => [scenario],
};

interface Places {
  readonly scenario: string;
  readonly other: string;
  readonly results: string;
  readonly store: string;
  readonly targets: string;
  readonly ensemble: string;
  readonly out: string;
}

const made = aSharedFolder();
let folders = 0;

/** Runs a command line in a folder of its own, so that what it makes there is read by no other. */
function here(words: readonly string[]): Promise<string> {
  const cwd = join(made, "folders", String(folders++));
  mkdirSync(cwd, { recursive: true });
  return linksimHere(words, cwd);
}

const places: Places = {
  scenario: join(made, "tiny.yaml"),
  other: join(made, "other.yaml"),
  results: join(made, "results"),
  store: join(made, "store"),
  targets: join(made, "targets.yaml"),
  ensemble: join(made, "ensemble"),
  out: join(made, "out"),
};

beforeAll(async () => {
  writeFileSync(places.scenario, SCENARIO);
  writeFileSync(places.targets, TARGETS);
  anEnsemble(made, 3);
  writeFileSync(places.other, SCENARIO.replace("tiny", "other").replace("fte: 1", "fte: 0.5"));
  await here(["run", places.scenario, ...SIMULATED, "--out", places.results]);
  const part = ["--shard", "1/2", "--store", places.store];
  await here(["run", places.scenario, "--replications", "2", "--workers", "1", ...part]);
  expect([places.results, places.store].filter((place) => !existsSync(place))).toEqual([]);
});

/** Names the lines that somebody's name has forged, and the first character that a terminal would obey. */
function faultsIn(written: string): readonly string[] {
  const unseen = firstUnseen(written);
  return [
    ...written.split("\n").filter((line) => /^\s*FORGED/.test(line)),
    ...(unseen === undefined ? [] : [`raw ${unseen} in ${JSON.stringify(written)}`]),
  ];
}

/** Puts a text in place of every text of some JSON, one after the other. */
function* doctored(json: unknown, text: string): Generator<string> {
  const count = { texts: 0 };
  const whole = (at: number): string => {
    count.texts = 0;
    return JSON.stringify(json, (_, value) =>
      typeof value === "string" && count.texts++ === at ? text : value,
    );
  };
  whole(-1);
  const { texts } = count;
  for (let at = 0; at < texts; at++) yield whole(at);
}

it("are given to every command that there is", () => {
  expect(Object.keys(WORDS)).toEqual(COMMANDS.map(({ name }) => name));
});

it("are found where they come out raw", () => {
  expect(faultsIn("a\nFORGED\n")).toHaveLength(1);
  expect(faultsIn("a\u001b")).toHaveLength(1);
  expect(faultsIn("a\\u000aFORGED\n")).toEqual([]);
});

it.each(INJECTIONS)(
  "$name is shown by its letters where a scenario or a folder is named so",
  async ({ text }) => {
    for (const command of ["check", "verify"]) {
      const written = await here([command, text]);
      expect(faultsIn(written)).toEqual([]);
      expect(written).toContain(visibleName(text));
    }
  },
);

describe.each(COMMANDS)("$name", ({ name, options, positionals }) => {
  it("shows what is in its arguments and options on one line", async () => {
    const out = join(aFolder(), "out");
    const words = WORDS[name]({ ...places, out });
    const calls = [
      [name, ALL],
      ...Object.keys(positionals).map((_, i) => [name, ...words.toSpliced(i, 1, ALL)]),
      ...Object.keys(options).map((option) => [name, ...words, `--${option}=${ALL}`]),
      [name, ...words, `--${ALL}`],
      [name, ...words, ALL],
    ];
    const faults: string[] = [];
    for (const call of calls)
      for (const fault of faultsIn(await here(call))) faults.push(`${JSON.stringify(call)}: ${fault}`);
    expect(faults).toEqual([]);
  });

  it("shows the names of folders and files that it reads and writes on one line", async () => {
    const home = join(aFolder(), ALL.replaceAll("/", ""));
    for (const name of ["tiny.yaml", "other.yaml", "targets.yaml", "ensemble", "results", "store"])
      cpSync(join(made, name), join(home, name), { recursive: true });
    for (const folder of ["results", "store"]) writeFileSync(join(home, folder, ALL.replaceAll("/", "")), "");
    mkdirSync(join(home, "foreign"));
    writeFileSync(join(home, "foreign", `${ALL.replaceAll("/", "").slice(0, 150)}.yaml`), "");
    const at: Places = {
      scenario: join(home, "tiny.yaml"),
      other: join(home, "other.yaml"),
      results: join(home, "results"),
      store: join(home, "store"),
      targets: join(home, "targets.yaml"),
      ensemble: join(home, "ensemble"),
      out: join(home, "out"),
    };
    const faults: string[] = [];
    const calls = [
      WORDS[name](at),
      WORDS[name]({ ...at, scenario: join(home, "foreign") }),
      WORDS[name]({ ...at, out: join(home, "results") }),
      [...WORDS[name](at), "--json"],
    ];
    // A command that takes no scenario, or writes nothing, is called once without.
    const asked = new Map(calls.map((words) => [JSON.stringify(words), words]));
    for (const words of asked.values()) faults.push(...faultsIn(await here([name, ...words])));
    expect(faults).toEqual([]);
    for (const file of readdirSync(home).filter((file) => /\.(html|svg)$/.test(file)))
      expect(faultsIn(readFileSync(join(home, file), "utf8"))).toEqual([]);
  });

  it("shows what a scenario and run.json say on one line", async () => {
    const home = aFolder();
    const at: Places = {
      ...places,
      scenario: join(home, "s.yaml"),
      results: join(home, "results"),
      out: join(home, "o"),
    };
    const faults: string[] = [];
    const uses = (place: string): boolean => WORDS[name](at).some((word) => word === place);
    if (uses(at.scenario)) {
      const json = JSON.stringify(ALL);
      for (const text of [
        SCENARIO.replace("tiny", json),
        SCENARIO.replace("elm", json),
        SCENARIO.replace("local", json),
        SCENARIO.replace("3000 people", json),
        `${SCENARIO}${json}: 1\n`,
        `${SCENARIO}extends: ${json}\n`,
        `${SCENARIO}title: ${json}\n`,
        `${SCENARIO}title: "a\\nFORGED"\nrationale: "a\\nFORGED"\n`,
        `${SCENARIO}standards: [{ id: s, metric: ${json}, at_least: 1 }]\n`,
        `${SCENARIO}data: { practices: ${json} }\n`,
        ALL,
      ]) {
        writeFileSync(at.scenario, text);
        faults.push(...faultsIn(await here([name, ...WORDS[name](at)])));
      }
    }
    if (uses(places.targets))
      for (const word of ["T1", "people.referred", "fitted", "nobody", "10"]) {
        for (const text of [ALL, "a\nFORGED"]) {
          const targets = join(home, "targets.yaml");
          writeFileSync(targets, TARGETS.replace(word, JSON.stringify(text)));
          const words = WORDS[name]({ ...places, targets });
          faults.push(...faultsIn(await here([name, ...words])));
        }
      }
    if (uses(at.results)) {
      cpSync(places.results, at.results, { recursive: true });
      const record = JSON.parse(readFileSync(join(places.results, "run.json"), "utf8"));
      // Each listed file is alike; the first two stand for all.
      const others = record.files.splice(2);
      // What reads the record before it does anything else is given a tenth: a page takes long.
      const every = ["verify", "rerun"].includes(name) ? 1 : 10;
      for (const [n, text] of [...doctored(record, ALL)].entries()) {
        if (n % every > 0) continue;
        const listed = JSON.parse(text);
        listed.files.push(...others);
        writeFileSync(join(at.results, "run.json"), JSON.stringify(listed));
        faults.push(...faultsIn(await here([name, ...WORDS[name](at)])));
      }
    }
    expect(faults).toEqual([]);
  });
});
