import type { HeadlineValue, Varied } from "../../sim/findings/sweep-headlines.ts";

const unitText = (unit: string): string => (unit === "" ? "" : ` ${unit}`);

/** Writes where a point lies: each parameter with its value and unit. */
export function pointWords({ point }: HeadlineValue, parameters: readonly Varied[]): string {
  return point.values
    .map((value, i) => `${parameters[i].path} ${value}${unitText(parameters[i].unit)}`)
    .join(", ");
}

/** Says which way a metric goes, and how steadily, from its rank correlation. */
export function wayWords(correlation: number | null): string {
  if (correlation === null) return "cannot be said (text, or never changes)";
  const strength = Math.abs(correlation);
  const figure = `rank correlation ${correlation.toFixed(2)}`;
  if (strength < 0.1) return `hardly moves (${figure})`;
  const way = correlation > 0 ? "rises" : "falls";
  return strength < 0.5 ? `${way} somewhat (${figure})` : `${way} (${figure})`;
}
