import type { LoadedScenario } from "./load.ts";
import { writtenScenario } from "./resolved.ts";

/**
 * Says where two scenarios differ: a path, and what each has there in the units of users; undefined where
 * one has nothing.
 */
export interface ScenarioDifference {
  readonly path: string;
  readonly first: string | undefined;
  readonly second: string | undefined;
}

/** What says nothing about the world that is simulated. */
const NOT_OF_THE_WORLD = ["name", "rationale", "measures", "standards", "variants"];

/**
 * Lists where two scenarios differ, in the order of the schema: in what is simulated, or apart from other
 * keys at the top.
 */
export function scenarioDifferences(
  first: Pick<LoadedScenario, "scenario">,
  second: Pick<LoadedScenario, "scenario">,
  apartFrom: readonly string[] = NOT_OF_THE_WORLD,
): ScenarioDifference[] {
  const found: ScenarioDifference[] = [];
  compare(without(apartFrom, first), without(apartFrom, second), "", found);
  return found;
}

function without(keys: readonly string[], loaded: Pick<LoadedScenario, "scenario">): unknown {
  const tree = writtenScenario({ ...loaded, annotations: new Map() });
  return Object.fromEntries(Object.entries(tree).filter(([key]) => !keys.includes(key)));
}

function compare(first: unknown, second: unknown, path: string, found: ScenarioDifference[]): void {
  const [ofFirst, ofSecond] = [membersOf(first), membersOf(second)];
  if (ofFirst === undefined || ofSecond === undefined) {
    const [a, b] = [valueText(first), valueText(second)];
    if (a !== b) found.push({ path, first: a, second: b });
    return;
  }
  const isList = Array.isArray(first);
  for (const key of new Set([...ofFirst.keys(), ...ofSecond.keys()]))
    compare(ofFirst.get(key), ofSecond.get(key), below(path, key, isList), found);
}

const below = (path: string, key: string, isList: boolean): string =>
  isList ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`;

/** Gives the named members of a map, or of a list of things with ids; undefined for a value. */
function membersOf(tree: unknown): Map<string, unknown> | undefined {
  if (typeof tree !== "object" || tree === null) return undefined;
  if (!Array.isArray(tree)) return new Map(Object.entries(tree));
  const ids = tree.map(idOf);
  // A list of plain values is one value.
  if (ids.some((id) => id === undefined)) return undefined;
  return new Map(tree.map((member, i) => [String(ids[i]), member]));
}

function idOf(member: unknown): string | undefined {
  return typeof member === "object" && member !== null && "id" in member ? String(member.id) : undefined;
}

function valueText(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return `[${value.map(valueText).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const entries = Object.entries(value).filter(([key]) => key !== "id");
  return entries.map(([key, member]) => `${key} ${valueText(member)}`).join(", ");
}
