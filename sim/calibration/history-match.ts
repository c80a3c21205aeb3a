import { entityKey, type Key } from "../random/keys.ts";
import { calibrationKey } from "./draws.ts";
import { type Design, type Emulator, fitEmulator } from "./emulator.ts";
import { implausibilityOf } from "./implausibility.ts";
import { sampleRegion } from "./sample-region.ts";
import { spreadOut } from "./spread-out.ts";
import type { Band, Simulated } from "./target.ts";

/** Says what is matched: parameters stand as coordinates of the unit cube, uniform a priori. */
export interface MatchProblem {
  readonly dimensions: number;
  readonly bands: readonly Band[];
  /** Fixes which points are simulated. */
  readonly seed: string;
  /**
   * Moves a point to where the emulators see it: one that names a level of a factor to the level's own
   * place, since levels have nothing between them. Left where it is if left out.
   */
  readonly seenAt?: (x: Float64Array) => Float64Array;
  /** Simulates every target at each point, so many replications each. */
  simulate(points: readonly Float64Array[], replications: number): Promise<readonly (readonly Simulated[])[]>;
}

/** Changes how it is matched. */
export interface MatchSettings {
  readonly waves: number;
  /** Points of a wave; ten a coordinate is the custom (Loeppky, Sacks & Welch 2009). */
  readonly points: number;
  readonly replications: number;
  /** Replications of a member when it is simulated again: their Monte Carlo error counts as doubt. */
  readonly memberReplications: number;
  /** Implausibility above which a point is ruled out: 3, by the three-sigma rule (Pukelsheim 1994). */
  readonly cutoff: number;
  /** Points of the whole cube that are tried for what is left; a power of two. */
  readonly tried: number;
}

/** Holds one wave: what was simulated, what it taught, and what is left of the parameters' space. */
export interface Wave {
  /** From 1. */
  readonly wave: number;
  readonly design: Design;
  /** Of its points, those whose simulated targets all lie in their bands. */
  readonly hits: number;
  /** An emulator a target; null where too few points measured it. */
  readonly emulators: readonly (Emulator | null)[];
  /** Share of the space that is not ruled out after this wave and those before. */
  readonly left: number;
  /** Pairs of targets, by number, that no point that was tried meets together. */
  readonly apart: readonly (readonly [number, number])[];
  /** Points spread uniformly over what is left. */
  readonly sample: readonly Float64Array[];
  /** Greatest, over targets, of the emulator's typical error in what is left over half the band's width. */
  readonly error: number;
  /** Gives the implausibility of a point by all waves so far. */
  implausibility(x: Float64Array): number;
}

/** An emulator that errs by less than this share of half a band has no more to learn. */
const SHARP = 0.2;

/**
 * Rules out, wave by wave, parameters under which the model cannot meet its targets (history matching:
 * Craig, Goldstein, Seheult & Smith 1997; Vernon, Goldstein & Bower 2010). Each wave simulates points spread
 * over what is left, emulates each target, and rules out what is implausible by the worst of them. Ends when
 * nothing is left, when the emulators have no more to learn, or after the last wave.
 */
