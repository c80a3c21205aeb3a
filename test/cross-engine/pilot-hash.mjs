// Runs the pilot and its cut for a few replications and prints the SHA-256 of every table's bytes.
// The same file runs in Node and in Deno, on the built library.
import { readFileSync } from "node:fs";
import {
  createSimulator,
  csvText,
  loadScenario,
  replicationTable,
  retentionTable,
  seriesTable,
  summaryTable,
} from "../../dist/sim/index.js";

const sources = {
  read: (path) => {
    try {
      return new Uint8Array(readFileSync(path));
    } catch {
      return null;
    }
  },
  defaults: "scenarios/defaults.yaml",
  roots: ["."],
  library: "scenarios",
  directory: process.cwd(),
};
const runs = ["glasgow-pilot", "glasgow-pilot-cut"].map((name) => {
  const { scenario, template } = loadScenario(`scenarios/${name}/scenario.yaml`, sources);
  const simulator = createSimulator(scenario, template, "1");
  return { plan: simulator.plan, results: [0, 1, 2].map((r) => simulator.run(r)) };
});
const hashes = {};
for (const [name, table] of Object.entries({ replicationTable, retentionTable, seriesTable, summaryTable })) {
  const bytes = new TextEncoder().encode(csvText(table(runs)));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  hashes[name] = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
console.log(JSON.stringify(hashes, null, 2));
