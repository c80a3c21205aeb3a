import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import * as z from "zod";
import { DISTRIBUTIONS, type EvidenceOfRow } from "../../sim/findings/parameters.ts";
import { messages } from "../messages/index.ts";
import { failed } from "../terminal/exit-codes.ts";
import { libraryFolder } from "./package-folder.ts";
import { readPacked } from "./packed-yaml.ts";

const words = z.union([z.string(), z.number()]).transform(String);
const loose = z
  .unknown()
  .optional()
  .transform((value) => (value === null || value === undefined ? "" : asText(value)));

const rowSchema = z.object({
  parameter: words,
  value: loose,
  range: loose,
  unit: loose,
  source: loose,
  locator: loose,
  grade: words,
  note: loose,
  kind: loose,
  distribution: z.enum(DISTRIBUTIONS).default("uniform"),
});

/** Matches a range written as in a scenario, such as "[7 days, 28 days]". */
const BRACKETS = /^\[(.+), (.+)\]$/;

/** Holds one row of the evidence register, as text. */
export interface EvidenceRow extends z.output<typeof rowSchema> {
  readonly id: string;
}

/** Reads the register that comes with the package, in its order. */
export function evidenceRows(): readonly EvidenceRow[] {
  const path = join(libraryFolder(), "evidence.yaml");
  if (!existsSync(path)) throw failed(messages.noRegister);
  const text = readFileSync(path, "utf8");
  // The build packed what the same function reads.
  return (readPacked("evidence", text) as readonly EvidenceRow[] | undefined) ?? rowsOf(text);
}

/** Reads the text of the register. */
export function rowsOf(text: string): readonly EvidenceRow[] {
  const parsed = z.record(z.string(), rowSchema).safeParse(parse(text));
  if (!parsed.success) throw failed(messages.badRegister(z.prettifyError(parsed.error)));
  return Object.entries(parsed.data).map(([id, row]) => ({
    id,
    ...row,
    range: row.range.replace(BRACKETS, "$1 to $2"),
  }));
}

/** Returns a look-up of grades by id; it knows none if the register is missing. */
export function gradeLookup(): (id: string) => string | undefined {
  const grades = new Map<string, string>();
  if (existsSync(join(libraryFolder(), "evidence.yaml")))
    for (const { id, grade } of evidenceRows()) grades.set(id, grade);
  return (id) => grades.get(id);
}

/** Returns a look-up of what the register says of a row; it knows none if the register is missing. */
export function evidenceLookup(): (id: string) => EvidenceOfRow | undefined {
  const known = existsSync(join(libraryFolder(), "evidence.yaml")) ? evidenceRows() : [];
  const rows = new Map(known.map((row) => [row.id, row]));
  return (id) => rows.get(id);
}

/** Lists the paths of defaults.yaml that name a row: there a number is written as { value, evidence }. */
export function pathsByEvidence(): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, string[]>();
  const visit = (part: unknown, path: string): void => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return;
    const { evidence } = part as { evidence?: unknown };
    if (typeof evidence === "string" && "value" in part)
      paths.set(evidence, [...(paths.get(evidence) ?? []), path]);
    for (const [key, below] of Object.entries(part))
      if (key !== "value") visit(below, path === "" ? key : `${path}.${key}`);
  };
  visit(parse(readFileSync(join(libraryFolder(), "defaults.yaml"), "utf8")), "");
  return paths;
}

function asText(value: unknown): string {
  if (Array.isArray(value)) return value.map(asText).join(" to ");
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value)
    .map(([key, part]) => `${key} ${asText(part)}`)
    .join(", ");
}
