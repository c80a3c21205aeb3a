import type { Action } from "../scenario/actions.ts";
import type { Problem } from "../scenario/problem.ts";
import type { Scenario } from "../scenario/schema.ts";
import { dateText } from "../words/dates.ts";
import { countText } from "../words/numbers.ts";
import type { Layout } from "./layout.ts";
import { leverOf } from "./levers/levers.ts";

/** What is wrong with an action, at a field of it. */
type Fault = Pick<Problem, "found" | "expected" | "severity"> & { readonly field: string };

/** Who is where when an action comes about, as far as can be told before anything is drawn. */
interface State {
  readonly layout: Layout;
  /** Posts that are there for certain unless some were cut by a rule, and the day on which others ended. */
  readonly posts: Map<string, number>;
  readonly ended: Map<string, string>;
  /** Maximum number of posts that can be there. */
  most: number;
  /** Whether posts were cut or moved in a way that names none, so that nobody knows which are left. */
  isDrawn: boolean;
  /** The pool in which each pool's practices and posts are now. */
  readonly joinedInto: Map<number, number>;
  readonly closed: Set<string>;
}

/**
 * Checks each dated action against the state that it will meet, in order of date, and on one day in the
 * order of the timeline: posts that are not there, a cut to more than there are, a change that is over before
 * it is in force.
 */
export function checkTimelineStates(scenario: Scenario, layout: Layout): Problem[] {
  const state: State = {
    layout,
    posts: new Map(layout.posts.flatMap(({ id, pool, isInitial }) => (isInitial ? [[id, pool]] : []))),
    ended: new Map(),
    most: layout.posts.filter(({ isInitial }) => isInitial).length,
    isDrawn: false,
    joinedInto: new Map(),
    closed: new Set(),
  };
  return inOrderOfDate(scenario.timeline).flatMap((action) => {
    const faults = [...repeatedWords(action), ...faultsOf(action, state), ...faultsOfTargets(action, state)];
    return faults.map(
      ({ field, ...fault }): Problem => ({
        file: scenario.name,
        path: `timeline[${action.id}]${field === "" ? "" : `.${field}`}`,
        ...fault,
      }),
    );
  });
}

