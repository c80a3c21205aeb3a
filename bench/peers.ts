import { spawnSync } from "node:child_process";

/**
 * Times M/M/4 in other simulators where they are installed, each in a process of its own with its own random
 * numbers: SimPy and Ciw (Python), simmer (R) and simjs (Node, found as `require` finds it, also through
 * NODE_PATH).
 */
export interface Peer {
  readonly name: string;
  /** Million events a second: arrivals and services; undefined where it is not installed. */
  readonly rate: number | undefined;
}

const PEERS = [
  { name: "SimPy", command: "python3", script: "simpy_mm4.py", arrivals: 40_000 },
  { name: "Ciw", command: "python3", script: "ciw_mm4.py", arrivals: 20_000 },
  { name: "simmer", command: "Rscript", script: "simmer_mm4.R", arrivals: 100_000 },
  { name: "simjs", command: process.execPath, script: "simjs_mm4.cjs", arrivals: 200_000 },
];

export function benchPeers(): Peer[] {
  return PEERS.map(({ name, command, script, arrivals }) => {
    const run = spawnSync(command, [`bench/peers/${script}`, String(arrivals)], { encoding: "utf8" });
    if (run.status !== 0) return { name, rate: undefined };
    const [seconds, events] = run.stdout.trim().split(/\s+/).map(Number);
    return { name, rate: events / seconds / 1e6 };
  });
}
