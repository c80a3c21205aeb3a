import { join } from "node:path";
import * as z from "zod";
import { isSeed, MAX_REPLICATIONS, SEED_IN_WORDS } from "../../sim/experiment/door.ts";
import { setAsideOf } from "../disk/beside.ts";
import { NotPlain, readPlain } from "../disk/plain-file.ts";
import { messages } from "../messages/index.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { RECORD } from "./own-files.ts";

/** Numbers the form of results folders; it grows when what reads them must know. */
export const RESULTS_FORMAT = 1;

/** Bounds the record itself: one of 100,000 points that all failed is smaller. */
const MAX_BYTES = 50_000_000;

const MAX_NAME = 255;

/** Finds what no name of a file beside the record holds: a folder, a drive, or a character that hides. */
const NOT_IN_A_NAME = /[/\\:\p{C}\p{Zl}\p{Zp}]/u;

/** Reads the name of a file in the folder itself: one that leads out of it is of no folder of ours. */
const plainName = z
  .string()
  .min(1)
  .max(MAX_NAME)
  .refine((name) => !NOT_IN_A_NAME.test(name) && name !== "." && name !== ".." && name !== RECORD, {
    error: "expected the plain name of a file beside it",
  });
const digest = z.string().regex(/^[0-9a-f]{64}$/, { error: "expected a SHA-256, 64 hexadecimal digits" });

/** Sees that no two members have the same name. */
const areDistinct = (members: readonly { readonly name: string }[]): boolean =>
  new Set(members.map(({ name }) => name)).size === members.length;

const DISTINCT = { error: "expected names that differ" };

const recordSchema = z.looseObject({
  program: z.literal("linksim"),
  /** Folders of before the form was numbered have none; they read as form 1. */
  format: z.int().min(1).default(RESULTS_FORMAT),
  kind: z.string().default("run"),
  version: z.string(),
  model: z.string().optional(),
  order: z.unknown().optional(),
  commit: z
    .string()
    .regex(/^[0-9a-f]{7,64}(-dirty)?$/, { error: "expected the name of a commit" })
    .optional(),
  scenarios: z
    .array(
      z.looseObject({
        name: z.string().min(1),
        /** The scenario of which it is a variant. */
        variant_of: z.string().optional(),
        argument: z.string(),
        /** The file that holds it with every default filled in. */
        resolved: plainName.optional(),
        replications: z.int().min(0).max(MAX_REPLICATIONS).optional(),
      }),
    )
    .refine(areDistinct, DISTINCT),
  seed: z.string().refine(isSeed, { error: `expected ${SEED_IN_WORDS}` }),
  set: z.array(z.string()).default([]),
  failures: z.array(z.string()).optional(),
  files: z.array(z.strictObject({ name: plainName, sha256: digest })).refine(areDistinct, DISTINCT),
  content_hash: digest,
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
    text = readPlain(path, MAX_BYTES).toString("utf8");
  } catch (failure) {
    const { code } = failure as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") throw badInput(nothingThere(folder));
    if (failure instanceof NotPlain) throw badInput(messages.notPlain(path, failure.message));
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

function nothingThere(folder: string): string {
  const aside = setAsideOf(folder);
  return aside === undefined ? messages.notResults(folder) : messages.resultsSetAside(folder, aside);
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
