import { layOut } from "../../sim/model/layout.ts";
import type { LoadedScenario } from "../../sim/scenario/load.ts";
import type { Scenario } from "../../sim/scenario/schema.ts";
import { dateText } from "../../sim/words/dates.ts";
import { durationText } from "../../sim/words/durations.ts";
import { FOCUS_WORDS } from "../../sim/words/focuses.ts";
import { listText, someText } from "../../sim/words/lists.ts";
import { countText, percentText, poundsText } from "../../sim/words/numbers.ts";
import { TYPE_WORDS } from "../../sim/words/organisation-types.ts";

type Action = Scenario["timeline"][number];

const SURGE_WORDS = { referrals: "requests", organisations: "organisations' other clients" } as const;

const RULE_WORDS = {
  smallest_list: "those of the practices with the smallest lists go",
  least_deprived: "those of the least deprived practices go",
  drawn: "those that go are drawn by lot",
  spread: "the best staffed go",
} as const;

/** Says how many posts and practices there are before an action. */
export interface Staff {
  readonly posts: number;
  readonly practices: number;
}

/** Reads a timeline back in plain words, in order of date. */
export function timelineTexts({
  scenario,
  template,
}: Pick<LoadedScenario, "scenario" | "template">): string[] {
  if (scenario.timeline.length === 0) return [];
  const { posts, practices } = layOut(scenario, template);
  let staff = { posts: posts.filter((post) => post.isInitial).length, practices: practices.length };
  const ordered = [...scenario.timeline].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return ordered.map((action) => {
    const text = `${actionText(action, staff)}.`;
    if (action.kind === "posts_added") staff = { ...staff, posts: staff.posts + action.posts.length };
    if (action.kind === "posts_cut")
      staff = {
        ...staff,
        posts: Math.min(staff.posts, action.to ?? staff.posts - (action.posts?.length ?? 0)),
      };
    return text;
  });
}

/** Reads a dated action back in plain words. */
export function actionText(action: Action, staff: Staff): string {
  const from = `from ${dateText(action.date)}`;
  switch (action.kind) {
    case "funding_cut": {
      const whom = targetText(action);
      const hit = action.hit === 1 ? whom : `${percentText(action.hit)} of ${whom}, drawn by lot,`;
      const over = action.over === 0 ? "at once" : `over ${durationText(action.over)}`;
      return `${from}: ${hit} lose ${percentText(action.share)} of their income, ${over}`;
    }
    case "closure":
      return `on ${dateText(action.date)}: ${targetText(action)} close, and every link to them fails`;
    case "statutory_withdrawal":
      return `${from}: ${targetText({ ...action, types: ["statutory"] })} give up ${percentText(action.share)} of their places at once`;
    case "demand_surge": {
      const what = listText(action.on.map((part) => SURGE_WORDS[part]));
      const over = action.over === 0 ? "at once" : `over ${durationText(action.over)}`;
      return `${from}: ${what} rise by ${percentText(action.rise)}, ${over}, ${lastingText(action.lasts)}`;
    }
    case "posts_cut":
      return cutText(action, staff, from);
    case "posts_added":
      return `${from}: ${countText(action.posts.length, "post is", "posts are")} added (${someOf(action.posts.map(({ id }) => id))})`;
    case "posts_moved":
      return `${from}: ${someOf(action.posts)} ${action.posts.length === 1 ? "moves" : "move"} to ${action.practice ?? action.pool}; their patients stay on the list there`;
    case "posts_shared":
      return `${from}: ${someOf(action.practices)} share one waiting list and their posts`;
    case "caseload_cap":
      return action.cap === Number.POSITIVE_INFINITY
        ? `${from}: there is no cap on caseloads`
        : `${from}: a full-time post has at most ${countText(action.cap, "open case")}`;
    case "contact_policy":
      return `${from}: ${contactText(action)}`;
    case "triage":
      return action.order === "fifo"
        ? `${from}: waiting lists go by date of referral`
        : `${from}: people in a crisis go first on waiting lists`;
    case "protected_networking":
      return `${from}: ${percentText(action.share)} of the planned networking time is protected from casework`;
    case "handover":
      return `${from}: who leaves hands over, which keeps ${percentText(action.ties)} of ties and takes away ${percentText(action.patients)} of what a new link worker means to patients`;
    case "fill_vacancies":
      return `${from}: vacant posts are filled after ${durationText(action.vacancy)}${
        action.days === undefined ? "" : `, with cover on ${percentText(action.days)} of the days`
      }`;
    case "agreement":
      return `${from}: the programme has an agreement with ${targetText(action)}`;
    case "grant":
      return `${from}: ${targetText(action)} get ${poundsText(action.amount)} more a year, shared by places, ${lastingText(action.lasts)}`;
    case "grant_cycle":
      return `${from}: grants run for ${durationText(action.length)}`;
    case "integration_support":
      return `${from}: ${action.practices === undefined ? "all practices" : someOf(action.practices)} get support that adds ${percentText(action.by)} to each driver of integration`;
    case "employment":
      return action.by === "health_service"
        ? `${from}: the health service employs the link workers, reviews cases out and gives networking time to casework`
        : `${from}: the third sector employs the link workers`;
  }
}

