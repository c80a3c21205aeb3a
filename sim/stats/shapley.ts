/** Greatest number of members: all coalitions of more are not simulated. */
export const MAX_MEMBERS = 6;

/**
 * Returns the Shapley value of each member times n!, from the worth of every coalition (Shapley 1953): the
 * sum over coalitions S without the member of |S|! (n - |S| - 1)! (worth with it - worth without it). Place
 * m of `worths` is the coalition of the members whose bits m has. Where worths are whole numbers, so are
 * these, and they add up to n! (worth of all - worth of none) exactly.
 */
export function shapleyNumerators(worths: ArrayLike<number>): number[] {
  const members = membersOf(worths);
  return Array.from({ length: members }, (_, member) => {
    let sum = 0;
    for (const { coalition, contribution } of contributions(worths, member)) {
      const others = sizeOf(coalition);
      sum += factorial(others) * factorial(members - others - 1) * contribution;
    }
    return sum;
  });
}

/** Returns the Shapley value of each member: its contribution, averaged over all orders of joining. */
export function shapleyValues(worths: ArrayLike<number>): number[] {
  const orders = factorial(membersOf(worths));
  return shapleyNumerators(worths).map((numerator) => numerator / orders);
}

/** What a member adds to a coalition that it joins. */
export interface Contribution {
  readonly coalition: number;
  readonly contribution: number;
}

/** Lists what a member adds to each coalition without it, the empty one first. */
export function contributions(worths: ArrayLike<number>, member: number): Contribution[] {
  membersOf(worths);
  const bit = 1 << member;
  const found: Contribution[] = [];
  for (let coalition = 0; coalition < worths.length; coalition++) {
    if ((coalition & bit) !== 0) continue;
    found.push({ coalition, contribution: worths[coalition | bit] - worths[coalition] });
  }
  return found;
}

/**
 * Lists the least coalitions that already have a property, smaller ones first: none of their parts has it.
 * Place m of `has` is the coalition of the members whose bits m has.
 */
export function leastCoalitions(has: (coalition: number) => boolean, members: number): number[] {
  const bySize = Array.from({ length: 1 << members }, (_, coalition) => coalition).sort(
    (a, b) => sizeOf(a) - sizeOf(b) || a - b,
  );
  const least: number[] = [];
  for (const coalition of bySize)
    if (!least.some((part) => (part & coalition) === part) && has(coalition)) least.push(coalition);
  return least;
}

/** Lists the members of a coalition, from 0. */
export function membersIn(coalition: number): number[] {
  return Array.from({ length: 32 - Math.clz32(coalition) }, (_, member) => member).filter(
    (member) => (coalition & (1 << member)) !== 0,
  );
}

const sizeOf = (coalition: number): number => membersIn(coalition).length;

function factorial(n: number): number {
  let product = 1;
  for (let factor = 2; factor <= n; factor++) product *= factor;
  return product;
}

/** Gives how many members have so many coalitions; throws a RangeError where it is no power of two. */
function membersOf({ length }: ArrayLike<number>): number {
  for (let members = 0; members <= MAX_MEMBERS; members++) if (1 << members === length) return members;
  throw new RangeError(`coalitions: expected a power of 2 up to ${1 << MAX_MEMBERS}, got ${length}`);
}
