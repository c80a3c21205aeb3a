import * as z from "zod";
import { readDocument } from "../scenario/document.ts";
import { ScenarioError } from "../scenario/problem.ts";

/** What an ensemble says of itself, as far as those who use it rely on it. */
export interface EnsembleManifest {
  /** Digest of the model that simulated its members; null where it is not said. */
  readonly model: string | null;
  /** Name of the scenario that its members were found for; null where it is not said. */
  readonly scenario: string | null;
  /** SHA-256 of that scenario with every default filled in; null where it is not said. */
  readonly resolved: string | null;
  /** Random seed of the calibration; null where it is not said. */
  readonly seed: string | null;
  /** SHA-256 of the files of the scenario that its members were found for. */
  readonly files: readonly string[];
  /** The command that makes it again; null where it is not said. */
  readonly command: string | null;
  /** What its members vary, each with its range before, as `--vary` takes it; null where it is not said. */
  readonly prior: readonly PriorRange[] | null;
}

/** What was known of a parameter before any published figure was used. */
export interface PriorRange {
  readonly path: string;
  /** A range with its distribution, or a list, as `--vary` takes it. */
  readonly values: string;
}

const digest = z.string().regex(/^[0-9a-f]{64}$/, { error: "expected a SHA-256, 64 hexadecimal digits" });

const manifestSchema = z.looseObject({
  model: z.string().min(1).max(200).optional(),
  command: z.string().max(10_000).optional(),
  seed: z.string().max(200).optional(),
  /** Earlier versions listed the paths alone. */
  over: z
    .union([z.record(z.string().max(200), z.string().max(1000)), z.array(z.string().max(200))])
    .optional(),
  scenario: z
    .looseObject({
      name: z.string().max(200).optional(),
      resolved_sha256: digest.optional(),
      files: z.array(z.looseObject({ sha256: digest })).max(1000),
    })
    .optional(),
});

/** Reads the manifest of an ensemble; throws a ScenarioError with every problem. */
export function readEnsembleManifest(file: string, bytes: Uint8Array): EnsembleManifest {
  const { value, problems } = readDocument(file, bytes, { schema: manifestSchema, noun: "an ensemble" });
  if (value === null) throw new ScenarioError(problems);
  return {
    model: value.model ?? null,
    scenario: value.scenario?.name ?? null,
    resolved: value.scenario?.resolved_sha256 ?? null,
    seed: value.seed ?? null,
    files: value.scenario?.files.map(({ sha256 }) => sha256) ?? [],
    command: value.command ?? null,
    prior: priorOf(value.over),
  };
}

function priorOf(over: z.output<typeof manifestSchema>["over"]): readonly PriorRange[] | null {
  if (over === undefined || Array.isArray(over)) return null;
  return Object.entries(over).map(([path, values]) => ({ path, values }));
}
