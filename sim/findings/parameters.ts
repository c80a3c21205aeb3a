import { LEVERS } from "../model/levers/levers.ts";
import { MECHANISM_DECLARATIONS } from "../model/mechanisms.ts";
import type { LoadedScenario } from "../scenario/load.ts";
import { type RangedNumber, rangedNumbers } from "../scenario/ranged-numbers.ts";
import type { Scenario } from "../scenario/schema.ts";
import { MECHANISMS, type Mechanism } from "../scenario/vocabulary.ts";
import { OTHER_READERS } from "./parameter-readers.ts";
import { unreadChanges } from "./unread-values.ts";

/**
 * Lists how a parameter may lie in its range: all values alike; all orders of magnitude alike; or a beta
 * distribution over the range whose mode is the default.
 */
export const DISTRIBUTIONS = ["uniform", "log-uniform", "beta"] as const;
export type Distribution = (typeof DISTRIBUTIONS)[number];

/** What the evidence register says of a row. */
export interface EvidenceOfRow {
  readonly grade: string;
  readonly distribution: Distribution;
}

/** A number of a scenario that is not known for certain: what may be asked of it and what reads it. */
export interface ScenarioParameter extends RangedNumber {
  readonly distribution: Distribution;
  /** A, A-d, B or C; null where it names no row of the register. */
  readonly grade: string | null;
  /** The mechanisms that it steers; empty where it steers what is not a mechanism of its own. */
  readonly mechanisms: readonly Mechanism[];
  /** What reads it, in words. */
  readonly readBy: readonly string[];
  /** Why it changes nothing in this scenario; null for an active parameter. */
  readonly idleBecause: string | null;
}

/** Lists the parameters of a scenario; `evidenceOf` looks a row of the register up. */
export function parametersOf(
  loaded: Pick<LoadedScenario, "scenario" | "template" | "annotations">,
  evidenceOf: (id: string) => EvidenceOfRow | undefined,
): readonly ScenarioParameter[] {
  const numbers = rangedNumbers(loaded);
  const paths = numbers.map(({ path }) => path);
  const unread = new Map(unreadChanges(paths, loaded).map(({ path, why }) => [path, why]));
  return numbers.map((number) => {
    const row = number.evidence === null ? undefined : evidenceOf(number.evidence);
    const mechanisms = mechanismsOf(number.path, loaded.scenario);
    return {
      ...number,
      distribution: row?.distribution ?? "uniform",
      grade: row?.grade ?? null,
      mechanisms,
      readBy: [...mechanisms, ...otherReadersOf(number.path)],
      idleBecause: number.low === number.high ? "its range is one number" : (unread.get(number.path) ?? null),
    };
  });
}

/**
 * Lists the mechanisms that declare a path, or a part that holds it, as what steers them; of a dated action
 * the one whose rule it changes.
 */
function mechanismsOf(path: string, { timeline }: Scenario): readonly Mechanism[] {
  const action = timeline.find(({ id }) => path.startsWith(`timeline[${id}]`));
  if (action !== undefined) return MECHANISMS.filter((id) => id === LEVERS[action.kind].rule);
  return MECHANISM_DECLARATIONS.filter(({ parameters }) =>
    parameters.some((pattern) => isAtOrBelow(path, pattern)),
  ).map(({ id }) => id);
}

/** Lists what else reads a path, in words. */
function otherReadersOf(path: string): readonly string[] {
  return OTHER_READERS.flatMap(({ reader, paths }) =>
    paths.some((pattern) => isAtOrBelow(path, pattern)) ? [reader] : [],
  );
}

/** Says whether a path is that of a pattern, whose `*` is any key, or below it. */
function isAtOrBelow(path: string, pattern: string): boolean {
  const parts = path.split(/[.[]/);
  return pattern.split(".").every((part, i) => part === "*" || part === parts[i]);
}
