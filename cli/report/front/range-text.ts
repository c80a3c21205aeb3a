/** Writes a range with its unit once, behind the second number; one number where both are the same. */
export function rangeText(least: string, most: string): string {
  if (least === most) return least;
  const unit = / (?:%|[a-z ]+)$/.exec(least)?.[0] ?? "";
  const isShared = unit !== "" && most.endsWith(unit);
  return `${isShared ? least.slice(0, -unit.length) : least} to ${most}`;
}
