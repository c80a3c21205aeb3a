// Compiled by `npm run typecheck` and run by nobody: each slip below must be refused by the compiler.
import type { Action, ActionKind } from "../../sim/scenario/actions.ts";
import { declareAction } from "../../sim/scenario/declare-action.ts";
import { share } from "../../sim/scenario/fields.ts";
import type { Scenario } from "../../sim/scenario/schema.ts";

export const ofScenario = (written: Scenario["timeline"][number]): Action => written;
export const ofTimeline = (action: Action): Scenario["timeline"][number] => action;
export const kind: ActionKind = "caseload_cap";
export const capOf = (action: Action<"caseload_cap">): number => action.cap;

const fields = { share: share("share of posts on strike") };
const words = { meaning: "posts stand still", example: "share: 50 %" };
export const strike = declareAction("strike", fields, {
  ...words,
  text: (action) => `posts stand still, ${action.share} of them`,
  mark: () => "strike",
});
// @ts-expect-error nobody could read it back
export const silent = declareAction("strike", fields, { ...words, mark: () => "strike" });
// @ts-expect-error no figure could mark it
export const unmarked = declareAction("strike", fields, { ...words, text: () => "posts stand still" });
export const misread = declareAction("strike", fields, {
  ...words,
  // @ts-expect-error a strike has no such field
  text: (action) => `a cap of ${action.cap}`,
  mark: () => "strike",
});
