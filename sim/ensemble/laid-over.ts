import type { LoadedScenario } from "../scenario/load.ts";
import type { EnsembleMember } from "./members-file.ts";

/** What a scenario is loaded as, with the digest of each of its files. */
export interface StatedBy extends Pick<LoadedScenario, "where" | "defaults"> {
  readonly digests: readonly { readonly path: string; readonly sha256: string }[];
}

/**
 * Lists the paths of members that a scenario states itself, in a file of its own or by `--set`: there it
 * wins over the members. What stands in the defaults, or in a file of the scenario that the ensemble was
 * found for, is what the members are about.
 */
export function statedPaths(
  { where, defaults, digests }: StatedBy,
  members: readonly EnsembleMember[],
  ofEnsemble: readonly string[],
): readonly string[] {
  const paths = new Set(members.flatMap(({ set }) => set.map(pathOf)));
  return [...paths].filter((path) => {
    const { file } = where(path);
    const digest = digests.find((one) => one.path === file)?.sha256;
    return file !== defaults && (digest === undefined || !ofEnsemble.includes(digest));
  });
}

/** Leaves out of what is laid over a scenario the paths that it states itself. */
export const setBeside = (set: readonly string[], stated: readonly string[]): readonly string[] =>
  set.filter((change) => !stated.includes(pathOf(change)));

const pathOf = (change: string): string => change.slice(0, change.indexOf("="));
