import { crossFitted } from "../stats/cross-fitted.ts";
import { normalCritical } from "../stats/student-t.ts";

/** What a decision rests on: options, and what each is worth under every member. */
export interface Decision {
  /** One a member; they add up to 1. */
  readonly weights: Float64Array;
  /** By option, then member: what it is worth in each replication, in the unit of the objective. */
  readonly worth: readonly (readonly ArrayLike<number>[])[];
  /** By parameter: its value under each member. */
  readonly parameters: readonly ArrayLike<number>[];
}

/** A value of information, in the unit of the objective, with its 95 % interval over members. */
export interface InformationValue {
  readonly value: number;
  readonly ciLow: number;
  readonly ciHigh: number;
}

/**
 * Gives what knowing every parameter would be worth: the mean, over members, of what the option that is best
 * under the member is worth beyond the one that is best over all (expected value of perfect information:
 * Raiffa & Schlaifer 1961). Options are chosen on half of the replications and valued on the other half,
 * both ways round, so that chance does not look like value.
 */
export function perfectInformation({ weights, worth }: Decision): InformationValue {
  return valued(weights, worth, (half) => {
    const means = worth.map((option) => option.map((row) => meanOf(row, half)));
    return weights.map((_, member) => bestOf(means.map((option) => option[member])));
  });
}

/**
 * Gives what knowing some parameters would be worth: the same with the option that is best by what is
 * expected of it at their values, found by regression on the members (Strong, Oakley & Brennan 2014).
 * `which` are their numbers. A member is valued by fits to the others alone, so that what the regression
 * has learnt by heart does not look like value.
 */
export function partialInformation(decision: Decision, which: readonly number[]): InformationValue {
  const { weights, worth } = decision;
  const columns = which.map((parameter) => decision.parameters[parameter]);
  return valued(weights, worth, (half) => {
    const means = worth.map((option) => option.map((row) => meanOf(row, half)));
    // What is fitted is the difference from the first option: what all options share tells nothing.
    const expected = means.map((option) =>
      crossFitted(
        columns,
        option.map((value, member) => value - means[0][member]),
        weights,
      ),
    );
    return weights.map((_, member) => bestOf(expected.map((of) => of[member])));
  });
}

/** Gives what each option is worth on the mean over members and replications. */
export const optionMeans = ({ weights, worth }: Decision): readonly number[] =>
  worth.map((option) =>
    weightedMean(
      option.map((row) => meanOf(row, "both")),
      weights,
    ),
  );

/** Gives the option that is best over all members and replications. */
export const bestOption = (decision: Decision): number => bestOf(optionMeans(decision));

type Half = "even" | "odd" | "both";

/** Values choices made on one half of the replications on the other half, both ways round. */
function valued(
  weights: Float64Array,
  worth: Decision["worth"],
  choose: (half: Half) => ArrayLike<number>,
): InformationValue {
  const gains = new Float64Array(weights.length);
  for (const [half, other] of [
    ["even", "odd"],
    ["odd", "even"],
  ] as const) {
    const chosen = choose(half);
    const usual = bestOf(
      worth.map((option) =>
        weightedMean(
          option.map((row) => meanOf(row, half)),
          weights,
        ),
      ),
    );
    for (let member = 0; member < gains.length; member++) {
      const [with_, without] = [worth[chosen[member]][member], worth[usual][member]];
      if (chosen[member] !== usual) gains[member] += (meanOf(with_, other) - meanOf(without, other)) / 2;
    }
  }
  const value = weightedMean(gains, weights);
  let squares = 0;
  for (let member = 0; member < gains.length; member++) {
    const apart = weights[member] * (gains[member] - value);
    squares += apart * apart;
  }
  const halfWidth = normalCritical(0.95) * Math.sqrt(squares);
  return { value, ciLow: value - halfWidth, ciHigh: value + halfWidth };
}

function bestOf(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[best]) best = i;
  return best;
}

/** Gives the mean of every other replication, or of all; one replication is both halves. */
function meanOf(row: ArrayLike<number>, half: Half): number {
  const step = half === "both" || row.length === 1 ? 1 : 2;
  let [sum, count] = [0, 0];
  for (let r = half === "odd" && row.length > 1 ? 1 : 0; r < row.length; r += step) {
    sum += row[r];
    count++;
  }
  return sum / count;
}

function weightedMean(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += weights[i] * values[i];
  return sum;
}
