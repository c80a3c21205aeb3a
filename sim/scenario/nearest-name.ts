/**
 * Finds the known name that is nearest to a misspelt one by edit distance; nothing if none is near enough to
 * be meant.
 */
export function nearestName(misspelt: string, known: Iterable<string>): string | undefined {
  const wanted = comparable(misspelt);
  if (wanted.length > 80) return undefined;
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(wanted.length / 3)) + 1;
  for (const name of known) {
    if (name.length > 80) continue;
    const distance = editDistance(wanted, comparable(name));
    if (distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

/** Finds the known names that are nearest to a misspelt one, or begin or end as it does; nearest first. */
export function nearestNames(misspelt: string, known: Iterable<string>, count: number): readonly string[] {
  const wanted = comparable(misspelt).slice(0, 80);
  const far = Math.max(2, Math.floor(wanted.length / 3));
  const distances = [...known].map((name) => {
    const other = comparable(name);
    const isPart = wanted.length > 2 && (other.includes(wanted) || wanted.includes(other));
    return { name, distance: isPart ? 0.5 : editDistance(wanted, other) };
  });
  const nearest = Math.min(...distances.map(({ distance }) => distance));
  return distances
    .filter(({ distance }) => distance <= Math.min(far, nearest + 1))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ name }) => name);
}

/** Writes the nearest known name as a question, or lists the names if they are few. */
export function didYouMean(misspelt: string, known: Iterable<string>): string | undefined {
  const names = [...known];
  const nearest = nearestName(misspelt, names);
  if (nearest !== undefined) return `Did you mean ${nearest}?`;
  return names.length > 0 && names.length <= 20 ? `Known here: ${names.join(", ")}.` : undefined;
}

const comparable = (name: string): string => name.toLowerCase().replaceAll("-", "_").replaceAll(" ", "_");

/** Counts the letters to insert, delete, replace or swap with a neighbour (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(replaced, last[j] + 1, row[j - 1] + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, beforeLast[j - 2] + 1);
      }
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length];
}
