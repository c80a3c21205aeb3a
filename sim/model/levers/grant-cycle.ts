import { byPolicy, type Lever } from "./lever.ts";

/** Lets grants run for another time. */
export const grantCycle: Lever<"grant_cycle"> = {
  rule: "funding",
  apply: byPolicy((scenario, { length }) => ({
    ...scenario,
    funding: { ...scenario.funding, grant_cycle: length },
  })),
};
