import { goalValues } from "../experiment/level-tester.ts";
import { correlationOf } from "../stats/correlation.ts";
import { listText } from "../words/lists.ts";
import { countText, numberText } from "../words/numbers.ts";
import { boundText, type Region, winningRegion } from "./conditions.ts";
import type { EnsembleMember } from "./members-file.ts";
import { type VariedValue, variedValues } from "./parameter-values.ts";
import type { LevelOfMembers } from "./robust-level.ts";

/** Where the members lie in which a goal fails. */
export interface FailingMembers {
  readonly region: Region;
  /** The parameters that bounds are of. */
  readonly parameters: readonly VariedValue[];
  /** Members that lie there, and how many of them fail. */
  readonly inside: number;
  readonly failing: number;
}

/** Parameters of which bounds are told: few members tell no more apart. */
const IN_WORDS = 2;

/**
 * Says where the members lie in which goals fail at a level: by at most two bounds on the two parameters with
 * which the goal goes most (by the correlation of its means over all members, which tells more than which of
 * them fail). Null where none or all fail, or where no such region has more that fail than do not.
 */
export function failingMembers(
  { members: simulated }: LevelOfMembers,
  members: readonly EnsembleMember[],
): FailingMembers | null {
  const isFailing = members.map((_, i) => simulated.some(({ member, isMet }) => member === i && !isMet));
  const failing = isFailing.filter(Boolean).length;
  if (failing === 0 || failing === members.length || simulated.length < members.length) return null;
  const missed = simulated[0].goals
    .map((_, goal) => simulated.filter(({ goals }) => !goals[goal].isMet).length)
    .reduce((most, count, goal, counts) => (count > counts[most] ? goal : most), 0);
  const means = members.map((_, i) => {
    const found = simulated.find(({ member }) => member === i);
    return found === undefined ? Number.NaN : meanOf(goalValues(found, found.goals[missed].goal));
  });
  const parameters = variedValues(members)
    .map((varied, number) => ({ varied, number, strength: Math.abs(correlationOf(varied.values, means)) }))
    .sort((a, b) => b.strength - a.strength || a.number - b.number)
    .slice(0, IN_WORDS)
    .map(({ varied }) => varied);
  const sum = members.reduce((all, { weight }) => all + weight, 0);
  const weights = Float64Array.from(members, ({ weight }) => weight / sum);
  const region = winningRegion(parameters, weights, isFailing);
  if (region === null) return null;
  const inside = members.flatMap((_, i) =>
    region.bounds.every(({ parameter, side, value }) =>
      side === "above" ? parameters[parameter].values[i] > value : parameters[parameter].values[i] <= value,
    )
      ? [isFailing[i]]
      : [],
  );
  return { region, parameters, inside: inside.length, failing: inside.filter(Boolean).length };
}

/** Says it: "It fails mostly where referral.rate is above x1.1 (3 members, of which it fails in 3)." */
export function failingText({ region, parameters, inside, failing }: FailingMembers): string {
  const where = listText(region.bounds.map((bound) => boundText(bound, parameters)));
  return (
    `It fails mostly where ${where} (${countText(inside, "member")}, of which it fails in ` +
    `${numberText(failing, 0)}).`
  );
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}
