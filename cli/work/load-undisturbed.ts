import { civilDate, dayNumber } from "../../sim/engine/civil-date.ts";
import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from "../../sim/engine/minutes.ts";
import { ORGANISATION_TYPES } from "../../sim/words/organisation-types.ts";
import { loadAll, type NamedScenario } from "../scenarios/load-scenarios.ts";

const LEAST_WEEKS_AFTER = 208;

/**
 * Loads a scenario as it would be if nothing happened to it, with its warm-up measured too: no dated change,
 * no drift of income, and at least four years after the warm-up. Also gives the warm-up that it states.
 */
export function loadUndisturbed(
  argument: string,
  set: readonly string[],
): { readonly undisturbed: NamedScenario; readonly warmUp: number } {
  const [{ scenario }] = loadAll([argument], set);
  const { start, warm_up: warmUp, horizon } = scenario;
  const days = Math.round(warmUp / MINUTES_PER_DAY);
  const weeks = Math.ceil(
    Math.max(LEAST_WEEKS_AFTER, horizon / MINUTES_PER_WEEK) + warmUp / MINUTES_PER_WEEK,
  );
  const changes = [
    "warm_up=0 weeks",
    `start=${civilDate(dayNumber(start) - days)}`,
    `horizon=${weeks} weeks`,
    ...ORGANISATION_TYPES.map((type) => `funding.types.${type}.drift=0 % a year`),
  ];
  const [named] = loadAll([argument], [...set, ...changes]);
  return { undisturbed: { ...named, scenario: { ...named.scenario, timeline: [] } }, warmUp };
}
