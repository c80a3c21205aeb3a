import type { World } from "./world.ts";

/** Names what the numbers of a scenario's journals stand for. */
export interface JournalNames {
  readonly scenario: string;
  /** Day number (since 1970) of minute 0. */
  readonly firstDay: number;
  readonly practices: readonly string[];
  readonly posts: readonly string[];
  readonly organisations: readonly string[];
  readonly actions: readonly string[];
}

/** Gives the names of a world's practices, posts, organisations and actions, by number. */
export function journalNames({ scenario, layout, clock }: World): JournalNames {
  const id = (named: { readonly id: string }): string => named.id;
  return {
    scenario: scenario.name,
    firstDay: clock.firstDay,
    practices: layout.practices.map(id),
    posts: layout.posts.map(id),
    organisations: layout.organisations.map(id),
    actions: scenario.timeline.map(id),
  };
}
