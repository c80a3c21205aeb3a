/** Stands for what is left out. */
const GAP = "\u2026";

/**
 * Cuts names that have more letters than there is room for in their middle, so that names which begin alike
 * keep their ends; whole where two would still read alike.
 */
export function cutNames(names: readonly string[], letters: number): ReadonlyMap<string, string> {
  const cut = names.map((name) => cutName(name, letters));
  const isClear = new Set(cut).size === new Set(names).size;
  return new Map(names.map((name, i) => [name, isClear ? cut[i] : name]));
}

function cutName(name: string, letters: number): string {
  if (name.length <= letters) return name;
  const kept = letters - GAP.length;
  return `${name.slice(0, Math.ceil(kept / 2))}${GAP}${name.slice(-Math.floor(kept / 2))}`;
}
