import { nearestName } from "../scenario/nearest-name.ts";
import { type Problem, ScenarioError } from "../scenario/problem.ts";
import type { Scenario } from "../scenario/schema.ts";
import { countText, numberText } from "../words/numbers.ts";
import type { Places } from "./generate-practices.ts";
import { leverOf } from "./levers/levers.ts";
import { addedPosts } from "./levers/posts-added.ts";

/** Refuses actions on organisations that are not there; only here are the generated ones known. */
export function refuseUnknownOrganisations(
  scenario: Scenario,
  organisations: readonly { readonly id: string }[],
): void {
  const known = new Set(organisations.map(({ id }) => id));
  const hints = { left: MAX_HINTS };
  const problems = scenario.timeline.flatMap((action) =>
    unknownNames(
      scenario,
      known,
      `timeline[${action.id}].organisations`,
      "an organisation of this scenario",
      [...("organisations" in action ? (action.organisations ?? []) : [])],
      hints,
    ),
  );
  if (problems.length > 0) throw new ScenarioError(problems);
}

/** Refuses actions on practices, pools and posts that are not there. */
export function refuseUnknownPlaces(scenario: Scenario, places: Places): void {
  const practices = new Set(places.practices.map(({ id }) => id));
  const pooled = new Set(places.pools.flatMap((pool) => pool.practices));
  const pools = new Set([
    ...places.pools.map(({ id }) => id),
    ...[...practices].filter((id) => !pooled.has(id)),
  ]);
  const posts = new Set([...places.posts, ...addedPosts(scenario)].map(({ id }) => id));
  const hints = { left: MAX_HINTS };
  const known = { post: posts, practice: practices, pool: pools };
  const problems = scenario.timeline.flatMap((action) =>
    (leverOf(action).names?.(action) ?? []).flatMap(({ path, what, ids }) =>
      unknownNames(
        scenario,
        known[what],
        `timeline[${action.id}].${path}`,
        `a ${what} of this scenario`,
        ids.filter((id) => id !== undefined),
        hints,
      ),
    ),
  );
  if (problems.length > 0) throw new ScenarioError(problems);
}

/** How many unknown names of one action are told. */
const MAX_TOLD = 20;
/** For how many unknown names the nearest is looked for. */
const MAX_HINTS = 50;
interface Hints {
  left: number;
}

/** Maximum number of organisations, listed and made from counts. */
const MAX_ORGANISATIONS = 500_000;

/** Refuses counts from which more organisations would be made than a scenario may list. */
export function refuseTooManyOrganisations(
  { name, organisations: { generate, members } }: Scenario,
  practices: readonly { readonly posts: number }[],
): void {
  if (generate === "none") return;
  const posts = practices.reduce((sum, practice) => sum + practice.posts, 0);
  const wide = posts / generate.posts_per_city_wide + posts / generate.posts_per_statutory;
  const count = members.length + practices.length * generate.local_per_practice + Math.round(wide);
  if (count <= MAX_ORGANISATIONS) return;
  throw new ScenarioError([
    {
      file: name,
      path: "organisations.generate",
      found: `about ${numberText(count, 0)} organisations for ${countText(practices.length, "practice")}`,
      expected: `at most ${numberText(MAX_ORGANISATIONS, 0)}`,
      hint: "Lower local_per_practice, or give more posts to each organisation.",
      severity: "error",
    },
  ]);
}

interface Numbered {
  readonly practices: readonly { readonly id: string }[];
  readonly pools: readonly { readonly id: string }[];
  readonly posts: readonly { readonly id: string }[];
  readonly organisations: readonly { readonly id: string }[];
}

/**
 * Refuses ids that collide with names which are made: of the pool of a practice alone, of practices, posts
 * and organisations that are made from counts. Two of one name would be one in every table.
 */
export function refuseRepeatedIds(scenario: Scenario, made: Numbered): void {
  const { practices, pools, link_workers: staff, organisations, timeline } = scenario;
  const listed = (list: readonly { readonly id: string }[], path: string) => (id: string) =>
    list.some((member) => member.id === id) ? `${path}[${id}].id` : undefined;
  const added = (id: string) => {
    const adding = timeline.find((action) => action.kind === "posts_added" && hasId(action.posts, id));
    return adding === undefined ? undefined : `timeline[${adding.id}].posts[${id}].id`;
  };
  const ofPost = (id: string) => listed(staff.posts, "link_workers.posts")(id) ?? added(id);
  const ofOrganisation = listed(organisations.members, "organisations.members");
  const ofPractices = repeated(
    scenario,
    "practice",
    made.practices,
    listed(practices, "practices"),
    "practice-1 and so on",
  );
  // Two practices of one name have two pools and posts of one name.
  const problems =
    ofPractices.length > 0
      ? ofPractices
      : [
          ...repeated(scenario, "pool", made.pools, listed(pools, "pools"), "as each practice in no pool"),
          ...repeated(scenario, "post", made.posts, ofPost, "post- and the id of the practice"),
          ...repeated(
            scenario,
            "organisation",
            made.organisations,
            ofOrganisation,
            "their locality or region/local-1",
          ),
        ];
  if (problems.length > 0) throw new ScenarioError(problems);
}

const hasId = (members: readonly { readonly id: string }[], id: string): boolean =>
  members.some((member) => member.id === id);

function repeated(
  { name }: Scenario,
  noun: string,
  members: readonly { readonly id: string }[],
  pathOf: (id: string) => string | undefined,
  names: string,
): Problem[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { id } of members) {
    if (seen.has(id)) twice.add(id);
    seen.add(id);
  }
  return [...twice].map((id) => ({
    file: name,
    path: pathOf(id) ?? "name",
    found: `${JSON.stringify(id)} for two ${noun}s`,
    expected: `an id that no other ${noun} has; those that are made are named ${names}`,
    hint: "Choose another id.",
    severity: "error",
  }));
}

function unknownNames(
  scenario: Scenario,
  known: ReadonlySet<string>,
  path: string,
  expected: string,
  names: readonly string[],
  hints: Hints,
): Problem[] {
  return names
    .filter((name) => !known.has(name))
    .slice(0, MAX_TOLD)
    .map((name): Problem => {
      // To compare with every name of a nation, action by action, takes long.
      const nearest = hints.left-- > 0 ? nearestName(name, known) : undefined;
      return {
        file: scenario.name,
        path,
        found: JSON.stringify(name),
        expected,
        ...(nearest === undefined ? {} : { hint: `Did you mean ${nearest}?` }),
        severity: "error",
      };
    });
}
