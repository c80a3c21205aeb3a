import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { scenarioSchema } from "../../sim/scenario/schema.ts";
import { FOCUSES } from "../../sim/words/focuses.ts";
import { ORGANISATION_TYPES } from "../../sim/words/organisation-types.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Keys that say something to people, and steer nothing. */
const TOLD = [
  "rationale",
  "variants.why",
  "variants.name",
  "standards.name",
  "organisations.template.interviewed_focus",
  "costs.price_year",
  "organisations.template.id",
];
/** Read while the files are loaded: the model never sees them. */
const LOADED = ["data.practices", "data.organisations", "data.organisation_template", "data.link_workers"];
/** Members that the code knows under another name than their list: where they are read. */
const READ_IN: Readonly<Record<string, string>> = {
  timeline: "sim/model/",
  "organisations.template": "sim/model/generate-organisations.ts",
};
/** Named by ids and kinds: read as members of a list of names, not by a name in the code. */
const MEMBERS: ReadonlySet<string> = new Set([...FOCUSES, ...ORGANISATION_TYPES]);

/**
 * Gives the path of every key that a schema declares; members of lists and of records are passed through.
 */
function keysOf(schema: z.core.$ZodType, path: readonly string[] = []): string[] {
  const { def } = schema._zod as unknown as { def: Readonly<Record<string, unknown>> };
  const inner = (part: unknown): string[] => keysOf(part as z.core.$ZodType, path);
  switch (def.type) {
    case "object":
      return Object.entries(def.shape as Readonly<Record<string, z.core.$ZodType>>).flatMap(([key, part]) => {
        const at = MEMBERS.has(key) ? path : [...path, key];
        const below = keysOf(part, at);
        return below.length === 0 ? [at.join(".")] : below;
      });
    case "union":
      return (def.options as readonly unknown[]).flatMap(inner);
    case "array":
      return inner(def.element);
    case "record":
      return inner(def.valueType);
    case "optional":
    case "default":
    case "nullable":
      return inner(def.innerType);
    default:
      return [];
  }
}

/** Gives the names that each source of the program reads, but for those that declare the scenario. */
function namesRead(folder: string): Map<string, ReadonlySet<string>> {
  const read = new Map<string, ReadonlySet<string>>();
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (/^sim\/scenario\/(blocks|actions)/.test(path)) continue;
    if (entry.isDirectory()) for (const [file, names] of namesRead(path)) read.set(file, names);
    else if (path.endsWith(".ts")) read.set(path, namesIn(path));
  }
  return read;
}

function namesIn(path: string): ReadonlySet<string> {
  const names = new Set<string>();
  const source = ts.createSourceFile(path, readFileSync(join(root, path), "utf8"), ts.ScriptTarget.Latest);
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) names.add(node.name.text);
    else if (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression))
      names.add(node.argumentExpression.text);
    else if (ts.isBindingElement(node)) {
      const name = node.propertyName ?? node.name;
      if (ts.isIdentifier(name)) names.add(name.text);
      else if (ts.isStringLiteral(name)) names.add(name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

describe("a key of the scenario", () => {
  const read = new Map([...namesRead("sim"), ...namesRead("cli")]);
  /** A key is read where one file reads it and the block that it stands in. */
  const isRead = (key: string): boolean => {
    const list = Object.keys(READ_IN).find((name) => key.startsWith(`${name}.`));
    const [leaf, block = leaf] = key.split(".").reverse();
    return [...read].some(([file, names]) =>
      list === undefined
        ? names.has(leaf) && names.has(block)
        : file.startsWith(READ_IN[list]) && names.has(leaf),
    );
  };

  it("is read by the program, or is there to be told", () => {
    const keys = [...new Set(keysOf(scenarioSchema))];
    expect(keys.length).toBeGreaterThan(250);
    const unread = keys.filter((key) => !TOLD.includes(key) && !LOADED.includes(key) && !isRead(key));
    expect(unread).toEqual([]);
  });

  it("that nothing reads is found", () => {
    const { contact } = scenarioSchema.shape;
    const planted = contact.extend({ reminders: z.string() });
    const schema = scenarioSchema.extend({ contact: planted });
    expect(keysOf(schema).filter((key) => !isRead(key))).toContain("contact.reminders");
    expect(isRead("timeline.reminders")).toBe(false);
  });
});
