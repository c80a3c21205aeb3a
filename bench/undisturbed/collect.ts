import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { meanInterval } from "../../sim/stats/mean-interval.ts";
import { STAYS, trendsOf, undisturbed } from "./trends.ts";

/*
 * Simulates glasgow-2021 with its own warm-up for eight years in which nothing happens, keeps by how much
 * places, waits and lists move a year in each replication, and prints their means with 95 % intervals:
 * `npm run undisturbed`, some two minutes. `test/model/stationary` holds what is kept to ±1 % a year.
 */
const REPLICATIONS = 48;
const w = undisturbed("glasgow-2021");
const rows = Array.from({ length: REPLICATIONS }, (_, replication) => {
  const trends = trendsOf(w, replication);
  return STAYS.map((name) => trends[name]);
});
const lines = rows.map((row) => `  [${row.join(", ")}]`);
writeFileSync(join("bench", "undisturbed", "kept.json"), `[\n${lines.join(",\n")}\n]\n`);
for (const [i, name] of STAYS.entries()) {
  const { mean, ciLow, ciHigh } = meanInterval(rows.map((row) => row[i]));
  const text = [mean, ciLow, ciHigh].map((value) => Number(value).toFixed(2));
  process.stdout.write(`${name}: ${text[0]} % a year (${text[1]} to ${text[2]})\n`);
}
