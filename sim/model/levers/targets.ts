import type { Problem } from "../../scenario/problem.ts";
import type { Scenario } from "../../scenario/schema.ts";
import type { Layout } from "../layout.ts";

type Action = Scenario["timeline"][number];

const ON_ORGANISATIONS = ["funding_cut", "closure", "agreement", "grant", "statutory_withdrawal"];

/** Warns of actions that concern no organisation of the scenario: they change nothing. */
export function warnOfNoTarget({ name, timeline }: Scenario, { organisations }: Layout): Problem[] {
  return timeline
    .filter(
      (action) =>
        ON_ORGANISATIONS.includes(action.kind) && !organisations.some((site) => isConcerned(action, site)),
    )
    .map(({ id }) => ({
      file: name,
      path: `timeline[${id}]`,
      found: "no organisation that it concerns",
      expected: "at least one of its types, focuses and names; it changes nothing",
      severity: "warning",
    }));
}

/** Says whether an action on organisations concerns one of them, by type, focus or name; what an action leaves out concerns all. */
export function isConcerned(action: Action, site: Layout["organisations"][number]): boolean {
  switch (action.kind) {
    case "funding_cut":
    case "closure":
    case "agreement":
    case "grant":
      return (
        (action.types?.includes(site.type) ?? true) &&
        (action.focuses?.includes(site.focus) ?? true) &&
        (action.organisations?.includes(site.id) ?? true)
      );
    case "statutory_withdrawal":
      return (
        site.type === "statutory" &&
        (action.focuses?.includes(site.focus) ?? true) &&
        (action.organisations?.includes(site.id) ?? true)
      );
    default:
      return false;
  }
}
