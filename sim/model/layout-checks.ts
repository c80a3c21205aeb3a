import { nearestName } from "../scenario/nearest-name.ts";
import { type Problem, ScenarioError } from "../scenario/problem.ts";
import type { Scenario } from "../scenario/schema.ts";
import type { Places } from "./generate-practices.ts";
import { leverOf } from "./levers/levers.ts";
import { addedPosts } from "./levers/posts-added.ts";

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
  const posts = new Set([...places.posts, ...addedPosts(scenario)].map(({ id }) => id));
  const known = { post: posts, practice: practices, pool: pools };
  const problems = scenario.timeline.flatMap((action) =>
    (leverOf(action).names?.(action) ?? []).flatMap(({ path, what, ids }) =>
      unknownNames(
        scenario,
        known[what],
        `timeline[${action.id}].${path}`,
        `a ${what} of this scenario`,
        ids.filter((id) => id !== undefined),
      ),
    ),
  );
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
