import { declarationOf } from "../scenario/actions.ts";
import type { Scenario } from "../scenario/schema.ts";

/** A dated change of a scenario, as a figure marks it. */
export interface DatedChange {
  /** ISO date on which it begins. */
  readonly date: string;
  /** A few words for the figure. */
  readonly label: string;
}

/** Lists the dated changes of a scenario in order of date. */
export function datedChanges({ timeline }: Pick<Scenario, "timeline">): readonly DatedChange[] {
  return timeline
    .map((action) => ({ date: action.date, label: declarationOf(action.kind).mark(action) }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
