import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import * as messages from "../messages/index.ts";
import { badInput } from "../terminal/exit-codes.ts";

/** Numbers the form of results folders; it grows when what reads them must know. */
export const RESULTS_FORMAT = 1;

const recordSchema = z.looseObject({
  program: z.literal("linksim"),
  /** Folders of before the form was numbered have none; they read as form 1. */
  format: z.int().min(1).default(RESULTS_FORMAT),
  kind: z.string().default("run"),
  version: z.string(),
  model: z.string().optional(),
  order: z.unknown().optional(),
  commit: z.string().optional(),
  scenarios: z.array(
    z.looseObject({
      name: z.string(),
      /** The scenario of which it is a variant. */
      variant_of: z.string().optional(),
      argument: z.string(),
      /** The file that holds it with every default filled in. */
      resolved: z.string().optional(),
      replications: z.int().min(0).optional(),
    }),
  ),
  seed: z.string(),
  set: z.array(z.string()).default([]),
  files: z.array(z.object({ name: z.string(), sha256: z.string() })),
  content_hash: z.string(),
});

/** What run.json says of a results folder, as far as readers rely on it; the rest of it is kept too. */
export type ResultsRecord = z.output<typeof recordSchema>;

/**
 * Reads and checks the run.json of a results folder; refuses one that is not there, damaged, or of a newer
 * form.
 */
export function readRecord(folder: string): ResultsRecord {
  const path = join(folder, "run.json");
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (failure) {
    const { code } = failure as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") throw badInput(messages.notResults(folder));
    throw badInput(messages.cannotRead(path, failure));
  }
  const written = parsed(path, text);
  const { program, format, version } = (written ?? {}) as Readonly<Record<string, unknown>>;
  if (program !== "linksim") throw badInput(messages.notResults(folder));
  // Before the rest is checked: a newer form may hold anything.
  if (typeof format === "number" && format > RESULTS_FORMAT)
    throw badInput(messages.newerResults(folder, format, String(version), RESULTS_FORMAT));
  const record = recordSchema.safeParse(written);
  if (!record.success) {
    const [{ path: place, message }] = record.error.issues;
    throw badInput(messages.damagedRecord(path, `${place.join(".")}: ${message}`));
  }
  return record.data;
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badInput(messages.damagedRecord(path, "it is no JSON"));
  }
}

/**
 * Gives the scenario of which another is a variant, null for none; where the record does not say, `X (id)`
 * is one of X.
 */
export function variantOf({ scenarios }: ResultsRecord, name: string): string | null {
  const main =
    scenarios.find((scenario) => scenario.name === name)?.variant_of ?? /^(.+) \([^()]+\)$/.exec(name)?.[1];
  return scenarios.some((scenario) => scenario.name === main) ? (main ?? null) : null;
}
