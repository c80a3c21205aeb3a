import type { Job } from "../../sim/experiment/executor.ts";
import type { Scenario } from "../../sim/scenario/schema.ts";
import { sha256 } from "./digests.ts";

/** What of a scenario is words about it and moves no number. */
export const WORDS: readonly (keyof Scenario)[] = ["name", "rationale", "variants"];

/** Names the replications of one cell: from one up to before another. */
export interface Block {
  readonly from: number;
  readonly before: number;
}

const digests = new WeakMap<Scenario, string>();

/** Returns the SHA-256 of what a scenario says, whatever it is called and however it was written. */
export function scenarioDigest(scenario: Scenario): string {
  let digest = digests.get(scenario);
  if (digest === undefined) {
    const content = Object.entries(scenario).filter(([key]) => !(WORDS as readonly string[]).includes(key));
    digest = sha256(contentText(content));
    digests.set(scenario, digest);
  }
  return digest;
}

/**
 * Returns the name of a cell: the digest of everything that its numbers depend on, and of how many are kept.
 */
export function cellKey(job: Job, { from, before }: Block, model: string): string {
  const { seed, detail, keepsFates } = job;
  return sha256(
    contentText({ model, scenario: scenarioDigest(job.scenario), seed, detail, keepsFates, from, before }),
  );
}

/** Writes a value as JSON in which no limit is a word, since JSON knows no infinity. */
function contentText(value: unknown): string {
  return JSON.stringify(value, (_, part) => (part === Number.POSITIVE_INFINITY ? "Infinity" : part)) ?? "";
}
