import { placesOf } from "../model/generate-practices.ts";
import type { Scenario } from "../scenario/schema.ts";
import { countText, numberText, wholePercentText } from "../words/numbers.ts";

type Practice = Scenario["practices"][number];

/**
 * Gives what a reader knows a waiting list by, its id first: the title of its practice; of a generated
 * practice, which is no place, its people and the share of them in the most deprived fifth; of a pool, its
 * practices and their people.
 */
export function listNames(scenario: Scenario): (list: string) => string {
  const { practices, pools } = placesOf(scenario);
  const named = new Set(scenario.practices.map(({ id }) => id));
  const sizes = new Map(practices.map(({ id, list_size }) => [id, list_size]));
  const names = new Map<string, string>();
  for (const practice of practices) {
    const name = practice.title ?? (named.has(practice.id) ? undefined : describing(practice));
    if (name !== undefined) names.set(practice.id, name);
  }
  for (const { id, practices: members } of pools) {
    const people = members.reduce((sum, member) => sum + (sizes.get(member) ?? 0), 0);
    names.set(id, `${countText(members.length, "practice")}, ${numberText(people, 0)} people`);
  }
  return (list) => {
    const name = names.get(list);
    return name === undefined ? list : `${list} (${name})`;
  };
}

function describing({ list_size, most_deprived }: Practice): string {
  const people = `${numberText(list_size, 0)} people`;
  return most_deprived === undefined
    ? people
    : `${people}, ${wholePercentText(most_deprived)} in the most deprived fifth`;
}
