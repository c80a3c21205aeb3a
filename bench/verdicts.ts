/**
 * Measures how often verdicts on waiting lists contradict one another as replications are added:
 * `npm run bench:verdicts -- [SCENARIO] [--pool N] [--seeds N] [--keep FOLDER]`. A pool of replications is
 * simulated once; each seed draws its replications from it with replacement, and every list is judged at 8,
 * 12, 40, 100 and 200 of them. Two decided verdicts contradict one another where they differ, unless one is
 * "at its limit". With a folder to keep them in, replications and verdicts need not be worked out again. The
 * last lines are the table of docs/statistics.md.
 */
import { parseArgs } from "node:util";
import seedrandom from "seedrandom";
import { REGIME_WORDS, type Regime, regimeVerdicts } from "../sim/findings/regime.ts";
import { KeptRows } from "./kept-rows.ts";
import { loadFolder, simulatePool } from "./pool.ts";

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pool: { type: "string", default: "1000" },
    seeds: { type: "string", default: "1000" },
    keep: { type: "string" },
  },
});
const [path = "scenarios/glasgow-pilot"] = positionals;
const COUNTS = [8, 12, 40, 100, 200];
const REGIMES = Object.keys(REGIME_WORDS) as readonly Regime[];
const seeds = Number(given.seeds);
const kept = (what: string): string | undefined =>
  given.keep === undefined ? undefined : `${given.keep}/${path.replaceAll("/", "-")}.${what}`;
const { loaded, plan, results } = simulatePool(loadFolder(path), {
  seed: "pool",
  count: Number(given.pool),
  detail: "full",
  keep: kept("rows"),
});

const lists = regimeVerdicts(plan, results, loaded.scenario).length;
const file = kept("verdicts");
const store =
  file === undefined
    ? undefined
    : new KeptRows(file, JSON.stringify([path, given.pool, COUNTS, REGIMES]), lists * COUNTS.length);
/** Of each seed the regimes of its lists, count by count, as places in `REGIMES`. */
const judged = Array.from({ length: seeds }, (_, seed) => {
  let row = store?.get(seed);
  if (row === undefined) {
    row = verdictsOf(seed);
    store?.add(row);
  }
  return row;
});

process.stdout.write(
  `${path}: ${lists} lists, ${seeds} seeds from a pool of ${results.length} replications\n`,
);
const percent = (part: number): string => `${((100 * part) / (lists * seeds)).toFixed(1)} %`;
process.stdout.write(`| ${["replications", ...REGIMES].join(" | ")} |\n`);
COUNTS.forEach((count, c) => {
  const cells = REGIMES.map((_, regime) => {
    const found = judged.map((row) => row.subarray(c * lists, (c + 1) * lists).filter((r) => r === regime));
    return percent(found.reduce((sum, { length }) => sum + length, 0));
  });
  process.stdout.write(`| ${[count, ...cells].join(" | ")} |\n`);
});
process.stdout.write(`contradicted: ${percent(judged.reduce((sum, row) => sum + contradicted(row), 0))}\n`);

function verdictsOf(seed: number): Float64Array {
  const random = seedrandom(`verdicts ${seed + 1}`);
  const drawn = Array.from({ length: Math.max(...COUNTS) }, (_, replication) => ({
    ...results[Math.floor(random() * results.length)],
    replication,
  }));
  return Float64Array.from(
    COUNTS.flatMap((count) => regimeVerdicts(plan, drawn.slice(0, count), loaded.scenario)),
    ({ regime }) => REGIMES.indexOf(regime),
  );
}

/** Gives how many lists have decided verdicts that contradict one another. */
function contradicted(row: Float64Array): number {
  const open: readonly Regime[] = ["undecided", "unknown", "at its limit"];
  return Array.from({ length: lists }, (_, list) => {
    const decided = COUNTS.map((_, c) => REGIMES[row[c * lists + list]]).filter((r) => !open.includes(r));
    return new Set(decided).size > 1 ? 1 : 0;
  }).reduce<number>((sum, one) => sum + one, 0);
}
