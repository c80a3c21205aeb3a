import { latinHypercube } from "../experiment/design/latin-hypercube.ts";
import { valueAt } from "../experiment/design/varied-parameter.ts";
import { readVariations } from "../experiment/design/vary.ts";
import { FEWEST_MEMBERS } from "../findings/not-known.ts";
import { entityKey, rootKey } from "../random/keys.ts";
import { type Problem, ScenarioError } from "../scenario/problem.ts";
import type { PriorRange } from "./manifest.ts";
import type { EnsembleMember } from "./members-file.ts";

/**
 * Draws sets of values from the ranges that were known before any published figure was used, each by its
 * distribution and independent of the others (Latin hypercube: McKay, Beckman & Conover 1979); as many as a
 * range takes, each with weight 1. Throws a ScenarioError with every problem of `file`, which states the
 * ranges.
 */
export function drawBefore(
  prior: readonly PriorRange[],
  seed: string,
  file: string,
): readonly EnsembleMember[] {
  const problems: Problem[] = [];
  const variations = prior.map((one) => ({ ...one, place: { file } }));
  const parameters = readVariations(variations, (problem) => problems.push(problem)).map(
    ({ parameter }) => parameter,
  );
  if (problems.length > 0) throw new ScenarioError(problems);
  const columns = parameters.map(({ path }) =>
    latinHypercube(FEWEST_MEMBERS, entityKey(rootKey(seed), "ensemble/drawn before", path)),
  );
  return Array.from({ length: FEWEST_MEMBERS }, (_, i) => ({
    member: i + 1,
    weight: 1,
    set: parameters.map((parameter, at) => `${parameter.path}=${valueAt(parameter, columns[at][i]).text}`),
  }));
}
