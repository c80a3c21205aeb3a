import type { Scenario } from "../../scenario/schema.ts";
import type { Layout } from "../layout.ts";

type Action = Scenario["timeline"][number];

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
