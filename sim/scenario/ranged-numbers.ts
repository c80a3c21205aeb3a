import type * as z from "zod";
import { inOneUnit } from "./internal/read-quantity.ts";
import { memberName, optionFor } from "./internal/value-schemas.ts";
import { leavesOf, schemaBelow } from "./internal/walk-schema.ts";
import type { LoadedScenario } from "./load.ts";
import { scenarioSchema } from "./schema.ts";

/** Holds a number of a scenario that has a range, with both in one unit of users. */
export interface RangedNumber {
  /** The path that `--set` and `--vary` take. */
  readonly path: string;
  /** As it stands after a number; empty for none. */
  readonly unit: string;
  /** What the scenario says; Infinity for `none`. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Whether only whole numbers of the unit are values. */
  readonly isWhole: boolean;
  /** The row of the evidence register that it names; null for none. */
  readonly evidence: string | null;
}

/** The range that holds at a path, and what it rests on. */
interface Ranged {
  readonly range: readonly [number, number];
  readonly evidence: string | null;
}

/**
 * Lists the numbers of a scenario that have a range, in the order of the scenario. The range of a list or a
 * map is that of each of its numbers.
 */
export function rangedNumbers({
  scenario,
  annotations,
}: Pick<LoadedScenario, "scenario" | "annotations">): readonly RangedNumber[] {
  const found: RangedNumber[] = [];
  const visit = (schema: z.core.$ZodType, value: unknown, path: string, above: Ranged | undefined): void => {
    const own = annotations.get(path);
    const ranged = own?.range === undefined ? above : { range: own.range, evidence: own.evidence ?? null };
    if (typeof value === "number") {
      const number = ranged === undefined ? undefined : rangedNumber(schema, value, path, ranged);
      if (number !== undefined) found.push(number);
    } else if (Array.isArray(value)) {
      const element = schemaBelow(schema, 0);
      if (element === undefined) return;
      value.forEach((member: unknown, i) => {
        visit(element, member, `${path}[${memberName(member, i)}]`, ranged);
      });
    } else if (typeof value === "object" && value !== null) {
      const option = optionFor(schema, value);
      for (const [key, member] of Object.entries(value)) {
        const below = schemaBelow(option, key);
        if (below !== undefined) visit(below, member, path === "" ? key : `${path}.${key}`, ranged);
      }
    }
  };
  visit(scenarioSchema, scenario, "", undefined);
  return found;
}

function rangedNumber(
  schema: z.core.$ZodType,
  value: number,
  path: string,
  { range, evidence }: Ranged,
): RangedNumber | undefined {
  const leaf = leavesOf(schema).find((one) => one.leaf === "quantity");
  if (leaf === undefined) return undefined;
  const isLimited = Number.isFinite(value);
  const { unit, numbers } = inOneUnit(leaf.kind, isLimited ? [...range, value] : range);
  const [low, high, own = value] = numbers;
  return { path, unit, value: own, low, high, isWhole: leaf.whole ?? false, evidence };
}
