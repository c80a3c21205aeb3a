import { nearestName } from "../scenario/nearest-name.ts";
import { type Problem, ScenarioError } from "../scenario/problem.ts";
import type { Scenario } from "../scenario/schema.ts";
import type { Places } from "./generate-practices.ts";

/** Refuses actions on organisations that are not there; only here are the generated ones known. */
export function refuseUnknownOrganisations(
  scenario: Scenario,
  organisations: readonly { readonly id: string }[],
): void {
  const known = new Set(organisations.map(({ id }) => id));
  const problems = scenario.timeline.flatMap((action) =>
    unknownNames(
      scenario,
      known,
      `timeline[${action.id}].organisations`,
      "an organisation of this scenario",
      [...("organisations" in action ? (action.organisations ?? []) : [])],
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
  const posts = new Set(
    [
      ...places.posts,
      ...scenario.timeline.flatMap((action) => (action.kind === "posts_added" ? action.posts : [])),
    ].map(({ id }) => id),
  );
  const check = (
    known: ReadonlySet<string>,
    path: string,
    what: string,
    ...names: (string | undefined)[]
  ): Problem[] =>
    unknownNames(
      scenario,
      known,
      path,
      `a ${what} of this scenario`,
      names.filter((name) => name !== undefined),
    );
  const problems = scenario.timeline.flatMap((action): Problem[] => {
    const path = `timeline[${action.id}]`;
    switch (action.kind) {
      case "posts_cut":
        return check(posts, `${path}.posts`, "post", ...(action.posts ?? []));
      case "posts_moved":
        return [
          ...check(posts, `${path}.posts`, "post", ...action.posts),
          ...check(practices, `${path}.practice`, "practice", action.practice),
          ...check(pools, `${path}.pool`, "pool", action.pool),
        ];
      case "posts_added":
        return action.posts.flatMap(({ id, practice, pool }) => [
          ...check(practices, `${path}.posts[${id}].practice`, "practice", practice),
          ...check(pools, `${path}.posts[${id}].pool`, "pool", pool),
        ]);
      case "posts_shared":
      case "integration_support":
        return check(practices, `${path}.practices`, "practice", ...(action.practices ?? []));
      default:
        return [];
    }
  });
  if (problems.length > 0) throw new ScenarioError(problems);
}

function unknownNames(
  scenario: Scenario,
  known: ReadonlySet<string>,
  path: string,
  expected: string,
  names: readonly string[],
): Problem[] {
  return names
    .filter((name) => !known.has(name))
    .map((name): Problem => {
      const nearest = nearestName(name, [...known]);
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
