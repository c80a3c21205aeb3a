import type { Layer } from "../figure.ts";

/**
 * Keeps a band where its points have both edges, as they have not where there was one replication; nothing
 * where none has.
 */
export function knownBand<Point>(
  points: readonly Point[],
  [low, high]: readonly [keyof Point & string, keyof Point & string],
  band: Layer,
): Layer[] {
  const known = points.filter((point) => point[low] !== null && point[high] !== null);
  if (known.length === 0) return [];
  return [known.length === points.length ? band : { ...band, data: { values: known } }];
}
