import { randomInt } from "node:crypto";
import type { AskedPart } from "./asked-cells.ts";

/** Says what is simulated again. */
export interface Sample {
  /** Whether that is everything. */
  readonly isWhole: boolean;
  /** How many cells that are. */
  readonly cells: number;
  readonly hasReplication: (scenario: string, replication: number) => boolean;
  readonly hasPoint: (point: number) => boolean;
}

/** Draws some parts without repeats, each time others: whoever doctored a folder cannot know which. */
export function drawSample(parts: readonly AskedPart[], wanted: number): Sample {
  const isWhole = wanted >= parts.length;
  const chosen = drawSome(parts, wanted);
  const points = new Set<number>();
  const replications = new Map<string, Set<number>>();
  for (const [{ scenario, point, first }] of chosen)
    if (point !== null) points.add(point);
    else replications.set(scenario, (replications.get(scenario) ?? new Set()).add(first));
  return {
    isWhole,
    cells: chosen.flat().length,
    // A run to a precision may ask for more than run.json tells.
    hasReplication: (scenario, replication) =>
      isWhole || replications.get(scenario)?.has(replication) === true,
    hasPoint: (point) => isWhole || points.has(point),
  };
}

/** Draws some of many without repeats, each time others, or all where there are no more. */
export function drawSome<T>(all: readonly T[], wanted: number): readonly T[] {
  const left = [...all];
  const chosen: T[] = [];
  while (chosen.length < Math.min(wanted, all.length)) {
    const at = randomInt(left.length);
    chosen.push(left[at]);
    left[at] = left[left.length - 1];
    left.pop();
  }
  return chosen;
}
