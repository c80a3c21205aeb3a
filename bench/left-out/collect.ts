import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openPool } from "../../cli/threads/pool.ts";
import { cutUnder, pilotMembers, REPLICATIONS } from "./cuts.ts";

/*
 * Simulates the pilot's cut under every member of its ensemble and keeps by how many people it is felt in
 * each replication: `npm run left-out`, some three minutes. A test asks of each member whether its own effect
 * lies in the range of the others.
 */
const WORKERS = 2;
const executor = openPool(WORKERS, new AbortController().signal);
try {
  const rows = await cutUnder(pilotMembers(), { replications: REPLICATIONS, executor });
  const lines = rows.map((row) => `  [${Array.from(row).join(", ")}]`);
  writeFileSync(join("bench", "left-out", "kept.json"), `[\n${lines.join(",\n")}\n]\n`);
} finally {
  await executor.close();
}
