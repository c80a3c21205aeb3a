// npm run mutation -- statistics | mechanisms [--sample 200] [--seed 1]
// Changes the code in small ways and counts the changes that no test sees. With --sample, places of the code are drawn by the
// seed until they hold so many changes; without it every change is tried.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createInstrumenter } from "@stryker-mutator/instrumenter";
import seedrandom from "seedrandom";
import { createInjector } from "typed-inject";

const SUBJECTS = {
  statistics: { folders: ["sim/stats", "sim/random"], least: 80 },
  mechanisms: { folders: ["sim/model/mechanisms"], least: 70 },
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: "string" }, seed: { type: "string", default: "1" } },
});
const [name] = positionals;
const subject = SUBJECTS[name];
if (subject === undefined)
  throw new Error(`expected one of ${Object.keys(SUBJECTS).join(", ")}, got ${name}`);

const files = subject.folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file))
    .sort(),
);
const mutate = values.sample === undefined ? files : await drawnPlaces(Number(values.sample));

mkdirSync("reports/mutation", { recursive: true });
const config = `reports/mutation/${name}.config.json`;
writeFileSync(
  config,
  JSON.stringify({
    testRunner: "vitest",
    vitest: { configFile: `test/mutation/${name}.vitest.ts`, related: false },
    plugins: ["@stryker-mutator/vitest-runner"],
    mutate,
    ignorePatterns: ["/dist", "/results", "/reports", "/docs/pictures", "/notebooks"],
    // Constants of modules are read once, before any test can be told of a change: golden streams hold them.
    ignoreStatic: true,
    reporters: ["clear-text", "json", "progress-append-only"],
    clearTextReporter: { allowColor: false, reportTests: false },
    jsonReporter: { fileName: `reports/mutation/${name}.json` },
    tempDirName: "reports/mutation/tmp",
    concurrency: 1,
    timeoutMS: 120_000,
    thresholds: { high: 90, low: subject.least, break: subject.least },
  }),
);
const { status } = spawnSync("node_modules/.bin/stryker", ["run", config], { stdio: "inherit" });
process.exitCode = status ?? 1;

/** Draws places until they hold so many changes; a place holds the changes within it too. */
async function drawnPlaces(count) {
  const places = (await Promise.all(files.map(mutantsOf))).flat();
  const draw = seedrandom(values.seed);
  const drawn = new Map();
  while (size(drawn, places) < Math.min(count, places.length)) {
    const place = places[Math.floor(draw() * places.length)];
    drawn.set(rangeOf(place), place);
  }
  return [...drawn.keys()];
}

function size(drawn, places) {
  return places.filter((place) => [...drawn.values()].some((other) => isWithin(place, other))).length;
}

function isWithin({ fileName, location: { start, end } }, other) {
  if (fileName !== other.fileName) return false;
  return isBefore(other.location.start, start) && isBefore(end, other.location.end);
}

function isBefore(a, b) {
  return a.line < b.line || (a.line === b.line && a.column <= b.column);
}

function rangeOf({ fileName, location: { start, end } }) {
  return `${fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
}

/** Lists the changes that can be made in a file. */
async function mutantsOf(file) {
  const silent = new Proxy({}, { get: () => () => false });
  const options = { mutator: { plugins: null, excludedMutations: [] }, appendPlugins: [] };
  const instrumenter = createInjector()
    .provideValue("logger", silent)
    .provideValue("getLogger", () => silent)
    .provideValue("options", options)
    .injectFunction(createInstrumenter);
  const source = { name: file, content: readFileSync(file, "utf8"), mutate: true };
  const { mutants } = await instrumenter.instrument([source], {
    ignorers: [],
    excludedMutations: [],
    plugins: null,
  });
  return mutants;
}
