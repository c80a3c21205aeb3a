import { createHash } from "node:crypto";
import type { MeasurePlan, ReplicationResult } from "../../sim/measures/result.ts";

/** Returns the SHA-256 of a text, as hexadecimal text. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Writes a plan as text; the scenario's name is left out, since numbers know none. */
export function planText(plan: MeasurePlan): string {
  return JSON.stringify({ ...plan, scenario: "" });
}

/**
 * Returns the digest of some replications of a scenario: of what was measured, and of every bit of every
 * number. Equal numbers, equal digest, whatever model they came from.
 */
export function numbersDigest(planDigest: string, results: readonly ReplicationResult[]): string {
  const digest = createHash("sha256").update(planDigest);
  for (const { replication, events, values, series, retention, windowed } of results) {
    digest.update(` ${replication} ${events} `);
    for (const { buffer, byteOffset, byteLength } of [values, series, retention, windowed])
      digest.update(new Uint8Array(buffer, byteOffset, byteLength));
  }
  return digest.digest("hex");
}
