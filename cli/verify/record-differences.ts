import { isDeepStrictEqual } from "node:util";
import { messages } from "../messages/index.ts";
import type { ResultsRecord } from "../results/results-record.ts";
import { sha256 } from "../store/digests.ts";
import { recordedEnsemble } from "../work/ensemble-facts.ts";
import { orderFacts } from "../work/run-record.ts";
import type { Task } from "../work/task.ts";
import type { Remade } from "./remake.ts";

/** What run.json tells that nothing in the folder can confirm: when and where it was made, and from what. */
const TOLD = ["version", "workers", "runtime", "platform", "start", "seconds"] as const;

/** What of a scenario only the files could confirm from which it was loaded. */
const TOLD_OF_SCENARIOS = ["argument", "files"] as const;

const KNOWN = [
  "program",
  "format",
  "kind",
  "model",
  "commit",
  "scenarios",
  "seed",
  "set",
  "replications",
  "precision",
  "order",
  "ensemble",
  "events",
  "failures",
  "files",
  "content_hash",
  ...TOLD,
];

/** Says where run.json differs from what its order and its files give. */
export function recordDifferences(
  record: ResultsRecord,
  task: Task,
  { scenarios, events, notKnown }: Remade,
): readonly string[] {
  const expected: Readonly<Record<string, unknown>> = {
    // As JSON has it: what is undefined is not there.
    ...JSON.parse(JSON.stringify(orderFacts({ task, scenarios, set: record.set }))),
    kind: task.kind,
    content_hash: contentHash(record),
    ...(events === undefined ? {} : { events }),
    ...(notKnown === undefined ? {} : JSON.parse(JSON.stringify({ ensemble: recordedEnsemble(notKnown) }))),
  };
  const isPassedOver = "ensemble" in task && task.ensemble !== undefined && notKnown === undefined;
  const fields = [
    ...new Set([
      ...Object.keys(expected),
      "replications",
      "precision",
      ...(isPassedOver ? [] : ["ensemble"]),
    ]),
  ];
  const differ = fields
    .filter((field) => field !== "scenarios" && !isDeepStrictEqual(record[field], expected[field]))
    .map((field) => messages.recordDiffers(field, record[field], expected[field]));
  const unknown = Object.keys(record)
    .filter((field) => !KNOWN.includes(field))
    .map((field) => messages.recordUnknown(field));
  return [...differ, ...scenarioDifferences(record.scenarios, expected.scenarios), ...unknown];
}

/** Names what of run.json only whoever made it can know. */
export function toldOnly(record: ResultsRecord): readonly string[] {
  const fields = TOLD.filter((field) => record[field] !== undefined);
  return [...fields, ...TOLD_OF_SCENARIOS.map((field) => `scenarios[].${field}`)];
}

function contentHash({ files }: ResultsRecord): string {
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  return sha256(sorted.map(({ name, sha256 }) => `${name} ${sha256}\n`).join(""));
}

function scenarioDifferences(listed: ResultsRecord["scenarios"], expected: unknown): readonly string[] {
  const others = expected as readonly Readonly<Record<string, unknown>>[];
  if (listed.length !== others.length)
    return [messages.recordDiffers("scenarios", `${listed.length} of them`, `${others.length} of them`)];
  return others.flatMap((other, i) => {
    const fields = [...new Set([...Object.keys(other), ...Object.keys(listed[i])])];
    return fields
      .filter((field) => !(TOLD_OF_SCENARIOS as readonly string[]).includes(field))
      .filter((field) => !isDeepStrictEqual(listed[i][field], other[field]))
      .map((field) => messages.recordDiffers(`scenarios[${i + 1}].${field}`, listed[i][field], other[field]));
  });
}
