/**
 * Chooses points so that each is as far as can be from those chosen before it (greedy maximin; Johnson,
 * Moore & Ylvisaker 1990). The first stays the first; fewer than asked for are all kept.
 */
export function spreadOut(points: readonly Float64Array[], count: number): readonly Float64Array[] {
  if (points.length <= count) return points;
  const chosen: Float64Array[] = [points[0]];
  const nearest = points.map((point) => squaredDistance(point, points[0]));
  while (chosen.length < count) {
    let best = 0;
    for (let i = 1; i < points.length; i++) if (nearest[i] > nearest[best]) best = i;
    chosen.push(points[best]);
    for (let i = 0; i < points.length; i++)
      nearest[i] = Math.min(nearest[i], squaredDistance(points[i], points[best]));
  }
  return chosen;
}

function squaredDistance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
  return sum;
}
