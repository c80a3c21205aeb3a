import { range } from "../experiment/replicate.ts";
import { entityKey } from "../random/keys.ts";
import {
  type AskedMembers,
  type AskedPoint,
  type Calibration,
  fittedOf,
  matchBy,
  membersBy,
  type PointSimulator,
  setAt,
} from "./calibrate.ts";
import { calibrationKey, drawsOf } from "./draws.ts";
import { isMet, type Wave } from "./history-match.ts";
import { implausibilityOfSimulated } from "./implausibility.ts";
import type { Target } from "./targets-file.ts";

/** Says whether a calibration to the figures of a hidden truth keeps that truth. */
export interface TriedTruth {
  /** From 1. */
  readonly truth: number;
  /** What was hidden, `PATH=VALUE`. */
  readonly set: readonly string[];
  /** Greatest implausibility of the truth by all waves; above the cutoff it is ruled out. */
  readonly implausibility: number;
  readonly isRuledOut: boolean;
  /** Whether it meets every band in replications of its own. */
  readonly isMet: boolean;
  /** Share of the space that the last wave leaves. */
  readonly left: number;
  /**
   * For each parameter where the truth stands among the members, from 0 (below all) to 1: uniform over truths
   * where members are a posterior (simulation-based calibration; Talts et al. 2018). Null where no members
   * were asked for, or none were found.
   */
  readonly standing: readonly number[] | null;
  /**
   * Of points drawn from what the last wave leaves, how many were simulated, and how many of these that does
   * not rule out either: what brute force would leave of it. Null where no members were asked for.
   */
  readonly candidates: { readonly simulated: number; readonly stay: number } | null;
}

/**
 * Replications from which the figures of a truth are made, and from which it is judged again: with the few of
 * a member chance alone moved two of the first nine of the pilot over the end of a band.
 */
const FIGURES = 64;

/**
 * Draws a hidden truth from the prior, makes its figures with replications that nothing else uses, gives each
 * a band as wide as its target's about the figure + U(-half, half), and calibrates to these: a right method
 * keeps the truth. With `asked` it also draws members, and says where the truth stands among them. Which
 * truth is drawn depends on the seed and its number alone.
 */
export async function tryTruth(
  simulate: PointSimulator,
  calibration: Calibration,
  truth: number,
  asked?: AskedMembers,
): Promise<TriedTruth> {
  const { parameters, seed, settings } = calibration;
  const { replications, memberReplications, cutoff } = settings;
  const draw = drawsOf(entityKey(calibrationKey(seed), "truth", String(truth)));
  const at = Float64Array.from(parameters, () => draw());
  const set = setAt(parameters, at);
  const point = (from: number, count: number): AskedPoint => ({
    ...{ point: 0, wave: null, at, set },
    replications: range(from, from + count),
  });
  const fresh = replications + memberReplications;
  const [[figures], [again]] = await Promise.all([
    simulate([point(fresh, FIGURES)]),
    simulate([point(fresh + FIGURES, FIGURES)]),
  ]);
  const targets = fittedOf(calibration.targets).map((target, i): Target => {
    const half = (target.high - target.low) / 2;
    const value = (figures[i].value ?? target.value) + half * (2 * draw() - 1);
    return { ...target, value, low: value - half, high: value + half, discrepancy: 0 };
  });
  const toTruth = { ...calibration, targets };
  let last: Wave | undefined;
  for await (const wave of matchBy(simulate, toTruth)) last = wave;
  const implausibility = last?.implausibility(at) ?? 0;
  const candidates = { simulated: 0, stay: 0 };
  const counted: PointSimulator = async (points) => {
    const simulated = await simulate(points);
    const staying = simulated.filter((of) =>
      of.every((one, i) => implausibilityOfSimulated(one, targets[i]) <= cutoff),
    );
    candidates.simulated += simulated.length;
    candidates.stay += staying.length;
    return simulated;
  };
  const members =
    asked === undefined || last === undefined ? [] : (await membersBy(counted, toTruth, last, asked)).members;
  return {
    truth,
    set,
    implausibility,
    isRuledOut: implausibility > cutoff,
    isMet: again.every((one, i) => isMet(one, targets[i])),
    left: last?.left ?? 1,
    standing:
      members.length === 0
        ? null
        : Array.from(at, (value, i) =>
            standingOf(
              value,
              members.map((member) => member.point[i]),
              draw(),
            ),
          ),
    candidates: asked === undefined ? null : candidates,
  };
}

/** Says where a value stands among others: its rank, spread over the step that belongs to it. */
function standingOf(value: number, others: readonly number[], within: number): number {
  const below = others.filter((other) => other < value).length;
  return (below + within) / (others.length + 1);
}

/**
 * Remembers what came of points, for targets of other bands: the first wave of every truth is the same
 * points.
 */
export function remembered(simulate: PointSimulator): PointSimulator {
  const known = new Map<string, Awaited<ReturnType<PointSimulator>>[number]>();
  const nameOf = ({ set, replications }: AskedPoint): string => JSON.stringify([set, replications]);
  return async (points) => {
    const missing = points.filter((asked) => !known.has(nameOf(asked)));
    const simulated = missing.length === 0 ? [] : await simulate(missing);
    missing.forEach((asked, i) => {
      known.set(nameOf(asked), simulated[i]);
    });
    return points.map((asked) => known.get(nameOf(asked)) ?? []);
  };
}
