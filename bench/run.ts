import { readFileSync } from "node:fs";
import { createSimulator, makeWorld } from "../sim/experiment/simulator.ts";
import { runReplication } from "../sim/model/run.ts";
import { replicationKey, rootKey } from "../sim/random/keys.ts";
import { type LoadedScenario, loadScenario } from "../sim/scenario/load.ts";
import { sourcesFromMap } from "../sim/scenario/sources.ts";
import { median, timeAgainst } from "./against.ts";
import { benchEngine } from "./engine.ts";
import { benchPeers } from "./peers.ts";

/**
 * Prints the benchmark table: the kernel on M/M/4 against a bare loop and against other simulators where they
 * are installed, replications against the build of another checkout (`--against DIR`), and a replication of
 * the pilot, and of 100 posts over three years, with memory. Times are medians in this process after warm-up,
 * on one thread. Seconds are this machine's and this hour's; ratios are taken side by side and last.
 *
 * usage: node --expose-gc dist/bench/run.js [--against DIR]
 */
const PILOT = ["scenario.yaml", "practices.csv", "organisations.csv"];

function load(yaml: string): LoadedScenario {
  const files = new Map(
    PILOT.slice(1).map((name) => [`/b/${name}`, readFileSync(`scenarios/glasgow-pilot/${name}`, "utf8")]),
  );
  files.set("/b/pilot.yaml", readFileSync("scenarios/glasgow-pilot/scenario.yaml", "utf8"));
  files.set("/b/defaults.yaml", readFileSync("scenarios/defaults.yaml", "utf8"));
  files.set("/b/bench.yaml", yaml);
  return loadScenario(
    "/b/bench.yaml",
    sourcesFromMap(files, { defaults: "/b/defaults.yaml", roots: ["/b"] }),
  );
}

function hundredPosts(): LoadedScenario {
  const sizes = [2244, 4653, 5130, 2549, 4160, 4741, 5946];
  const practices = Array.from(
    { length: 100 },
    (_, n) => `  - { id: practice-${n + 1}, list_size: ${sizes[n % sizes.length]}, region: glasgow }`,
  );
  return load(`name: hundred
start: 2021-04-05
horizon: 156 weeks
data: { organisation_template: organisations.csv }
organisations: { generate: { local_per_practice: 10, posts_per_city_wide: 1.3, posts_per_statutory: 2.6 } }
practices:
${practices.join("\n")}
`);
}

interface Timing {
  readonly events: number;
  readonly model: number;
  readonly whole: number;
  readonly heapGrowthMiB: number;
}

function time({ scenario, template }: LoadedScenario, replications: number): Timing {
  const world = makeWorld(scenario, template);
  const simulator = createSimulator(scenario, template, "bench");
  const root = rootKey("bench");
  const model: number[] = [];
  const whole: number[] = [];
  let events = 0;
  const warmUp = Math.ceil(replications / 4);
  let heapAfterWarmUp = 0;
  for (let r = 0; r < replications + warmUp; r++) {
    const start = performance.now();
    events = runReplication(world, replicationKey(root, r));
    const middle = performance.now();
    simulator.run(r);
    if (r === warmUp) heapAfterWarmUp = heapInUse();
    if (r < warmUp) continue;
    model.push(middle - start);
    whole.push(performance.now() - middle);
  }
  return {
    events,
    model: median(model),
    whole: median(whole),
    heapGrowthMiB: (heapInUse() - heapAfterWarmUp) / 2 ** 20,
  };
}

function heapInUse(): number {
  // With --expose-gc the figure is what is held, without it what was not yet collected.
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function row(name: string, figure: string, goal: string): void {
  console.log(`${name.padEnd(58)}${figure.padStart(16)}   ${goal}`);
}

console.log(`Node ${process.version}, one thread\n`);
row("measure", "measured", "goal");
const { kernel, bareLoop, withAbandonment } = benchEngine();
row("kernel, M/M/4, million events a second", kernel.toFixed(2), ">= 4");
row("kernel, M/M/4+M, million events a second", withAbandonment.toFixed(2), ">= 3");
row("bare loop with the same draws, million events a second", bareLoop.toFixed(2), "");
row("kernel over bare loop", (kernel / bareLoop).toFixed(2), ">= 0.9");
for (const { name, rate } of benchPeers())
  row(
    `kernel over ${name}`,
    rate === undefined ? "not installed" : (kernel / rate).toFixed(1),
    name === "simjs" ? ">= 6" : "",
  );
const against = process.argv.indexOf("--against");
if (against < 0) row("against another build", "not asked", "--against DIR");
else
  for (const [name, replications] of [
    ["glasgow-pilot", 200],
    ["glasgow-2021", 24],
  ] as const) {
    const { before, now, ratio } = await timeAgainst(process.argv[against + 1], name, replications);
    row(`${name}: CPU over that of the other build`, ratio.toFixed(2), "<= 0.5");
    row(`${name}: ms a replication, the other build and this`, `${before.toFixed(1)} ${now.toFixed(1)}`, "");
  }
const pilot = time(load("name: bench\nextends: pilot.yaml\n"), 100);
row("pilot: a replication with its measures, ms", pilot.whole.toFixed(1), "<= 60");
row(
  "pilot: the model alone, million events a second",
  (pilot.events / pilot.model / 1000).toFixed(2),
  ">= 1",
);
row("pilot: memory held more after 100 replications, MiB", pilot.heapGrowthMiB.toFixed(1), "flat");
const hundred = time(hundredPosts(), 12);
row("100 posts, 3 years: a replication with its measures, ms", hundred.whole.toFixed(0), "");
row("100 posts, 3 years: events in a replication", String(hundred.events), "");
row(
  "100 posts, 3 years: the model alone, million events a s",
  (hundred.events / hundred.model / 1000).toFixed(2),
  "",
);
row("100 posts, 3 years: memory held more after 12, MiB", hundred.heapGrowthMiB.toFixed(1), "flat");
row("peak resident memory of this process, MiB", (process.resourceUsage().maxRSS / 1024).toFixed(0), "");
