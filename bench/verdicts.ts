/**
 * Measures how often verdicts on waiting lists contradict one another as replications are added:
 * `npm run bench:verdicts -- [SCENARIO] [--pool N] [--seeds N]`. A pool of replications is simulated once; each
 * seed draws its replications from it with replacement, and every list is judged at 12, 25, 50, 100 and 200 of
 * them. Two decided verdicts contradict one another where they differ, unless one is "at its limit".
 */
import { parseArgs } from "node:util";
import seedrandom from "seedrandom";
import { type Regime, regimeVerdicts } from "../sim/findings/regime.ts";
import { loadFolder, simulatePool } from "./pool.ts";

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pool: { type: "string", default: "1000" },
    seeds: { type: "string", default: "1000" },
  },
});
const [path = "scenarios/glasgow-pilot"] = positionals;
const COUNTS = [12, 25, 50, 100, 200];
const seeds = Number(given.seeds);
const { loaded, plan, results } = simulatePool(loadFolder(path), {
  seed: "verdicts",
  count: Number(given.pool),
  detail: "full",
});

const decided = COUNTS.map(() => 0);
let lists = 0;
let contradicted = 0;
for (let seed = 1; seed <= seeds; seed++) {
  const random = seedrandom(`verdicts ${seed}`);
  const drawn = Array.from({ length: Math.max(...COUNTS) }, (_, replication) => ({
    ...results[Math.floor(random() * results.length)],
    replication,
  }));
  const regimesOf = new Map<string, Regime[]>();
  COUNTS.forEach((count, n) => {
    for (const { pool, regime } of regimeVerdicts(plan, drawn.slice(0, count), loaded.scenario)) {
      if (regime === "undecided") continue;
      decided[n]++;
      regimesOf.set(pool, [...(regimesOf.get(pool) ?? []), regime]);
    }
    if (seed === 1 && n === 0) lists = regimeVerdicts(plan, drawn.slice(0, count), loaded.scenario).length;
  });
  for (const regimes of regimesOf.values()) {
    const sides = new Set(regimes.filter((regime) => regime !== "at its limit"));
    if (sides.size > 1) contradicted++;
  }
}
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`;
process.stdout.write(
  `${path}: ${lists} lists, ${seeds} seeds from a pool of ${results.length} replications\n`,
);
COUNTS.forEach((count, n) => {
  process.stdout.write(`decided at ${count}: ${percent(decided[n], lists * seeds)}\n`);
});
process.stdout.write(`contradicted: ${percent(contradicted, lists * seeds)}\n`);
