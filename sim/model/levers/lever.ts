import type { Action, ActionKind } from "../../scenario/actions.ts";
import type { Scenario } from "../../scenario/schema.ts";
import type { Mechanism } from "../../scenario/vocabulary.ts";
import type { OrganisationSite } from "../generate-organisations.ts";
import type { World } from "../world.ts";

/** Names the mechanism whose rule an action changes; changes of posts are levers and no mechanism's. */
export type Rule = Mechanism | "posts";

/** Names posts, practices or pools in an action that must be there. */
export interface Named {
  /** Where in the action. */
  readonly path: string;
  readonly what: "post" | "practice" | "pool";
  readonly ids: readonly (string | undefined)[];
}

interface AnyLever<Kind extends ActionKind> {
  readonly rule: Rule;
  /**
   * Lists the posts and places that an action names. A timeline with such an action is run for all of the
   * world at once; what others do, they do for the part that is on.
   */
  names?(action: Action<Kind>): readonly Named[];
  /** Says whether it concerns an organisation; a lever without this is none on organisations. */
  concerns?(action: Action<Kind>, site: OrganisationSite): boolean;
  /** Says whether it hits an organisation that it concerns; all if left out. */
  hits?(w: World, action: Action<Kind>, organisation: number): boolean;
}

/** Takes effect once, on its day. */
interface LeverOfADay<Kind extends ActionKind> extends AnyLever<Kind> {
  apply(w: World, action: Action<Kind>, a: number): void;
  /** The day on which it is over, and what happens then. */
  ends?(action: Action<Kind>): string;
  end?(w: World, action: Action<Kind>): void;
}

/** Works on from its day: the weeks or months ask this function what it comes to now. */
interface LeverOverTime<Kind extends ActionKind> extends AnyLever<Kind> {
  readonly amount: (w: World, ...rest: never[]) => number;
}

/**
 * Declares what a kind of action of the timeline does. What a user can write has an effect, or this does not
 * compile.
 */
export type Lever<Kind extends ActionKind> = LeverOfADay<Kind> | LeverOverTime<Kind>;

/** Gives the parts of a lever of some kind; each takes the actions of that kind. */
export interface LeverOfSomeKind {
  readonly rule: Rule;
  names?(action: Action): readonly Named[];
  concerns?(action: Action, site: OrganisationSite): boolean;
  hits?(w: World, action: Action, organisation: number): boolean;
  apply?(w: World, action: Action, a: number): void;
  ends?(action: Action): string;
  end?(w: World, action: Action): void;
}

/**
 * Makes an effect of a change of policy: every mechanism works on by the changed scenario from that day.
 * `base` is the scenario of the first day.
 */
export function byPolicy<Kind extends ActionKind>(
  change: (scenario: Scenario, action: Action<Kind>, base: Scenario) => Scenario,
): (w: World, action: Action<Kind>) => void {
  return (w, action) => {
    w.changePolicy(change(w.scenario, action, w.base));
  };
}
