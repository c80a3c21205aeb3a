import { CELLS } from "../../sim/tables/cells.ts";
import { rowsOf } from "../../sim/tables/rows-of.ts";
import { messages } from "../messages/index.ts";
import type { OpenedResults } from "../results/open-results.ts";
import type { AskedCell } from "./asked-cells.ts";

/** Says in a word which cell is meant. */
const nameOf = ({ scenario, point, first, last }: AskedCell): string =>
  JSON.stringify([scenario, point, first, last]);

/**
 * Says how the cells that a folder lists differ from those that its order asks for, before any of them is
 * simulated; points that failed may be missing.
 */
export async function cellsDiffer(
  results: OpenedResults,
  asked: readonly AskedCell[],
): Promise<readonly string[]> {
  const table = await results.tableOf(CELLS);
  if (table === undefined) return [messages.noCells(results.folder)];
  const listed = rowsOf(table).map(
    ({ scenario, point, first_replication, last_replication }): AskedCell => ({
      scenario,
      point,
      first: first_replication ?? -1,
      last: last_replication ?? -1,
    }),
  );
  const [listedNames, askedNames] = [listed, asked].map((cells) => new Set(cells.map(nameOf)));
  const mayLack = (results.record.failures ?? []).length > 0;
  const missing = asked.filter((cell) => !listedNames.has(nameOf(cell)) && !(mayLack && cell.point !== null));
  const more = listed.filter((cell) => !askedNames.has(nameOf(cell)));
  const repeated = listed.length - listedNames.size;
  return [
    ...(missing.length > 0 ? [messages.cellsMissing(missing[0], missing.length)] : []),
    ...(more.length > 0 ? [messages.cellsUnasked(more[0], more.length)] : []),
    ...(repeated > 0 ? [messages.cellsRepeated(repeated)] : []),
  ];
}
