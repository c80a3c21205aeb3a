import { pathToFileURL } from "node:url";
import { loadAll } from "../cli/scenarios/load-scenarios.ts";
import { createSimulator } from "../sim/experiment/simulator.ts";

/**
 * Times replications of a scenario in this build and in that of another checkout, each with its own scenario:
 * both in one process, a replication of one after the same replication of the other, so that what else the
 * machine does weighs on both.
 */
export interface Against {
  /** Milliseconds of CPU a replication with its measures: medians. */
  readonly before: number;
  readonly now: number;
  /** Median over replications of the one over the other. */
  readonly ratio: number;
}

/** What is used of a build; the other's is as old as that build. */
interface Build {
  readonly createSimulator: typeof createSimulator;
  readonly loadAll: typeof loadAll;
}

export async function timeAgainst(
  checkout: string,
  scenario: string,
  replications: number,
): Promise<Against> {
  const built = (file: string): Promise<Build> => import(pathToFileURL(`${checkout}/dist/${file}`).href);
  const other = {
    ...(await built("sim/experiment/simulator.js")),
    ...(await built("cli/scenarios/load-scenarios.js")),
  };
  const before = simulatorOf(other, checkout, scenario);
  const now = simulatorOf({ createSimulator, loadAll }, ".", scenario);
  const warmUp = Math.ceil(replications / 4);
  const times: { readonly before: number; readonly now: number }[] = [];
  for (let r = 0; r < replications + warmUp; r++) {
    const one = { before: clocked(() => before.run(r)), now: clocked(() => now.run(r)) };
    if (r >= warmUp) times.push(one);
  }
  return {
    before: median(times.map((one) => one.before)),
    now: median(times.map((one) => one.now)),
    ratio: median(times.map((one) => one.now / one.before)),
  };
}

function simulatorOf(build: Build, checkout: string, name: string): ReturnType<typeof createSimulator> {
  const here = process.cwd();
  process.chdir(checkout);
  const [{ scenario, template }] = build.loadAll([name], []);
  process.chdir(here);
  return build.createSimulator(scenario, template, "bench");
}

/** Milliseconds of CPU. */
function clocked(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
