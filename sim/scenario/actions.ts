import * as z from "zod";
import { absence } from "./actions/absence.ts";
import { agreement } from "./actions/agreement.ts";
import { caseloadCap } from "./actions/caseload-cap.ts";
import { closure } from "./actions/closure.ts";
import { contactPolicy } from "./actions/contact-policy.ts";
import { demandSurge } from "./actions/demand-surge.ts";
import { employment } from "./actions/employment.ts";
import { fillVacancies } from "./actions/fill-vacancies.ts";
import { fundingCut } from "./actions/funding-cut.ts";
import { grant } from "./actions/grant.ts";
import { grantCycle } from "./actions/grant-cycle.ts";
import { handover } from "./actions/handover.ts";
import { hoursChanged } from "./actions/hours-changed.ts";
import { integrationSupport } from "./actions/integration-support.ts";
import { postsAdded } from "./actions/posts-added.ts";
import { postsCut } from "./actions/posts-cut.ts";
import { postsMoved } from "./actions/posts-moved.ts";
import { postsShared } from "./actions/posts-shared.ts";
import { protectedNetworking } from "./actions/protected-networking.ts";
import { statutoryWithdrawal } from "./actions/statutory-withdrawal.ts";
import { triage } from "./actions/triage.ts";
import type { AnyAction } from "./declare-action.ts";

/**
 * Lists every kind of dated action that a timeline may hold: shocks, changes of posts, changes of policy.
 */
export const ACTIONS = [
  fundingCut,
  closure,
  statutoryWithdrawal,
  demandSurge,
  postsCut,
  postsAdded,
  postsMoved,
  postsShared,
  hoursChanged,
  absence,
  caseloadCap,
  contactPolicy,
  triage,
  protectedNetworking,
  handover,
  fillVacancies,
  agreement,
  grant,
  grantCycle,
  integrationSupport,
  employment,
] as const;

const [first, ...others] = ACTIONS.map(({ schema }) => schema);
export const actionSchema = z.discriminatedUnion("kind", [first, ...others]);

/** A dated action, of any kind or of one. */
export type Action<Kind extends ActionKind = ActionKind> = Extract<
  z.output<typeof actionSchema>,
  { kind: Kind }
>;
export type ActionKind = (typeof ACTIONS)[number]["kind"];

const DECLARED: readonly AnyAction<ActionKind, Action>[] = ACTIONS;

/** Gives what is declared of a kind of action. */
export function declarationOf(kind: ActionKind): AnyAction<ActionKind, Action> {
  return DECLARED[DECLARED.findIndex((declared) => declared.kind === kind)];
}
