import { CATALOGUE } from "../../measures/catalogue.ts";
import { describeMetric } from "../../measures/describe-metric.ts";
import type { Where } from "../../scenario/document.ts";
import { didYouMean } from "../../scenario/nearest-name.ts";
import type { Fault } from "../../scenario/parameter.ts";
import { type Problem, ScenarioError } from "../../scenario/problem.ts";
import { DEFAULT_REPLICATIONS, DEFAULT_SEED } from "../defaults.ts";
import { isSeed, MAX_REPLICATIONS, SEED_IN_WORDS, shown, wholeInWords } from "../door.ts";
import { isRowDesign, pointsOfRow, ROW_DESIGNS } from "./row-designs.ts";
import { MAX_SOBOL_DIMENSIONS } from "./sobol-sequence.ts";
import type { VariedParameter } from "./varied-parameter.ts";
import { readVariations, type Variation } from "./vary.ts";

/**
 * Lists how points are chosen: every combination of levels, a Latin hypercube, a scrambled Sobol sequence,
 * trajectories that move one parameter at a time (Morris), pairs of points with each parameter of the first
 * taken from the second (Saltelli), or as they are listed, the n-th value of each parameter at point n.
 */
export const DESIGNS = ["grid", "lhs", "sobol", ...ROW_DESIGNS, "listed"] as const;
export type Design = (typeof DESIGNS)[number];

/** Maximum number of points of a sweep. */
export const MAX_POINTS = 100_000;

/** Says which part of a request is meant, by its key in a sweep file and its option on the command line. */
type Part = "vary" | "design" | "points" | "metrics" | "replications" | "seed";

/** Holds what somebody asked for of a sweep; what is left out gets its default. */
export interface SweepQuestion {
  /** What is varied: the values of each parameter by its path, or variations and where they were written. */
  readonly vary: Readonly<Record<string, Variation["values"]>> | readonly Variation[];
  /** `grid` if left out. */
  readonly design?: Design | undefined;
  /**
   * Points of a sample; rows of `morris` (a point for each parameter, and one) and of `saltelli` (and two). A
   * grid has as many as its levels make.
   */
  readonly points?: number | undefined;
  /** Replications of each point; 100 if left out. */
  readonly replications?: number | undefined;
  /** The seed of the replications and of the sample; "1" if left out. */
  readonly seed?: string | undefined;
  /** Metrics to keep in the table of results; all if left out. */
  readonly metrics?: readonly string[] | undefined;
  /** Says where a part stands in its file; left out for the command line. */
  readonly where?: ((part: Part) => Where) | undefined;
}

/** Holds what somebody asked for on the command line or in a sweep file. */
export interface SweepRequest extends SweepQuestion {
  /** The scenario as it was named. */
  readonly scenario: string;
  readonly vary: readonly Variation[];
}

/** Holds a sweep that was checked as far as can be without its scenario, with every default filled in. */
export interface SweepPlan {
  /** In the order given, which is that of the columns of tables. */
  readonly parameters: readonly VariedParameter[];
  readonly design: Design;
  /** How many points there are. */
  readonly points: number;
  readonly replications: number;
  readonly seed: string;
  /** Null for all. */
  readonly metrics: readonly string[] | null;
  readonly warnings: readonly Problem[];
}

/** Checks what was asked for and completes it; throws a ScenarioError with every problem. */
export function planSweep(question: SweepQuestion): SweepPlan {
  const {
    vary,
    design = "grid",
    replications = DEFAULT_REPLICATIONS,
    seed = DEFAULT_SEED,
    metrics = null,
    where,
  } = question;
  const problems: Problem[] = [];
  const report = (part: Part, fault: Fault): void => {
    const place = where === undefined ? { file: `--${part}`, path: "" } : { ...where(part), path: part };
    problems.push({ ...place, ...fault, severity: "error" });
  };
  if (!isWhole(replications, MAX_REPLICATIONS))
    report("replications", { found: shown(replications), expected: wholeInWords(1, MAX_REPLICATIONS) });
  if (!isSeed(seed)) report("seed", { found: shown(seed), expected: SEED_IN_WORDS });
  if (!DESIGNS.includes(design))
    report("design", { found: shown(design), expected: `one of ${DESIGNS.join(", ")}` });
  const variations = variationsOf(vary).filter(({ path, values, place }) => {
    if (isText(values) || (Array.isArray(values) && values.every(isText))) return true;
    const expected = 'texts, such as "0.5:1:0.1" or ["0.5", "1"]';
    problems.push({ ...place, path, found: shown(values), expected, severity: "error" });
    return false;
  });
  const isListed = design === "listed";
  const placed = readVariations(variations, (problem) => problems.push(problem), { isListed });
  const parameters = placed.map(({ parameter }) => parameter);
  if (variations.length === 0 && problems.length === 0) {
    const hint = "For example link_workers.fte=0.5:1.0:0.1.";
    report("vary", { found: "nothing to vary", expected: "a parameter or more", hint });
  }
  if (metrics !== null && !Array.isArray(metrics))
    report("metrics", { found: shown(metrics), expected: "a list of metrics" });
  for (const metric of Array.isArray(metrics) ? metrics : []) {
    if (describeMetric(metric) !== undefined) continue;
    const hint = didYouMean(
      metric,
      CATALOGUE.map((entry) => entry.metric),
    );
    const fault = { found: metric, expected: "a metric that linksim measures" };
    report("metrics", hint === undefined ? fault : { ...fault, hint });
  }
  for (const { parameter, place } of placed) {
    const step = faultOfStep(parameter, design);
    const severity = design === "grid" || isListed ? "error" : "warning";
    if (step !== undefined) problems.push({ ...place, path: parameter.path, ...step, severity });
  }
  const points = isListed
    ? (parameters[0]?.levels?.length ?? 0)
    : design === "grid"
      ? gridSize(parameters)
      : (question.points ?? 0) * (isRowDesign(design) ? pointsOfRow(design, parameters.length) : 1);
  const lengths = new Set(parameters.map(({ levels }) => levels?.length ?? 0));
  if (isListed && lengths.size > 1)
    report("vary", {
      found: `${[...lengths].join(" and ")} values`,
      expected: "as many of each parameter, since listed takes the n-th of each",
    });
  const fault = faultOfSize(question.points, points, design, parameters.length);
  if (fault !== undefined) report(fault.part, fault.fault);
  if (problems.some(({ severity }) => severity === "error")) throw new ScenarioError(inOrder(problems));
  return { parameters, design, points, replications, seed, metrics, warnings: problems };
}

