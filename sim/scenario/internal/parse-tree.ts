import type { z } from "zod";
import { type Mapping, plain, type Tree } from "./tree.ts";

/**
 * What the blocks of a scenario hold, of those without a problem. The scenarios of a sweep share almost all
 * blocks of one tree, and to read these again was half of loading each.
 */
const sound = new WeakMap<Tree, { readonly schema: z.core.$ZodType; readonly data: unknown }>();

/**
 * Reads a tree by a schema of blocks, which may not refine what they hold together: each block by itself, a
 * block that was read before not again. With a problem anywhere, all is read at once for the whole list.
 */
export function parseTree<Schema extends z.ZodObject>(
  tree: Mapping,
  schema: Schema,
): z.ZodSafeParseResult<z.output<Schema>> {
  const blocks: [key: string, data: unknown][] = [];
  const isKnown = [...tree.entries.keys()].every((key) => Object.hasOwn(schema.shape, key));
  for (const [key, block] of isKnown ? Object.entries(schema.shape) : []) {
    const data = blockOf(tree.entries.get(key)?.tree, block as z.ZodType);
    if (data === problem) return schema.safeParse(plain(tree));
    if (data !== undefined) blocks.push([key, data]);
  }
  if (!isKnown) return schema.safeParse(plain(tree));
  // Each block fits its own schema, and the object asks nothing more.
  return { success: true, data: Object.fromEntries(blocks) as z.output<Schema> };
}

const problem = Symbol("a problem");

function blockOf(part: Tree | undefined, schema: z.ZodType): unknown {
  const known = part === undefined ? undefined : sound.get(part);
  if (known?.schema === schema) return known.data;
  const parsed = schema.safeParse(part === undefined ? undefined : plain(part));
  if (!parsed.success) return problem;
  if (part !== undefined) sound.set(part, { schema, data: parsed.data });
  return parsed.data;
}
