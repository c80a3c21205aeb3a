import type { Scenario } from "../../scenario/schema.ts";

type Action = Scenario["timeline"][number];

/** What a change of policy leaves out stays as it is. */
function given<T>(value: T | undefined, otherwise: T): T {
  return value ?? otherwise;
}

/**
 * Gives the scenario as an action of policy makes it: the same numbers but for those that it changes, so that every mechanism works on by the new ones from that day. Actions that change
 * no number give the scenario back. `base` is the scenario of the first day.
 */
export function withPolicy(scenario: Scenario, action: Action, base: Scenario): Scenario {
  switch (action.kind) {
    case "caseload_cap":
      return { ...scenario, link_workers: { ...scenario.link_workers, caseload_cap: action.cap } };
    case "contact_policy": {
      const { contact } = scenario;
      return {
        ...scenario,
        contact: {
          ...contact,
          first: given(action.first, contact.first),
          first_admin: given(action.first_admin, contact.first_admin),
          follow_up: given(action.follow_up, contact.follow_up),
          follow_up_admin: given(action.follow_up_admin, contact.follow_up_admin),
          gap: given(action.gap, contact.gap),
          absorption_gap: given(action.absorption_gap, contact.absorption_gap),
          at_most: given(action.at_most, contact.at_most),
          telephone: { ...contact.telephone, share: given(action.telephone, contact.telephone.share) },
          group: { ...contact.group, share: given(action.group, contact.group.share) },
          reserved: given(action.reserved, contact.reserved),
        },
      };
    }
    case "triage":
      return { ...scenario, waiting_list: { ...scenario.waiting_list, order: action.order } };
    case "protected_networking":
      return {
        ...scenario,
        link_workers: { ...scenario.link_workers, protected_networking: action.share },
      };
    case "handover":
      return {
        ...scenario,
        turnover: { ...scenario.turnover, handover: action.ties },
        drop_off: {
          ...scenario.drop_off,
          new_link_worker: base.drop_off.new_link_worker * (1 - action.patients),
        },
      };
    case "fill_vacancies":
      return {
        ...scenario,
        cover: { vacancy: action.vacancy, days: given(action.days, scenario.cover.days) },
      };
    case "grant_cycle":
      return { ...scenario, funding: { ...scenario.funding, grant_cycle: action.length } };
    case "employment":
      return employedBy(scenario, action.by, base);
    default:
      return scenario;
  }
}

/** Changes what the employer decides: the health service reviews cases out and takes networking time for casework (M34), the third sector goes back to the first day's rules. */
function employedBy(
  scenario: Scenario,
  employer: "health_service" | "third_sector",
  base: Scenario,
): Scenario {
  const { at_most: most, networking: lost } = scenario.employment.health_service;
  const { time } = base.link_workers;
  const moved = employer === "health_service" ? time.networking * lost : 0;
  return {
    ...scenario,
    contact: {
      ...scenario.contact,
      at_most: employer === "health_service" ? most : base.contact.at_most,
    },
    link_workers: {
      ...scenario.link_workers,
      time: { ...time, casework: time.casework + moved, networking: time.networking - moved },
    },
  };
}
