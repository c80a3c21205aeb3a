import { END_REASONS, type EndReason, type WhatName } from "../model/events.ts";
import type { Rule } from "../model/levers/lever.ts";
import { LEVERS } from "../model/levers/levers.ts";
import { MECHANISM_DECLARATIONS } from "../model/mechanisms.ts";
import type { ReasonKind } from "../model/reasons.ts";
import type { ActionKind } from "../scenario/actions.ts";
import type { Mechanism } from "../scenario/vocabulary.ts";

const OF_EVENT: Readonly<Record<WhatName, Rule>> = {
  never_referred: "confidence",
  comes_back: "referral",
  request: "referral",
  already_open: "referral",
  turned_away: "uptake",
  usual_care: "referral",
  need: "referral",
  listed: "uptake",
  offered: "uptake",
  declined: "uptake",
  gave_up_waiting: "uptake",
  appointment_booked: "contact",
  appointment_moved: "contact",
  missed: "contact",
  contact: "contact",
  crisis: "contact",
  need_met: "contact",
  need_held: "hold-off",
  need_given_up: "bounce",
  link_sent: "matching",
  link_refused: "bureaucracy",
  link_queued: "bureaucracy",
  link_failed: "bounce",
  link_started: "open-door",
  link_met: "open-door",
  link_unmet: "open-door",
  ended: "absorption",
  link_worker_left: "turnover",
  post_vacant: "cover",
  post_filled: "cover",
  organisation_reduced: "funding",
  organisation_grew: "funding",
  organisation_closed: "funding",
  organisation_opened: "funding",
  action: "shock",
  link_passed_on: "onward",
  direct_link: "presence",
  relisted: "posts",
  post_ended: "posts",
  post_begun: "posts",
};

const OF_END: Readonly<Record<EndReason, Rule>> = {
  finished: "absorption",
  gave_up_waiting: "uptake",
  declined: "uptake",
  never_attended: "contact",
  left: "drop-off",
  reviewed_out: "contact",
  post_ended: "posts",
};

const OF_REASON: Readonly<Record<ReasonKind, Rule>> = {
  who: "referral",
  waits: "uptake",
  offer: "uptake",
  uptake: "uptake",
  booking: "contact",
  leaving: "drop-off",
  missing: "contact",
  worked: "contact",
  held: "hold-off",
  chosen: "matching",
  calls: "bureaucracy",
  refusal: "bureaucracy",
  inLine: "open-door",
  takeUp: "bureaucracy",
  leavesPlace: "open-door",
  onceMore: "reliance",
};

/** Names the rule that makes an event; of an end, by its reason. */
export function ruleOfEvent(what: WhatName, value: number): Rule {
  return what === "ended" ? OF_END[END_REASONS[value - 1]] : OF_EVENT[what];
}

/** Names the rule that a reason belongs to. */
export const ruleOfReason = (kind: ReasonKind): Rule => OF_REASON[kind];

/** Names the rule that a dated action changes. */
export const ruleOfAction = (kind: ActionKind): Rule => LEVERS[kind].rule;

/** Names the mechanisms that a path of the scenario steers, or switches. */
export function mechanismsOfPath(path: string): Mechanism[] {
  return MECHANISM_DECLARATIONS.filter(
    ({ id, parameters }) =>
      path === `mechanisms.${id}` || parameters.some((parameter) => isUnder(path, parameter)),
  ).map(({ id }) => id);
}

function isUnder(path: string, parameter: string): boolean {
  const steps = path.split(/[.[]/);
  return parameter.split(".").every((step, i) => step === "*" || step === steps[i]?.replace(/\]$/, ""));
}
