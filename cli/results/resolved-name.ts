/**
 * Names the file of a results folder that holds a scenario with every default filled in; `count` is how many
 * scenarios the folder has.
 */
export function resolvedName(scenario: string, count: number): string {
  return count === 1 ? "scenario.resolved.yaml" : `scenario.${fileName(scenario)}.resolved.yaml`;
}

/**
 * Turns a scenario's name, which may hold spaces and slashes, into a file name; names that differ stay
 * different.
 */
function fileName(name: string): string {
  return encodeURIComponent(name).replaceAll("%20", " ");
}
