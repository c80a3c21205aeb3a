import { join } from "node:path";

/** Names the file that says that a folder is a store. */
export const MARK = "linksim-store.json";
/** Names the folder of files that are being written. */
export const UNFINISHED = "unfinished";
/** Names the folders of cells, of measure plans and of what was asked for. */
export const CELLS = "cells";
export const PLANS = "plans";
export const ORDERS = "orders";

const FORM = 1;
export const MARK_TEXT = `${JSON.stringify({ program: "linksim", form: FORM })}\n`;

export const cellPath = (key: string): string => join(CELLS, key.slice(0, 2), `${key}.cell`);
export const planPath = (digest: string): string => join(PLANS, `${digest}.json`);

/**
 * Says what a mark's text means: a store of this form or of another, somebody else's file, or nothing, since
 * it is damaged.
 */
export function meaningOf(mark: string): "ours" | "damaged" | "foreign" | { readonly form: string } {
  let written: unknown;
  try {
    written = JSON.parse(mark);
  } catch {
    return "damaged";
  }
  if (typeof written !== "object" || written === null) return "damaged";
  const { program = "linksim", form } = written as Readonly<Record<string, unknown>>;
  if (program !== "linksim") return "foreign";
  return form === FORM ? "ours" : { form: String(form) };
}

export { FORM as STORE_FORM };