/** Sorts problems by their line in a file; those of the command line stay as they are. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

const isText = (value: unknown): boolean => typeof value === "string";

const isWhole = (count: unknown, max: number): boolean =>
  typeof count === "number" && Number.isInteger(count) && count >= 1 && count <= max;

function variationsOf(vary: SweepQuestion["vary"]): readonly Variation[] {
  if (isList(vary)) return vary;
  if (typeof vary !== "object" || vary === null) return [];
  return Object.entries(vary).map(([path, values]) => ({ path, values, place: { file: "vary" } }));
}

/** Tells the two apart; `Array.isArray` alone does not narrow a readonly array. */
const isList = (vary: SweepQuestion["vary"]): vary is readonly Variation[] => Array.isArray(vary);

function gridSize(parameters: readonly VariedParameter[]): number {
  return parameters.reduce((product, { levels }) => product * (levels?.length ?? 1), 1);
}

function faultOfStep({ levels, range }: VariedParameter, design: Design): Fault | undefined {
  if (design === "listed") {
    if (range === null) return undefined;
    return { found: "a range", expected: "a list, since listed takes the n-th value of each" };
  }
  if (design === "grid" && levels === null) {
    const hint = "Add a step, A:B:STEP, or take the design lhs or sobol.";
    return { found: "a range without a step", expected: "the values that a grid takes", hint };
  }
  if (design !== "grid" && levels !== null && range !== null) {
    const hint = "Write A:B, or list the values to keep to them.";
    return {
      found: "a range with a step",
      expected: `a range without one, as ${design} draws from all of it`,
      hint,
    };
  }
  return undefined;
}

interface PartFault {
  readonly part: Part;
  readonly fault: Fault;
}

function faultOfSize(
  given: number | undefined,
  points: number,
  design: Design,
  parameters: number,
): PartFault | undefined {
  const fault = (part: Part, found: string, expected: string, hint?: string): PartFault => ({
    part,
    fault: hint === undefined ? { found, expected } : { found, expected, hint },
  });
  if (design === "listed") {
    if (given !== undefined)
      return fault("points", String(given), "no number of points for a list", "Leave it out.");
    return points > MAX_POINTS
      ? fault("vary", `${points} points`, `a list of at most ${MAX_POINTS}`)
      : undefined;
  }
  if (design === "grid") {
    const hint = "Leave it out, or take the design lhs or sobol.";
    if (given !== undefined) return fault("points", String(given), "no number of points for a grid", hint);
    const isTooLarge = points > MAX_POINTS;
    const shorter = "Take longer steps, or the design sobol.";
    return isTooLarge
      ? fault("vary", `${points} points`, `a grid of at most ${MAX_POINTS}`, shorter)
      : undefined;
  }
  if (isRowDesign(design)) {
    const each = pointsOfRow(design, parameters);
    if (given === undefined)
      return fault("points", "no number of rows", `how many rows ${design} draws`, "For example 10.");
    const most = Math.max(1, Math.floor(MAX_POINTS / each));
    return isWhole(given, most)
      ? undefined
      : fault("points", String(given), `${wholeInWords(1, most)}: rows of ${each} points`);
  }
  if (given === undefined) {
    const hint = design === "sobol" ? "A power of two, such as 256, is the most even." : "For example 200.";
    return fault("points", "no number of points", `how many points ${design} draws`, hint);
  }
  if (!isWhole(given, MAX_POINTS)) return fault("points", String(given), wholeInWords(1, MAX_POINTS));
  if (design !== "sobol" || parameters <= MAX_SOBOL_DIMENSIONS) return undefined;
  const expected = `at most ${MAX_SOBOL_DIMENSIONS} for sobol`;
  return fault("vary", `${parameters} parameters`, expected, "Take the design lhs.");
}
