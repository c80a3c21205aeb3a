import { roundedText } from "../words/rounded.ts";
import type { VariedValue } from "./parameter-values.ts";

/** One bound on a parameter. */
export interface Bound {
  /** Number of the parameter. */
  readonly parameter: number;
  readonly side: "above" | "under";
  readonly value: number;
}

/** Where in the space of parameters an option wins, by at most two bounds. */
export interface Region {
  readonly bounds: readonly Bound[];
  /** Share of the members, by weight, that lie in it. */
  readonly share: number;
  /** Share of those in which the option wins. */
  readonly wins: number;
}

/** A region with less of the members than this share tells nothing. */
const LEAST_SHARE = 0.05;

/** Quantiles at which a parameter is cut. */
const CUTS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/**
 * Finds the region of at most two bounds, a leaf of a tree of depth two, in which an option wins by the most
 * weight more than it loses; null where there is none in which it wins more often than not.
 */
export function winningRegion(
  parameters: readonly VariedValue[],
  weights: Float64Array,
  isWon: readonly boolean[],
): Region | null {
  const bounds = parameters.flatMap(({ values }, parameter) => {
    const sorted = values.slice().sort();
    const cuts = new Set(CUTS.map((p) => sorted[Math.floor(p * (sorted.length - 1))]));
    return [...cuts].flatMap((value): Bound[] => [
      { parameter, side: "above", value },
      { parameter, side: "under", value },
    ]);
  });
  const holds = bounds.map(({ parameter, side, value }) =>
    Array.from(parameters[parameter].values, (at) => (side === "above" ? at > value : at <= value)),
  );
  let best: (Region & { readonly gain: number }) | null = null;
  // One bound goes before two that hold for no more.
  const alone = bounds.map((_, a) => [a, a] as const);
  const pairs = bounds.flatMap((_, a) => bounds.slice(a + 1).map((_, i) => [a, a + 1 + i] as const));
  for (const [a, b] of [...alone, ...pairs]) {
    let [inside, won] = [0, 0];
    for (let member = 0; member < weights.length; member++) {
      if (!holds[a][member] || !holds[b][member]) continue;
      inside += weights[member];
      if (isWon[member]) won += weights[member];
    }
    const gain = 2 * won - inside;
    if (inside < LEAST_SHARE || gain <= (best?.gain ?? 0)) continue;
    best = {
      bounds: a === b ? [bounds[a]] : [bounds[a], bounds[b]],
      share: inside,
      wins: won / inside,
      gain,
    };
  }
  if (best === null) return null;
  const { bounds: found, share, wins } = best;
  return { bounds: found, share, wins };
}

/** Writes a bound: "referral.rate is above 33.2 per 1000 a year". */
export function boundText(
  { parameter, side, value }: Bound,
  parameters: readonly Pick<VariedValue, "path" | "unit">[],
): string {
  const { path, unit } = parameters[parameter];
  const number = roundedText(value, Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 3);
  const written = unit === "x" ? `x${number}` : `${number} ${unit}`.trim();
  return `${path} is ${side === "above" ? "above" : "at most"} ${written}`;
}
