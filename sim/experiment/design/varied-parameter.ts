import betaincinv from "@stdlib/math-base-special-kernel-betaincinv";
import pow from "@stdlib/math-base-special-pow";
import { civilDate } from "../../engine/civil-date.ts";
import type { Fault } from "../../scenario/parameter.ts";
import { decimalText } from "./decimal.ts";

/** Holds one value that a varied parameter can take. */
export interface VariedValue {
  /** What the tables say: a number in the unit of the parameter, or text. */
  readonly value: number | string;
  /** What `PATH=VALUE` says. */
  readonly text: string;
}

/**
 * Holds a range of numbers as whole steps of a grain, so that every value is an exact decimal: low, low +
 * grain, ..., `count` of them.
 */
interface NumberRange {
  readonly kind: "numbers";
  /** In units of 10^-places, as is the grain, which is 1. */
  readonly low: number;
  readonly count: number;
  readonly places: number;
  /** All values alike if left out. */
  readonly distribution?: RangeDistribution;
}

/**
 * Says how values lie in a range of numbers: orders of magnitude alike, or as a beta distribution over the
 * range whose mode is this part of the way up (the PERT distribution: Malcolm et al. 1959).
 */
export type RangeDistribution = { readonly kind: "log" } | { readonly kind: "beta"; readonly mode: number };

/** Holds a range of days. */
interface DayRange {
  readonly kind: "days";
  /** The day number of the first. */
  readonly low: number;
  readonly count: number;
}

export type Range = NumberRange | DayRange;

/** Holds a parameter that a sweep varies. */
export interface VariedParameter {
  /**
   * The path, in the one way in which it is written; several with commas between them for parameters that
   * take each value together.
   */
  readonly path: string;
  /**
   * Whether its values are numbers in a unit, factors of what the scenario says (written `x0.9`), or text,
   * as dates are.
   */
  readonly kind: "number" | "factor" | "text";
  /** The unit as it is written after a number; empty for numbers without one and for text. */
  readonly unit: string;
  /** What a grid takes, in order; null for a range without a step. */
  readonly levels: readonly VariedValue[] | null;
  /** What a sample is drawn from; null for a list, whose levels are drawn alike. */
  readonly range: Range | null;
}

/** What a text turned out to be: what varies, or what is wrong with it. */
export type Varied = Omit<VariedParameter, "path"> | Fault;

/**
 * Gives the value at u in [0, 1): a range from its low end to its high end, a list by equal parts. It never
 * falls as u grows.
 */
export function valueAt(parameter: VariedParameter, u: number): VariedValue {
  const { range, levels } = parameter;
  const count = range === null ? (levels?.length ?? 0) : range.count;
  const part = range?.kind === "numbers" ? partOfRange(range, u) : u;
  const index = Math.min(count - 1, Math.floor(part * count));
  if (range === null) return (levels as readonly VariedValue[])[index];
  if (range.kind === "numbers")
    return numberValue(parameter, decimalText({ digits: range.low + index, places: range.places }));
  const date = civilDate(range.low + index);
  return { value: date, text: date };
}

/**
 * Gives where in [0, 1] the value at u stands by itself: of a list its own place among the others, of a range
 * u.
 */
export function placeOfValue({ range, levels }: VariedParameter, u: number): number {
  const count = levels?.length ?? 0;
  if (range !== null || count === 0) return u;
  return count === 1 ? 0.5 : Math.min(count - 1, Math.floor(u * count)) / (count - 1);
}

/** Gives how far up its range the value at u lies, from 0 to 1. */
function partOfRange({ distribution, low, count }: NumberRange, u: number): number {
  if (distribution === undefined || count < 2) return u;
  if (distribution.kind === "log") {
    const ratio = (low + count - 1) / low;
    return (pow(ratio, u) - 1) / (ratio - 1);
  }
  return betaincinv(1 + 4 * distribution.mode, 5 - 4 * distribution.mode, u, 1 - u)[0];
}

/** Makes the value of a plain decimal in the unit of its parameter. */
export function numberValue(
  { kind, unit }: Pick<VariedParameter, "kind" | "unit">,
  decimal: string,
): VariedValue {
  const written = kind === "factor" ? `x${decimal}` : decimal;
  return { value: Number(decimal), text: unit === "" ? written : `${written} ${unit}` };
}
