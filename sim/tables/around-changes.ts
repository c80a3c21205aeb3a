import { rowsOf, type TableRow } from "./rows-of.ts";
import type { TableOf } from "./table.ts";
import type { WINDOWS } from "./windows.ts";

/** A mean over replications in a window, with its interval; null where there is none. */
export interface WindowMean {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** One settled time of a run. */
export interface SettledTime {
  /** Ids of the dated changes that it lies before or after, as the table `windows` names them. */
  readonly change: string;
  /** ISO dates of its first and last day; empty where nothing is in it. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** Why nothing is in it; empty where something is. */
  readonly why: string;
  /** Gives a metric of everybody, or of a type of organisation, in this time. */
  readonly of: (metric: string, type?: string) => WindowMean;
}

/** What a run was before its first dated change, and once it has settled after its last one. */
export interface AroundChanges {
  readonly before: SettledTime;
  readonly after: SettledTime;
}

/**
 * Reads from the table `windows` how a scenario stood before its first dated change and after its last one
 * has settled; null where nothing changes within the measured time.
 */
export function aroundChanges(table: TableOf<typeof WINDOWS>, scenario: string): AroundChanges | null {
  const rows = rowsOf(table).filter((row) => row.scenario === scenario);
  const names = [...new Set(rows.map(({ window }) => window))];
  const before = names.find((name) => name.startsWith(BEFORE));
  const after = names.findLast((name) => name.startsWith(AFTER));
  if (before === undefined || after === undefined) return null;
  const settled = (name: string, kind: string): SettledTime =>
    settledTime(
      name.slice(kind.length),
      rows.filter(({ window }) => window === name),
    );
  return { before: settled(before, BEFORE), after: settled(after, AFTER) };
}

const BEFORE = "before ";
const AFTER = "after ";

type Row = TableRow<(typeof WINDOWS)["columns"][number]>;

function settledTime(change: string, rows: readonly Row[]): SettledTime {
  const [{ first_day: firstDay, last_day: lastDay, reason }] = rows;
  const found = new Map(rows.map((row) => [`${row.metric} ${row.group}`, row]));
  return {
    change,
    firstDay,
    lastDay,
    why: firstDay === "" ? reason : "",
    of(metric, type = "all") {
      const row = found.get(`${metric} ${type}`);
      return { mean: row?.mean ?? null, low: row?.ci_low ?? null, high: row?.ci_high ?? null };
    },
  };
}
