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
      if (columns === undefined && held.length + results.length > REPLICATIONS_AT_ONCE) {
        columns = ResultColumns.open(folder);
        if (held.length > 0) columns.add(held.splice(0));
      }
      if (columns === undefined) held.push(...results);
      else columns.add(results);
    },
    get results() {
      return columns ?? held;
    },
  };
}