/** Puts actions in the order in which they take effect: by date, and on one day as the timeline has them. */
export function inOrderOfDate<A extends { readonly date: string }>(timeline: readonly A[]): A[] {
  return [...timeline].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

const error = (field: string, found: string, expected: string): Fault => ({
  field,
  found,
  expected,
  severity: "error",
});

/** Finds names and words that a list of an action holds twice. */
function repeatedWords(action: Action): Fault[] {
  return Object.entries(action).flatMap(([field, value]: [string, unknown]): Fault[] => {
    if (!Array.isArray(value)) return [];
    const words: readonly unknown[] = value;
    const second = words.find((word, i) => typeof word === "string" && words.indexOf(word) < i);
    return second === undefined
      ? []
      : [error(field, `${JSON.stringify(second)} a second time`, "each of them once")];
  });
}

function faultsOf(action: Action, state: State): Fault[] {
  switch (action.kind) {
    case "posts_cut":
      return cut(action, state);
    case "posts_added":
      for (const { id } of action.posts) {
        const pool = state.layout.posts.find((post) => post.id === id)?.pool ?? -1;
        state.posts.set(id, poolNow(state, pool));
        state.ended.delete(id);
        state.most++;
      }
      return [];
    case "posts_moved":
      return move(action, state);
    case "posts_shared":
      return share(action, state);
    case "demand_surge":
      return action.over > action.lasts
        ? [error("over", "a rise that takes longer than it lasts", "no more than `lasts`")]
        : faultsOfLife(action.lasts);
    case "grant":
      return faultsOfLife(action.lasts);
    case "contact_policy": {
      const { id: _, date: __, kind: ___, ...changes } = action;
      return Object.values(changes).every((value) => value === undefined)
        ? [error("", "no change of contacts", "at least one of its keys")]
        : [];
    }
    default:
      return [];
  }
}

const faultsOfLife = (lasts: number): Fault[] =>
  lasts > 0 ? [] : [error("lasts", "a change that is over at once", "more than no time")];

function cut(action: Action<"posts_cut">, state: State): Fault[] {
  const { posts, to, date, rule, by_attrition: isByAttrition } = action;
  const faults: Fault[] = [];
  if (to !== undefined && to > state.most)
    faults.push(
      error("to", countText(to, "post"), `at most ${state.most}, as no more are there on ${dateText(date)}`),
    );
  if (rule === "spread" && to !== undefined && (state.isDrawn || hasChanged(state)))
    faults.push(
      error(
        "rule",
        "spread after another change of posts",
        "another rule; it is planned from the first day's posts",
      ),
    );
  if (posts !== undefined) {
    faults.push(...faultsOfPosts(posts, date, state));
    if (!isByAttrition) for (const post of posts) end(post, date, state);
  } else if (to !== undefined && !isByAttrition) {
    state.isDrawn ||= to < state.most;
    state.most = Math.min(state.most, to);
  }
  return faults;
}

const hasChanged = ({ layout, posts }: State): boolean =>
  layout.posts.some(
    ({ id, pool, isInitial }) => isInitial !== posts.has(id) || (isInitial && posts.get(id) !== pool),
  );

function end(post: string, date: string, state: State): void {
  if (!state.posts.delete(post)) return;
  state.ended.set(post, date);
  state.most--;
}

/** Finds named posts that are not there on the day. Which a rule has cut is not known beforehand. */
function faultsOfPosts(names: readonly string[], date: string, state: State): Fault[] {
  return names
    .filter((name) => !state.posts.has(name))
    .map((name) => {
      const ended = state.ended.get(name);
      const why = ended === undefined ? "this one begins later" : `this one ended on ${dateText(ended)}`;
      return error("posts", JSON.stringify(name), `a post that is there on ${dateText(date)}; ${why}`);
    });
}

function move(action: Action<"posts_moved">, state: State): Fault[] {
  const { posts, practice, pool, date } = action;
  const { practices, pools } = state.layout;
  const to =
    practice === undefined
      ? pools.findIndex(({ id }) => id === pool)
      : (practices.find(({ id }) => id === practice)?.pool ?? -1);
  const faults = faultsOfPosts(posts, date, state);
  if (pool !== undefined && poolNow(state, to) !== to)
    faults.push(
      error("pool", JSON.stringify(pool), `a pool that is there on ${dateText(date)}; this one was joined`),
    );
  for (const post of posts) {
    if (state.posts.get(post) === poolNow(state, to))
      faults.push(
        error("posts", JSON.stringify(post), "a post that is elsewhere; this one is there already"),
      );
    if (state.posts.has(post)) state.posts.set(post, poolNow(state, to));
  }
  return faults;
}

function share(action: Action<"posts_shared">, state: State): Fault[] {
  const numbers = action.practices.flatMap((id) =>
    state.layout.practices.filter((practice) => practice.id === id),
  );
  const [into, ...others] = numbers.map(({ pool }) => poolNow(state, pool));
  if (others.every((pool) => pool === into))
    return [error("practices", "practices that share one list already", "at least one of another list")];
  for (const pool of others) if (pool !== into) state.joinedInto.set(pool, into);
  for (const [post, pool] of state.posts) state.posts.set(post, poolNow(state, pool));
  return [];
}

function poolNow({ joinedInto }: State, pool: number): number {
  let now = pool;
  for (let into = joinedInto.get(now); into !== undefined; into = joinedInto.get(now)) now = into;
  return now;
}

/** Finds organisations that an action names and does not concern, and actions on none that is open still. */
function faultsOfTargets(action: Action, state: State): Fault[] {
  const { concerns } = leverOf(action);
  if (concerns === undefined) return [];
  const { organisations } = state.layout;
  const names = "organisations" in action ? (action.organisations ?? []) : [];
  const closes = action.kind === "closure" || (action.kind === "statutory_withdrawal" && action.share === 1);
  if (names.length === 0 && state.closed.size === 0 && !closes) return [];
  const concerned = organisations.filter((site) => concerns(action, site));
  const isConcerned = new Set(concerned.map(({ id }) => id));
  const known = new Set(names.length === 0 ? [] : organisations.map(({ id }) => id));
  const faults = names
    .filter((name) => !isConcerned.has(name) && known.has(name))
    .map((name) =>
      error(
        "organisations",
        JSON.stringify(name),
        "an organisation of the types and focuses that it concerns",
      ),
    );
  if (concerned.length > 0 && concerned.every(({ id }) => state.closed.has(id)))
    faults.push({
      field: "",
      found: "organisations that are all closed by then",
      expected: "at least one that is open; it changes nothing",
      severity: "warning",
    });
  if (closes) for (const { id } of concerned) state.closed.add(id);
  return faults;
}
