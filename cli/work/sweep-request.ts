import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { readSweepFile } from "../../sim/experiment/design/sweep-file.ts";
import type { SweepRequest } from "../../sim/experiment/design/sweep-plan.ts";
import { renderProblem, ScenarioError } from "../../sim/scenario/problem.ts";
import { badInput } from "../exit-codes.ts";
import * as messages from "../messages.ts";
import { shownPath } from "../scenarios/files.ts";

/** Tells a sweep file from a scenario: only it has this key at the top. */
const SWEEP_KEY = /^["']?vary["']?\s*:/m;

/** Reads the request of a sweep file; undefined if the argument names something else, such as a scenario. */
export function readSweepRequest(argument: string): SweepRequest | undefined {
  if (!existsSync(argument) || !statSync(argument).isFile()) return undefined;
  const bytes = readFileSync(argument);
  if (!SWEEP_KEY.test(bytes.toString("utf8"))) return undefined;
  try {
    const request = readSweepFile(argument, bytes);
    return { ...request, scenario: besideOrNamed(argument, request.scenario) };
  } catch (failure) {
    if (!(failure instanceof ScenarioError)) throw failure;
    throw badInput(
      [...failure.problems.map(renderProblem), messages.nothingRun(failure.problems.length)].join("\n"),
    );
  }
}

/** Finds the scenario that a sweep file names: beside the file, else as it would be found on the command line. */
function besideOrNamed(file: string, scenario: string): string {
  const beside = join(dirname(file), scenario);
  return existsSync(beside) ? shownPath(beside) : scenario;
}
