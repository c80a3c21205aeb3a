/** Says how many parts go to each of some places, in their order. */
export type Allocation = readonly number[];

/** Counts in how many ways so many parts can go to places that hold at most so many each. */
export function countAllocations(capacities: readonly number[], parts: number): number {
  let ways = [1, ...Array.from({ length: parts }, () => 0)];
  for (const capacity of capacities)
    ways = ways.map((_, sum) =>
      ways.slice(Math.max(0, sum - capacity), sum + 1).reduce((total, one) => total + one, 0),
    );
  return ways[parts];
}

/** Lists every way, those first that fill the first places. */
export function allAllocations(capacities: readonly number[], parts: number): readonly Allocation[] {
  if (capacities.length === 0) return parts === 0 ? [[]] : [];
  const [first, ...others] = capacities;
  const most = Math.min(first, parts);
  return Array.from({ length: most + 1 }, (_, i) => most - i).flatMap((here) =>
    allAllocations(others, parts - here).map((rest) => [here, ...rest]),
  );
}

/** Returns an allocation with a part more, or less, at a place. */
export function withPart(allocation: Allocation, place: number, parts = 1): Allocation {
  return allocation.map((here, n) => (n === place ? here + parts : here));
}

/** Gives the name under which an allocation is known: the same for the same one. */
export const allocationKey = (allocation: Allocation): string => allocation.join(" ");
