import type { Layer } from "../figure.ts";

/**
 * Keeps a band where some of its points have both edges, as none has with one replication, or without an
 * ensemble; it breaks off where a point has none.
 */
export function knownBand<Point>(
  points: readonly Point[],
  [low, high]: readonly [keyof Point & string, keyof Point & string],
  band: Layer,
): Layer[] {
  return points.some((point) => point[low] != null && point[high] != null) ? [band] : [];
}
