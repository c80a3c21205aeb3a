/** A number of one scenario. */
export interface ScenarioValue {
  readonly name: string;
  readonly value: number;
}

/**
 * Tells a number across scenarios: of one as it is, of two by name, of more the least and the most;
 * undefined where there is none.
 */
export function acrossWords(
  values: readonly ScenarioValue[],
  words: (value: number) => string,
): string | undefined {
  if (values.length === 0) return undefined;
  if (values.length === 1) return words(values[0].value);
  const told = ({ name, value }: ScenarioValue, how: "in" | "()"): string =>
    how === "in" ? `${words(value)} in ${name}` : `${words(value)} (${name})`;
  if (values.length === 2) return values.map((one) => told(one, "in")).join(" and ");
  const ordered = [...values].sort((a, b) => a.value - b.value || (a.name < b.name ? -1 : 1));
  return `between ${told(ordered[0], "()")} and ${told(ordered[ordered.length - 1], "()")}`;
}
