import { createHash } from "node:crypto";
import { loadAll } from "../../cli/scenarios/load-scenarios.ts";
import { createSimulator } from "../../sim/experiment/simulator.ts";

/** Between them they meet cuts of posts and places, networking and every feedback loop. */
const SCENARIOS = ["glasgow-pilot-cut", "perfect-storm", "protected-networking"];

/** Gives a digest of what the first replication of some scenarios measures: it moves when numbers do. */
export function firstReplications(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    loadAll(SCENARIOS, []).map(({ argument, scenario, template }) => {
      const { values } = createSimulator(scenario, template, "findings").run(0);
      const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
      return [argument, createHash("sha256").update(bytes).digest("hex").slice(0, 16)];
    }),
  );
}