function cutText(
  action: Extract<Action, { kind: "posts_cut" }>,
  { posts, practices }: Staff,
  from: string,
): string {
  const known = action.announced === undefined ? "" : `, known since ${dateText(action.announced)}`;
  if (action.posts !== undefined)
    return `${from}: ${someOf(action.posts)} ${action.posts.length === 1 ? "ends" : "end"}${known}`;
  const change = `${countText(posts, "post")} become ${action.to ?? posts}`;
  if (action.by_attrition) return `${from}: ${change}, as their holders leave${known}`;
  const spread = action.rule === "spread" ? `, spread over ${countText(practices, "practice")}` : "";
  return `${from}: ${change}${spread}; ${RULE_WORDS[action.rule]}${known}`;
}

function contactText(action: Extract<Action, { kind: "contact_policy" }>): string {
  const minutes = (meeting: number | undefined, admin: number | undefined, what: string): string[] => [
    ...(meeting === undefined ? [] : [`${what} takes ${durationText(meeting)}`]),
    ...(admin === undefined ? [] : [`its administration ${durationText(admin)}`]),
  ];
  const parts = [
    ...minutes(action.first, action.first_admin, "a first contact"),
    ...minutes(action.follow_up, action.follow_up_admin, "a later contact"),
    ...(action.gap === undefined ? [] : [`contacts are ${durationText(action.gap)} apart`]),
    ...(action.absorption_gap === undefined
      ? []
      : [`contacts while all is sent or held are ${durationText(action.absorption_gap)} apart`]),
    ...(action.at_most === undefined
      ? []
      : [
          action.at_most === Number.POSITIVE_INFINITY
            ? "no case is reviewed out"
            : `cases are reviewed out after ${countText(action.at_most, "contact")}`,
        ]),
    ...(action.telephone === undefined
      ? []
      : [`${percentText(action.telephone)} of later contacts are calls`]),
    ...(action.group === undefined
      ? []
      : [`${percentText(action.group)} of later contacts are group sessions`]),
    ...(action.reserved === undefined
      ? []
      : [`${percentText(action.reserved)} of casework time is kept for first contacts`]),
  ];
  return parts.length === 0 ? "contacts stay as they are" : listText(parts);
}

const lastingText = (lasts: number): string =>
  lasts === Number.POSITIVE_INFINITY ? "for good" : `for ${durationText(lasts)}`;

const MOST_NAMED = 4;

const someOf = (ids: readonly string[]): string => someText(ids, MOST_NAMED);

function targetText({
  types,
  focuses,
  organisations,
}: Partial<Pick<Extract<Action, { kind: "closure" }>, "types" | "focuses" | "organisations">>): string {
  const kinds = types === undefined ? "" : `${listText(types.map((type) => TYPE_WORDS[type].adjective))} `;
  const purpose = focuses === undefined ? "" : ` for ${listText(focuses.map((focus) => FOCUS_WORDS[focus]))}`;
  const named = organisations === undefined ? "" : ` named ${listText(organisations)}`;
  const all = kinds + purpose + named === "" ? "all " : "";
  return `${all}${kinds}organisations${purpose}${named}`;
}
