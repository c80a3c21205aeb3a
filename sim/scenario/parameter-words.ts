import type * as z from "zod";
import { ACTIONS } from "./actions.ts";
import { parsePath } from "./internal/parse-path.ts";
import { everySchemaBelow, leavesOf } from "./internal/walk-schema.ts";
import { scenarioSchema } from "./schema.ts";

/**
 * Says in words what stands at a path, as its declaration means it: "length of a grant" of
 * `funding.grant_cycle`. `kindOf` gives the kind of a dated action by its id, since actions call different
 * things by one key. The path itself where no one meaning is declared.
 */
export function parameterWords(
  path: string,
  kindOf: (id: string) => string | undefined = () => undefined,
): string {
  const parts = parsePath(path);
  if (parts === null) return path;
  let schemas: readonly z.core.$ZodType[] = [scenarioSchema];
  for (const [i, part] of parts.entries()) {
    const kind = i === 1 && parts[0].name === "timeline" ? kindOf(part.name) : undefined;
    const action = ACTIONS.find((one) => one.kind === kind);
    schemas =
      action === undefined
        ? schemas.flatMap((schema) => everySchemaBelow(schema, part.kind === "key" ? part.name : 0))
        : [action.schema];
  }
  const meanings = new Set(
    schemas.flatMap(leavesOf).flatMap((leaf) => (leaf.leaf === "quantity" ? [leaf.meaning] : [])),
  );
  const [meaning] = meanings;
  if (meaning === undefined || meanings.size > 1) return path;
  const members = parts.filter(({ kind, name }) => kind === "member" && name !== "*");
  const [{ name: list }] = parts;
  return list === "timeline" || members.length === 0
    ? meaning
    : `${meaning} (${members.map(({ name }) => name).join(", ")})`;
}
