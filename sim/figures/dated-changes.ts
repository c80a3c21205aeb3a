import type { Scenario } from "../scenario/schema.ts";
import { percentText } from "../words/numbers.ts";

/** A dated change of a scenario, as a figure marks it. */
export interface DatedChange {
  /** ISO date on which it begins. */
  readonly date: string;
  /** A few words for the figure. */
  readonly label: string;
}

type Action = Scenario["timeline"][number];

/** Lists the dated changes of a scenario in order of date. */
export function datedChanges({ timeline }: Pick<Scenario, "timeline">): readonly DatedChange[] {
  return timeline
    .map((action) => ({ date: action.date, label: labelOf(action) }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function labelOf(action: Action): string {
  switch (action.kind) {
    case "funding_cut":
      return `organisations' income -${percentText(action.share)}`;
    case "closure":
      return "organisations close";
    case "statutory_withdrawal":
      return `statutory places -${percentText(action.share)}`;
    case "demand_surge":
      return `demand +${percentText(action.rise)}`;
    case "posts_cut":
      return action.to === undefined
        ? `${action.posts?.length ?? 0} posts cut`
        : `posts cut to ${action.to}${action.by_attrition ? ", as holders leave" : ""}`;
    case "posts_added":
      return `${action.posts.length} posts added`;
    case "posts_moved":
      return `${action.posts.length} posts moved`;
    case "posts_shared":
      return "posts shared";
    case "caseload_cap":
      return action.cap === Number.POSITIVE_INFINITY ? "no caseload cap" : `caseload cap ${action.cap}`;
    case "contact_policy":
      return "contact policy";
    case "triage":
      return action.order === "fifo" ? "lists by date" : "crisis first";
    case "protected_networking":
      return `networking ${percentText(action.share)} protected`;
    case "handover":
      return "handover";
    case "fill_vacancies":
      return "vacancies filled otherwise";
    case "agreement":
      return "agreement with organisations";
    case "grant":
      return "grant to organisations";
    case "grant_cycle":
      return "another length of grants";
    case "integration_support":
      return "practices supported";
    case "employment":
      return `employed by ${action.by === "health_service" ? "the health service" : "the third sector"}`;
  }
}
