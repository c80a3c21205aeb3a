import { type MemberRuns, rowsOfMean } from "../findings/not-known.ts";
import { type Region, winningRegion } from "./conditions.ts";
import type { EnsembleMember } from "./members-file.ts";
import { type VariedValue, variedValues } from "./parameter-values.ts";
import {
  bestOption,
  type Decision,
  type InformationValue,
  optionMeans,
  partialInformation,
  perfectInformation,
} from "./value.ts";

/** What a decision is for. */
export type Objective =
  | { readonly kind: "reached_3" }
  /** People reaching three contacts at a price, less what the programme costs. */
  | { readonly kind: "pounds"; readonly price: number };

/** What one parameter would be worth. */
export interface ParameterValue extends InformationValue {
  readonly path: string;
  readonly unit: string;
}

/** What deciding rests on, and what would be worth measuring first. */
export interface DecisionValue {
  readonly options: readonly string[];
  /** Mean worth of each option over the members. */
  readonly worth: readonly number[];
  readonly best: string;
  readonly second: string;
  /** Share of the members, by weight, in which the best is best. */
  readonly bestShare: number;
  readonly everything: InformationValue;
  /** Of each parameter, most first. */
  readonly parameters: readonly ParameterValue[];
  /** Of the first two together; null with fewer than two. */
  readonly firstTwo: InformationValue | null;
  /** Where the second option wins; null where it never does so often. */
  readonly region: { readonly found: Region; readonly parameters: readonly VariedValue[] } | null;
  /** The same once more with other weights of the members; null where there are none. */
  readonly otherWeights: OtherWeights | null;
}

/** Other weights of the members, and what deciding rests on with them. */
export interface OtherWeights {
  /** All alike, where they were not; or more where the published figures themselves are nearer. */
  readonly kind: "alike" | "near";
  readonly best: string;
  readonly bestShare: number;
  readonly everything: InformationValue;
  /** Of the parameter that is worth most with the weights of the members; null without any. */
  readonly first: ParameterValue | null;
}

const REACHED = { metric: "people.reached_3", groupBy: "all", group: "all" };
const COST = { metric: "cost.total", groupBy: "all", group: "all" };
/** Parameters of which it is said where the second option wins. */
const IN_WORDS = 3;

/** Costs that differ by less than this share are equal. */
const EQUAL_COST = 0.005;

/** Names the options whose cost differs from that of the first; without a price they are not compared. */
export function unequalCosts(
  options: readonly (readonly [name: string, runs: MemberRuns])[],
): readonly string[] {
  const costs = options.map(([, runs]) => {
    let sum = 0;
    for (const [member, row] of rowsOfMean(runs, COST).entries())
      sum += (runs.weights[member] * row.reduce((all, value) => all + value, 0)) / row.length;
    return sum;
  });
  return options
    .filter((_, i) => Math.abs(costs[i] - costs[0]) > EQUAL_COST * Math.abs(costs[0]))
    .map(([name]) => name);
}

/**
 * Works out what a decision between options hangs on, from their runs under the members of an ensemble as an
 * approximate posterior: what knowing everything, and each parameter, would be worth, and where the
 * second-best option wins; then once more with other weights: all alike where the members' are not, else
 * `near`, which weighs more what comes nearer to the published figures (none if left out).
 */
export function decisionValue(
  options: readonly (readonly [name: string, runs: MemberRuns])[],
  members: readonly EnsembleMember[],
  objective: Objective,
  near: Float64Array | null = null,
): DecisionValue {
  const [[, { weights }]] = options;
  const varied = variedValues(members);
  const decision: Decision = {
    weights,
    worth: options.map(([, runs]) => worthOf(runs, objective)),
    parameters: varied.map(({ values }) => values),
  };
  const worth = optionMeans(decision);
  const best = bestOption(decision);
  const order = worth.map((_, i) => i).sort((a, b) => worth[b] - worth[a] || a - b);
  const second = order.find((option) => option !== best) ?? best;
  const parameters = varied
    .map(({ path, unit }, i) => ({ path, unit, number: i, ...partialInformation(decision, [i]) }))
    .sort((a, b) => b.value - a.value || a.number - b.number);
  const first = parameters.slice(0, IN_WORDS).map(({ number }) => varied[number]);
  const memberMeans = decision.worth.map((rows) => rows.map(meanOf));
  const winners = Array.from(weights, (_, member) =>
    memberMeans.reduce((most, option, i) => (option[member] > memberMeans[most][member] ? i : most), best),
  );
  const found = winningRegion(
    first,
    weights,
    winners.map((winner) => winner === second),
  );
  const alike = new Float64Array(weights.length).fill(1 / weights.length);
  const areAlike = weights.every((weight) => Math.abs(weight - alike[0]) < 1e-12);
  const reweighted = areAlike ? near : alike;
  const shareOf = (option: number, by: Float64Array): number =>
    winners.reduce((share, winner, member) => share + (winner === option ? by[member] : 0), 0);
  const again = (by: Float64Array): OtherWeights => {
    const other = { ...decision, weights: by };
    const bestThen = bestOption(other);
    const [first = null] = parameters;
    return {
      kind: areAlike ? "near" : "alike",
      best: options[bestThen][0],
      bestShare: shareOf(bestThen, by),
      everything: perfectInformation(other),
      first:
        first === null
          ? null
          : { path: first.path, unit: first.unit, ...partialInformation(other, [first.number]) },
    };
  };
  return {
    options: options.map(([name]) => name),
    worth,
    best: options[best][0],
    second: options[second][0],
    bestShare: shareOf(best, weights),
    everything: perfectInformation(decision),
    parameters: parameters.map(({ number: _, ...parameter }) => parameter),
    firstTwo:
      parameters.length < 2
        ? null
        : partialInformation(
            decision,
            parameters.slice(0, 2).map(({ number }) => number),
          ),
    region: found === null ? null : { found, parameters: first },
    otherWeights: reweighted === null ? null : again(reweighted),
  };
}

function worthOf(runs: MemberRuns, objective: Objective): readonly Float64Array[] {
  const reached = rowsOfMean(runs, REACHED);
  if (objective.kind === "reached_3") return [...reached];
  const cost = rowsOfMean(runs, COST);
  return reached.map((row, member) => row.map((people, r) => objective.price * people - cost[member][r]));
}

const meanOf = (row: ArrayLike<number>): number => {
  let sum = 0;
  for (let r = 0; r < row.length; r++) sum += row[r];
  return sum / row.length;
};
