import { inParts } from "../../sim/experiment/in-parts.ts";
import { REPLICATIONS_AT_ONCE, type ResultKeeper } from "../../sim/experiment/replicate.ts";
import type { ReplicationResult } from "../../sim/measures/result.ts";
import { ResultColumns } from "./result-columns.ts";

/**
 * Opens a keeper that holds results in memory as long as they are no more than are simulated at once, and
 * then all of them in a file of a folder, which is nameless: whatever ends the program, it is gone.
 */
export function openKeeper(folder: string): ResultKeeper {
  const held: ReplicationResult[] = [];
  let columns: ResultColumns | undefined;
  return {
    add(results) {
      held.push(...results);
      if (held.length <= REPLICATIONS_AT_ONCE - (columns === undefined ? 0 : 1)) return;
      columns ??= ResultColumns.open(folder);
      for (const some of inParts(held.splice(0), REPLICATIONS_AT_ONCE)) columns.add(some);
    },
    get results() {
      columns?.add(held.splice(0));
      return columns ?? held;
    },
  };
}
