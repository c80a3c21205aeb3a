import { messages } from "../messages/index.ts";
import { type OpenedResults, openResults } from "../results/open-results.ts";
import { say } from "../terminal/print.ts";
import type { Place } from "./place.ts";

/**
 * Says in a line which numbers carry the result of a folder that was just written, if a sensitivity analysis
 * of its scenarios stands beside it; and of one that is passed over, why.
 */
export async function carriersBeside({ out, quiet }: Place): Promise<readonly string[]> {
  if (out === undefined) return [];
  const { carriersOf } = await import("../report/input/find-sensitivity.ts");
  const results = nowAt(out);
  if (results === undefined) return [];
  const { carriers, passedOver } = await carriersOf(results);
  if (passedOver !== undefined && !quiet) say(passedOver);
  return carriers === undefined ? [] : [messages.carriedOnScreen(carriers)];
}

/** Opens what is at a place; undefined where another process has set it aside in this moment for its own. */
function nowAt(out: string): OpenedResults | undefined {
  try {
    return openResults(out);
  } catch {
    return undefined;
  }
}
