import { spawnSync } from "node:child_process";
import { loadAll } from "../cli/scenarios/load-scenarios.ts";
import { createSimulator, makeWorld } from "../sim/experiment/simulator.ts";
import { runReplication } from "../sim/model/run.ts";
import { replicationKey, rootKey } from "../sim/random/keys.ts";

/**
 * Prints how a replication scales from the pilot to a nation, each scenario in a process of its own so that
 * its memory is its own: the model alone and with its measures, medians on one thread. Run it on an idle
 * machine: `npm run bench:scale`, or with the names of scenarios.
 */
const RUNS: Readonly<Record<string, number>> = {
  "glasgow-pilot": 41,
  "glasgow-2021": 9,
  "scotland-250": 3,
  "england-3500": 1,
};
const GOALS: Readonly<Record<string, string>> = {
  "glasgow-2021": "0.29 s",
  "scotland-250": "3 s, 250 MB",
  "england-3500": "60 s, 1.2 GB",
};

interface Timing {
  readonly events: number;
  readonly people: number;
  readonly seconds: number;
  /** Highest memory of the process. */
  readonly bytes: number;
}

/**
 * Times replications of the model alone, whose first person is the first of the log, or of the model with
 * its measures.
 */
function time(name: string, isWhole: boolean): Timing {
  const [{ scenario, template }] = loadAll([name], []);
  const seconds: number[] = [];
  let events = 0;
  let people = 0;
  const clocked = (run: () => number): void => {
    for (let r = 0; r < (RUNS[name] ?? 3); r++) {
      const start = performance.now();
      events = run();
      seconds.push((performance.now() - start) / 1000);
    }
  };
  if (isWhole) {
    const simulator = createSimulator(scenario, template, "1");
    clocked(() => simulator.run(seconds.length).events);
  } else {
    const world = makeWorld(scenario, template);
    const root = rootKey("1");
    clocked(() => runReplication(world, replicationKey(root, seconds.length)));
    people = world.episodes.length;
  }
  const median = [...seconds].sort((a, b) => a - b)[seconds.length >> 1];
  return { events, people, seconds: median, bytes: process.resourceUsage().maxRSS * 1024 };
}

function inOwnProcess(name: string, kind: "model" | "whole"): Timing {
  const run = spawnSync(process.execPath, [process.argv[1], kind, name], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Timing;
}

function printRow(cells: readonly string[]): void {
  const [name, ...figures] = cells;
  console.log(name.padEnd(16) + figures.map((figure) => figure.padStart(13)).join(""));
}

const [kind, ...names] = process.argv.slice(2);
if (kind === "model" || kind === "whole") console.log(JSON.stringify(time(names[0], kind === "whole")));
else {
  const wanted = kind === undefined ? Object.keys(RUNS) : [kind, ...names];
  console.log(`Node ${process.version}, one thread; time per event is against the first row\n`);
  printRow([
    "scenario",
    "people",
    "events",
    "model s",
    "whole s",
    "M events/s",
    "per event",
    "peak MB",
    "bytes/person",
    "goal",
  ]);
  let first = NaN;
  for (const name of wanted) {
    const model = inOwnProcess(name, "model");
    const whole = inOwnProcess(name, "whole");
    const perEvent = model.seconds / model.events;
    if (Number.isNaN(first)) first = perEvent;
    printRow([
      name,
      String(model.people),
      String(model.events),
      model.seconds.toFixed(2),
      whole.seconds.toFixed(2),
      (1e-6 / perEvent).toFixed(2),
      `x ${(perEvent / first).toFixed(2)}`,
      (whole.bytes / 1e6).toFixed(0),
      (whole.bytes / model.people).toFixed(0),
      GOALS[name] ?? "",
    ]);
  }
}
