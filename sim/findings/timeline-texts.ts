import { layOut } from "../model/layout.ts";
import { inOrderOfDate } from "../model/timeline-checks.ts";
import { type Action, declarationOf } from "../scenario/actions.ts";
import type { Staff } from "../scenario/declare-action.ts";
import type { LoadedScenario } from "../scenario/load.ts";
import { dateText } from "../words/dates.ts";

/** Reads a timeline back in plain words, in order of date. */
export function timelineTexts({
  scenario,
  template,
}: Pick<LoadedScenario, "scenario" | "template">): string[] {
  if (scenario.timeline.length === 0) return [];
  const { posts, practices } = layOut(scenario, template);
  const initial = posts.filter((post) => post.isInitial);
  let staff: Staff = {
    posts: initial.length,
    fte: initial.reduce((sum, { fte }) => sum + fte, 0),
    hours: new Map(posts.map(({ id, fte }) => [id, fte])),
    practices: practices.length,
  };
  return inOrderOfDate(scenario.timeline).map((action) => {
    const text = `${actionText(action, staff)}.`;
    staff = declarationOf(action.kind).staffAfter?.(action, staff) ?? staff;
    return text;
  });
}

/** Reads a dated action back in plain words: "from 1 April 2024: grants run for 52 weeks". */
export function actionText(action: Action, staff: Staff): string {
  const declared = declarationOf(action.kind);
  return `${declared.isOver ? "on" : "from"} ${dateText(action.date)}: ${declared.text(action, staff)}`;
}
