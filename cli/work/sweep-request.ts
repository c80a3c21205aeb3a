import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import Papa from "papaparse";
import { readSweepFile } from "../../sim/experiment/design/sweep-file.ts";
import { DESIGNS, planSweep, type SweepRequest } from "../../sim/experiment/design/sweep-plan.ts";
import { variationOf } from "../../sim/experiment/design/vary.ts";
import { messages } from "../messages/index.ts";
import { shownPath } from "../scenarios/files.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { refusing } from "./refusing.ts";
import type { SweepTask } from "./task.ts";

/** What the command line says of a sweep; undefined where it leaves something open. */
export interface SweepAsked {
  readonly vary: readonly string[] | undefined;
  readonly design: string | undefined;
  readonly seed: string | undefined;
  readonly replications: number | undefined;
  readonly points: number | undefined;
  readonly metrics: readonly string[] | undefined;
}

/**
 * Takes the request from a sweep file, or from the command line; what both say, the command line decides.
 */
export function sweepRequest(argument: string, { vary, design, ...asked }: SweepAsked): SweepRequest {
  const { seed, replications, points, metrics } = asked;
  const laidOver = {
    ...(seed === undefined ? {} : { seed }),
    ...(replications === undefined ? {} : { replications }),
    ...(points === undefined ? {} : { points }),
    ...(metrics === undefined ? {} : { metrics }),
  };
  if (design?.endsWith(".csv")) {
    if (vary !== undefined) throw badInput(messages.oneOfTwo("vary", "design FILE.csv"));
    return { scenario: argument, vary: listedPoints(design), design: "listed", ...laidOver };
  }
  const fromFile = readRequest(argument);
  if (fromFile === undefined)
    return {
      scenario: argument,
      vary: (vary ?? []).map(variationOf),
      design: readDesign(design),
      ...laidOver,
    };
  if (vary !== undefined || design !== undefined) throw badInput(messages.varyWithFile(argument));
  return { ...fromFile, ...laidOver };
}

/** Makes the task of a request; refuses one whose points cannot be planned. */
export function sweepTask(
  request: SweepRequest,
  { formats, groups, tidy }: Pick<SweepTask, "formats" | "groups" | "tidy">,
): SweepTask {
  const { seed, replications, design, metrics } = refusing(() => planSweep(request));
  return {
    kind: "sweep",
    seed,
    replications,
    formats,
    vary: request.vary.map(({ path, values }) => ({
      path,
      values: typeof values === "string" ? values : [...values],
    })),
    design,
    points: request.points ?? null,
    metrics: metrics === null ? null : [...metrics],
    groups,
    ...(tidy === true ? { tidy } : {}),
  };
}

/** Tells a sweep file from a scenario: only it has this key at the top. */
const SWEEP_KEY = /^["']?vary["']?\s*:/m;

/** Reads the request of a sweep file; undefined if the argument names something else, such as a scenario. */
function readRequest(argument: string): SweepRequest | undefined {
  if (!existsSync(argument) || !statSync(argument).isFile()) return undefined;
  const bytes = readFileSync(argument);
  if (!SWEEP_KEY.test(bytes.toString("utf8"))) return undefined;
  const request = refusing(() => readSweepFile(argument, bytes));
  return { ...request, scenario: besideOrNamed(argument, request.scenario) };
}

/**
 * Finds the scenario that a sweep file names: beside the file, else as it would be found on the command
 * line.
 */
function besideOrNamed(file: string, scenario: string): string {
  const beside = join(dirname(file), scenario);
  return existsSync(beside) ? shownPath(beside) : scenario;
}

/** Reads points from a CSV: a column a path, a row a point, cells as --set takes them. */
function listedPoints(file: string): SweepRequest["vary"] {
  if (!existsSync(file)) throw badInput(messages.noDesignFile(file));
  const { data, errors } = Papa.parse<string[]>(readFileSync(file, "utf8").replace(/^\uFEFF/, ""), {
    skipEmptyLines: "greedy",
  });
  const [paths = [], ...rows] = data;
  const [error] = errors.filter(({ type }) => type !== "Delimiter");
  if (error !== undefined) throw badInput(messages.badDesignFile(file, (error.row ?? 0) + 1, error.message));
  if (rows.length === 0) throw badInput(messages.badDesignFile(file, 1, "expected a row for each point"));
  const uneven = rows.findIndex((row) => row.length !== paths.length);
  if (uneven >= 0) throw badInput(messages.badDesignFile(file, uneven + 2, `expected ${paths.length} cells`));
  return paths.flatMap((path, column) =>
    path.trim() === "point"
      ? []
      : [{ path: path.trim(), values: rows.map((row) => row[column].trim()), place: { file } }],
  );
}

function readDesign(text = "grid"): SweepRequest["design"] {
  const design = DESIGNS.find((known) => known === text);
  if (design === undefined) throw badInput(messages.noneOf("design", text, DESIGNS));
  return design;
}
