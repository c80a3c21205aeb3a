import * as z from "zod";
import { CATALOGUE } from "../measures/catalogue.ts";
import { describeMetric } from "../measures/describe-metric.ts";
import { readDocument, type Where } from "../scenario/document.ts";
import { id, strict } from "../scenario/fields.ts";
import { didYouMean } from "../scenario/nearest-name.ts";
import { type Problem, ScenarioError } from "../scenario/problem.ts";
import { target } from "../scenario/quantity.ts";
import { readTarget, targetInWords } from "../scenario/target.ts";
import type { Band } from "./target.ts";

const ROLES = ["fitted", "held_out"] as const satisfies readonly Role[];
const name = (meaning: string) => z.string().min(1).max(200).describe(meaning);

/** Declares one row of a targets file. */
const row = strict({
  id,
  metric: name("what was published: a metric of the tables, estimated as its source counted it"),
  group_by: name("how people are grouped; all if left out").default("all"),
  group: name("the group; all if left out").default("all"),
  window: name(
    "when it was counted: whole, last 26 weeks, year 2, before or after a dated change; whole if left out",
  ).default("whole"),
  value: target("the published figure"),
  low: target("the least that counts as met"),
  high: target("the most that counts as met"),
  role: z.enum(ROLES).describe("fitted: parameters may be set by it; held_out: read by validate alone"),
  discrepancy: target(
    "standard deviation by which the model may be wrong about it; 0 if left out",
  ).optional(),
  source: name("who published it, and where"),
});

/** Declares the targets file: a list under `targets`, or a CSV with the same columns. */
export const targetsFileSchema = z.strictObject({
  targets: z.array(row).min(1).max(500).describe("published or local figures, each with its band"),
});

/** Says whether a target may steer parameters. */
export type Role = "fitted" | "held_out";

/** A published figure that a scenario is held to; numbers are in the metric's unit. */
export interface Target extends Band {
  readonly id: string;
  readonly metric: string;
  readonly groupBy: string;
  readonly group: string;
  readonly window: string;
  readonly unit: string;
  readonly value: number;
  readonly role: Role;
  readonly source: string;
  readonly where: Where;
}

/**
 * Reads a targets file, YAML or CSV; throws a ScenarioError with every problem, in the order of the file.
 */
export function readTargetsFile(file: string, bytes: Uint8Array): readonly Target[] {
  const document = readDocument(file, bytes, {
    schema: targetsFileSchema,
    noun: "a targets file",
    rows: { key: "targets", member: row },
  });
  const problems: Problem[] = [...document.problems];
  const rows = soundRows(document.written(["targets"]));
  const seen = new Map<string, Role>();
  const targets = rows.map(({ written, place }): Target => {
    const at = (field: string): Where => document.where(["targets", place, field]);
    const refuse = (field: string, found: string, expected: string, hint?: string): void => {
      const path = `targets[${written.id}].${field}`;
      problems.push({ ...at(field), path, found, expected, severity: "error", ...(hint ? { hint } : {}) });
    };
    const first = seen.get(written.id);
    if (first === undefined) seen.set(written.id, written.role);
    else {
      const roles = first === written.role ? "" : `, once ${first} and once ${written.role}`;
      refuse("id", `${JSON.stringify(written.id)} a second time${roles}`, "each target once, with one role");
    }
    const unit = describeMetric(written.metric)?.unit;
    if (unit === undefined) {
      const hint = didYouMean(
        written.metric,
        CATALOGUE.map(({ metric }) => metric),
      );
      refuse("metric", JSON.stringify(written.metric), "a metric of the tables", hint);
    }
    const read = (field: "value" | "low" | "high" | "discrepancy"): number => {
      const text = written[field];
      if (text === undefined || unit === undefined) return 0;
      const number = readTarget(unit, text);
      if (number !== null) return number;
      refuse(field, JSON.stringify(text), `${targetInWords(unit)}, as ${written.metric} is in ${unit}`);
      return NaN;
    };
    const [value, low, high, discrepancy] = [read("value"), read("low"), read("high"), read("discrepancy")];
    if (low > high) refuse("low", written.low, `at most the upper end of the band, ${written.high}`);
    else if (value < low || value > high)
      refuse("value", written.value, `a figure inside its own band, ${written.low} to ${written.high}`);
    if (discrepancy < 0)
      refuse("discrepancy", String(written.discrepancy), "a standard deviation of 0 or more");
    return {
      id: written.id,
      metric: written.metric,
      groupBy: written.group_by,
      group: written.group,
      window: written.window,
      unit: unit ?? "",
      value,
      low,
      high,
      discrepancy,
      role: written.role,
      source: written.source,
      where: at("id"),
    };
  });
  if (problems.length > 0) throw new ScenarioError(problems);
  return targets;
}

/** Takes the rows that have the form of a target; the schema tells of the rest. */
function soundRows(
  written: unknown,
): readonly { readonly written: z.output<typeof row>; readonly place: number }[] {
  if (!Array.isArray(written)) return [];
  return written.flatMap((one: unknown, place) => {
    const parsed = row.safeParse(one);
    return parsed.success ? [{ written: parsed.data, place }] : [];
  });
}