export async function* historyMatch(
  problem: MatchProblem,
  settings: MatchSettings,
): AsyncGenerator<Wave, void, undefined> {
  const { dimensions, bands, seed, seenAt = (x) => x } = problem;
  const key = calibrationKey(seed);
  const { replications, cutoff } = settings;
  const fitted: Emulator[] = [];
  let known: Design = { points: [], simulated: [], replications };
  let previous: Wave | null = null;
  for (let wave = 1; wave <= settings.waves; wave++) {
    const points =
      previous === null
        ? firstPoints(dimensions, settings.points, seed)
        : spreadOut(previous.sample, settings.points);
    const simulated = await problem.simulate(points, replications);
    const hits = simulated.filter((targets) => targets.every((target, i) => isMet(target, bands[i]))).length;
    known = joined(known, points, simulated, previous, cutoff);
    const seen = { ...known, points: known.points.map(seenAt) };
    const emulators = bands.map((band, target) => fitEmulator(seen, target, band, cutoff));
    fitted.push(...emulators.filter((emulator) => emulator !== null));
    const all = [...fitted];
    const implausibility = (x: Float64Array): number => {
      const at = seenAt(x);
      let worst = 0;
      for (const emulator of all)
        worst = Math.max(worst, implausibilityOf(emulator, at, settings.memberReplications));
      return worst;
    };
    const region = sampleRegion(implausibility, {
      dimensions,
      count: 5 * settings.points,
      limit: cutoff,
      key: entityKey(key, "wave", String(wave)),
      tried: settings.tried,
    });
    const found: Wave = {
      wave,
      design: { points, simulated, replications },
      hits,
      emulators,
      left: region.share,
      apart: region.points.length > 0 ? [] : apartOf(emulators, problem, settings, key),
      sample: region.points,
      error: errorOf(emulators, region.points.map(seenAt)),
      implausibility,
    };
    yield found;
    if (region.points.length === 0 || found.error < SHARP) return;
    previous = found;
  }
}

/** Says whether what was simulated of a target lies in its band. */
export function isMet({ value }: Simulated, { low, high }: Pick<Band, "low" | "high">): boolean {
  return value !== null && value >= low && value <= high;
}

/** Gives the points of the first wave: scrambled Sobol points of the whole cube, spread out. */
export function firstPoints(dimensions: number, count: number, seed: string): readonly Float64Array[] {
  const key = entityKey(calibrationKey(seed), "wave", "0");
  let tried = 1;
  while (tried < count) tried *= 2;
  return spreadOut(sampleRegion(() => 0, { dimensions, count, limit: 0, key, tried }).points, count);
}

/** Joins the points of a wave to those of the waves before that have not been ruled out. */
function joined(
  known: Design,
  points: readonly Float64Array[],
  simulated: readonly (readonly Simulated[])[],
  previous: Wave | null,
  cutoff: number,
): Design {
  const kept = known.points
    .map((_, i) => i)
    .filter((i) => previous === null || previous.implausibility(known.points[i]) <= cutoff);
  return {
    points: [...kept.map((i) => known.points[i]), ...points],
    simulated: [...kept.map((i) => known.simulated[i]), ...simulated],
    replications: known.replications,
  };
}

/** Finds the pairs of targets that no point of the cube that is tried meets together. */
function apartOf(
  emulators: readonly (Emulator | null)[],
  { dimensions, seenAt = (x) => x }: MatchProblem,
  { memberReplications, cutoff, tried }: MatchSettings,
  key: Key,
): readonly (readonly [number, number])[] {
  const { points } = sampleRegion(() => 0, { dimensions, count: tried, limit: 0, key, tried });
  const by = emulators.map((emulator) =>
    points.map((x) => (emulator === null ? 0 : implausibilityOf(emulator, seenAt(x), memberReplications))),
  );
  const pairs: [number, number][] = [];
  for (let a = 0; a < by.length; a++)
    for (let b = a + 1; b < by.length; b++)
      if (points.every((_, i) => Math.max(by[a][i], by[b][i]) > cutoff)) pairs.push([a, b]);
  return pairs;
}

function errorOf(emulators: readonly (Emulator | null)[], points: readonly Float64Array[]): number {
  const predicted = { mean: 0, variance: 0 };
  let greatest = 0;
  for (const emulator of emulators) {
    if (emulator === null) continue;
    let sum = 0;
    for (const x of points) {
      emulator.predict(x, predicted);
      sum += Math.sqrt(predicted.variance);
    }
    const half = (emulator.band.high - emulator.band.low) / 2;
    greatest = Math.max(greatest, points.length === 0 ? 0 : sum / points.length / half);
  }
  return greatest;
}
