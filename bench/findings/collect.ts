import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { keeping, type Printed, readPrinted } from "./answers.ts";
import { firstReplications } from "./first-replications.ts";
import { findingsPage } from "./page.ts";
import { wordsOf } from "./words-of.ts";

/*
 * Runs every command of the findings' page and keeps the numbers that the page tells, with digests of first
 * replications by which a test sees that the model has moved on: `npm run findings`, a quarter of an hour or more. What
 * was simulated is kept in a store, so that an interrupted run goes on.
 */
const MAIN = join("dist", "cli", "main.js");
const { values } = parseArgs({ options: { store: { type: "string", default: "results/findings-store" } } });

const printed = new Map<string, Printed>();
function run(command: string): Printed {
  let answer = printed.get(command);
  if (answer === undefined) {
    console.error(`linksim ${command}`);
    const options = ["--json", "--store", values.store];
    const output = execFileSync(process.execPath, [MAIN, ...wordsOf(command), ...options], {
      encoding: "utf8",
      maxBuffer: 1e9,
      stdio: ["ignore", "pipe", "ignore"],
    });
    answer = readPrinted(output);
    printed.set(command, answer);
  }
  return answer;
}

const answers = {};
findingsPage(keeping(run, answers));
const text = JSON.stringify({ first_replications: firstReplications(), answers }, null, 2);
writeFileSync(join("bench", "findings", "kept.json"), `${text}\n`);
