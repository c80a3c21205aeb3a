import * as z from "zod";
import { readDocument } from "../../scenario/document.ts";
import { type Problem, ScenarioError } from "../../scenario/problem.ts";
import { quantity } from "../../scenario/quantity.ts";
import { MAX_REPLICATIONS } from "../door.ts";
import { DESIGNS, inOrder, MAX_POINTS, type SweepRequest } from "./sweep-plan.ts";
import { readVariations, type Variation } from "./vary.ts";

const value = z.union([z.string(), z.number(), z.boolean()]);
const count = (meaning: string, max: number) => quantity("whole", { min: 1, max, meaning });

/** Declares the sweep file. */
export const sweepFileSchema = z.strictObject({
  scenario: z.string().min(1).describe("the scenario: a file, a folder, or one that comes with linksim"),
  vary: z
    .record(
      z.string(),
      z.union([
        z.string().describe("a range A:B:STEP or A:B, or a list a,b,c"),
        z.array(value).min(2).describe("the values"),
      ]),
    )
    .describe("what is varied: the path of a parameter, and its values"),
  design: z
    .enum(DESIGNS)
    .optional()
    .describe(
      "how points are chosen: every combination, a Latin hypercube, a Sobol sequence, rows that move one " +
        "parameter at a time (morris, saltelli), or the n-th value of each (listed); grid if left out",
    ),
  points: count("points of a sample, rows of morris or saltelli; none for a grid", MAX_POINTS).optional(),
  replications: count("replications of each point", MAX_REPLICATIONS).optional(),
  seed: z.union([z.string(), z.number()]).optional().describe("random seed of people and points: any text"),
  metrics: z.array(z.string()).min(1).optional().describe("metrics in the table of results; all if left out"),
});

/** Reads a sweep file; throws a ScenarioError with every problem, in the order of the file. */
export function readSweepFile(file: string, bytes: Uint8Array): SweepRequest {
  const document = readDocument(file, bytes, { schema: sweepFileSchema, noun: "a sweep" });
  const { value: request } = document;
  const vary = variationsIn(document.written(["vary"]), (path) => document.where(["vary", path]));
  if (request === null) {
    const problems: Problem[] = [...document.problems];
    readVariations(vary, (problem) => problems.push(problem));
    throw new ScenarioError(inOrder(problems));
  }
  const seed = request.seed === undefined ? undefined : String(request.seed);
  return { ...request, seed, vary, where: (part) => document.where([part]) };
}

/** Takes from `vary` what has the form of a variation; the schema tells of the rest. */
function variationsIn(written: unknown, where: (path: string) => Variation["place"]): readonly Variation[] {
  if (typeof written !== "object" || written === null) return [];
  return Object.entries(written).flatMap(([path, values]: [string, unknown]): readonly Variation[] => {
    const place = where(path);
    if (typeof values === "string") return [{ path, values, place }];
    const members = z.array(value).min(2).safeParse(values);
    return members.success ? [{ path, values: members.data.map(String), place }] : [];
  });
}
