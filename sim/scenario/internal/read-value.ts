import type { Leaf } from "../quantity.ts";
import type { ProblemList } from "./problem-list.ts";
import { readYaml } from "./read-yaml.ts";
import { refuseUnseen } from "./refuse-unseen.ts";
import type { Place, Tree } from "./tree.ts";

/** Says where values stand that are in no file. */
export const SET: Place = { file: "--set" };

/** Reads `x1.2`, a factor; undefined if it is none. */
export function factorOf(valueText: string): number | undefined {
  const factor = /^[x×]\s*(\d+(?:\.\d+)?)$/.exec(valueText);
  return factor === null ? undefined : Number(factor[1]);
}

/**
 * Reads the VALUE of `PATH=VALUE` as its leaf wants it: words as they stand, everything else as YAML; null
 * if it is not YAML.
 */
export function readValue(valueText: string, kinds: readonly Leaf[], faults: ProblemList): Tree | null {
  if (kinds.some(({ leaf }) => leaf === "text" || leaf === "date" || leaf === "timeOfDay")) {
    refuseUnseen(valueText, SET, "", faults);
    return { kind: "scalar", value: valueText, place: SET };
  }
  const value = readYaml(SET.file, valueText, faults);
  return value === null ? null : withoutLines(value);
}

/** Keeps the name `--set` as the place, without the line and column of a text that is in no file. */
function withoutLines(tree: Tree): Tree {
  if (tree.kind === "list") return { ...tree, place: SET, members: tree.members.map(withoutLines) };
  if (tree.kind === "scalar") return { ...tree, place: SET };
  const entries = [...tree.entries].map(
    ([key, entry]) => [key, { key: SET, tree: withoutLines(entry.tree) }] as const,
  );
  return { ...tree, place: SET, entries: new Map(entries) };
}
