import { byPolicy, type Lever } from "./lever.ts";

/**
 * Changes what the employer decides: the health service reviews cases out and takes networking time for
 * casework (M34), the third sector goes back to the first day's rules.
 */
export const employment: Lever<"employment"> = {
  rule: "contact",
  apply: byPolicy((scenario, { by }, base) => {
    const { at_most: most, networking: lost } = scenario.employment.health_service;
    const { time } = base.link_workers;
    const isHealthService = by === "health_service";
    const moved = isHealthService ? time.networking * lost : 0;
    return {
      ...scenario,
      contact: { ...scenario.contact, at_most: isHealthService ? most : base.contact.at_most },
      link_workers: {
        ...scenario.link_workers,
        time: { ...time, casework: time.casework + moved, networking: time.networking - moved },
      },
    };
  }),
};
