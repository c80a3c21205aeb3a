import type { Action, ActionKind } from "../../scenario/actions.ts";
import { absence } from "./absence.ts";
import { agreement } from "./agreement.ts";
import { caseloadCap } from "./caseload-cap.ts";
import { closure } from "./closure.ts";
import { contactPolicy } from "./contact-policy.ts";
import { demandSurge } from "./demand-surge.ts";
import { employment } from "./employment.ts";
import { fillVacancies } from "./fill-vacancies.ts";
import { fundingCut } from "./funding-cut.ts";
import { grant } from "./grant.ts";
import { grantCycle } from "./grant-cycle.ts";
import { handover } from "./handover.ts";
import { hoursChanged } from "./hours-changed.ts";
import { integrationSupport } from "./integration-support.ts";
import type { Lever, LeverOfSomeKind } from "./lever.ts";
import { postsAdded } from "./posts-added.ts";
import { postsCut } from "./posts-cut.ts";
import { postsMoved } from "./posts-moved.ts";
import { postsShared } from "./posts-shared.ts";
import { protectedNetworking } from "./protected-networking.ts";
import { statutoryWithdrawal } from "./statutory-withdrawal.ts";
import { triage } from "./triage.ts";

/** Lists the lever of each kind of action: a kind without one does not compile. */
export const LEVERS = {
  funding_cut: fundingCut,
  closure,
  statutory_withdrawal: statutoryWithdrawal,
  demand_surge: demandSurge,
  posts_cut: postsCut,
  posts_added: postsAdded,
  posts_moved: postsMoved,
  posts_shared: postsShared,
  hours_changed: hoursChanged,
  absence,
  caseload_cap: caseloadCap,
  contact_policy: contactPolicy,
  triage,
  protected_networking: protectedNetworking,
  handover,
  fill_vacancies: fillVacancies,
  agreement,
  grant,
  grant_cycle: grantCycle,
  integration_support: integrationSupport,
  employment,
} satisfies { readonly [Kind in ActionKind]: Lever<Kind> };

/** Gives the lever of an action, by its kind. */
export const leverOf = ({ kind }: Action): LeverOfSomeKind => LEVERS[kind];
