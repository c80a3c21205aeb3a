import { sobol } from "../experiment/design/sobol.ts";
import { entityKey, type Key } from "../random/keys.ts";
import { drawsOf } from "./draws.ts";

/** Holds points spread uniformly over a region of the unit cube, and the region's share of the cube. */
export interface RegionSample {
  /** None where nothing at or below the limit was found. */
  readonly points: readonly Float64Array[];
  readonly share: number;
  /** The least value met on the way. */
  readonly least: number;
}

/** Asks for points where a function of the unit cube is at or below a limit. */
export interface RegionRequest {
  readonly dimensions: number;
  readonly count: number;
  readonly limit: number;
  readonly key: Key;
  /** Points of the whole cube that are tried first; a power of two. */
  readonly tried: number;
}

/** Share of a population that begins the next level. */
const KEPT = 0.2;
/** Moves along a chord that each point makes at a level, for each coordinate. */
const MOVES = 3;
const MAX_LEVELS = 30;

/**
 * Draws points uniformly from where `f` is at or below a limit. Where enough of the cube is, scrambled Sobol
 * points that fall there are taken; where little is, levels of falling limits lead to it, each populated by
 * random walks that keep the uniform distribution (subset simulation, Au & Beck 2001; walks along chords by
 * slice sampling, Neal 2003), and the share of the cube is the product of the levels' shares.
 */
export function sampleRegion(f: (x: Float64Array) => number, request: RegionRequest): RegionSample {
  const { dimensions, count, limit, key, tried } = request;
  const columns = Array.from({ length: dimensions }, (_, i) =>
    sobol(tried, i, entityKey(key, "coordinate", String(i))),
  );
  let population = Array.from({ length: tried }, (_, point): Valued => {
    const x = Float64Array.from(columns, (column) => column[point]);
    return { x, value: f(x) };
  });
  const within = population.filter(({ value }) => value <= limit);
  const leastOf = (points: readonly Valued[]): number =>
    points.reduce((least, { value }) => Math.min(least, value), Infinity);
  if (within.length >= count) {
    const points = within.slice(0, count).map(({ x }) => x);
    return { points, share: within.length / tried, least: leastOf(within) };
  }
  const draw = drawsOf(key);
  let share = 1;
  let level = Infinity;
  for (let round = 0; round < MAX_LEVELS; round++) {
    const sorted = [...population].sort((a, b) => a.value - b.value);
    const kept = Math.max(2, Math.ceil(KEPT * Math.min(population.length, 2 * count)));
    const next = Math.max(limit, sorted[kept - 1].value);
    // Where the population does not get lower any more there is nothing lower.
    if (round > 0 && next > limit && !(next < 0.999 * level)) break;
    const survivors = sorted.filter(({ value }) => value <= next);
    share *= survivors.length / population.length;
    level = next;
    population = spread(f, survivors, { count, level, draw });
    if (level === limit) return { points: population.map(({ x }) => x), share, least: leastOf(population) };
  }
  return { points: [], share: 0, least: leastOf(population) };
}

interface Valued {
  readonly x: Float64Array;
  readonly value: number;
}

/** Populates a level: walks begin at the survivors in turn, and each ends in a point of its own. */
function spread(
  f: (x: Float64Array) => number,
  survivors: readonly Valued[],
  { count, level, draw }: { readonly count: number; readonly level: number; readonly draw: () => number },
): Valued[] {
  return Array.from({ length: count }, (_, i) => {
    let at = survivors[i % survivors.length];
    const moves = MOVES * at.x.length;
    for (let move = 0; move < moves; move++)
      at = moveWithin(f, at, directionAmong(survivors, draw), level, draw);
    return at;
  });
}

/**
 * Draws a direction: along one coordinate, or from one survivor to another, which follows a narrow ridge.
 */
function directionAmong(survivors: readonly Valued[], draw: () => number): Float64Array {
  const { x } = survivors[0];
  const one = survivors[Math.floor(draw() * survivors.length)].x;
  const two = survivors[Math.floor(draw() * survivors.length)].x;
  const along = draw();
  if (along < 0.5 && one !== two) return one.map((value, i) => two[i] - value);
  const direction = new Float64Array(x.length);
  direction[Math.floor(draw() * x.length)] = 1;
  return direction;
}

/** Moves to a uniform point of the chord within the cube, drawn nearer until it is at or below the level. */
function moveWithin(
  f: (x: Float64Array) => number,
  from: Valued,
  direction: Float64Array,
  level: number,
  draw: () => number,
): Valued {
  let [low, high] = [-Infinity, Infinity];
  for (let i = 0; i < direction.length; i++) {
    if (direction[i] === 0) continue;
    const ends = [-from.x[i] / direction[i], (1 - from.x[i]) / direction[i]];
    low = Math.max(low, Math.min(...ends));
    high = Math.min(high, Math.max(...ends));
  }
  for (let tries = 0; tries < 60; tries++) {
    const t = low + draw() * (high - low);
    const x = from.x.map((value, i) => Math.min(1, Math.max(0, value + t * direction[i])));
    const value = f(x);
    if (value <= level) return { x, value };
    if (t < 0) low = t;
    else high = t;
  }
  return from;
}
