import { byPolicy, type Lever } from "./lever.ts";

/** Lets those who leave hand over ties, and meet patients together with their successor. */
export const handover: Lever<"handover"> = {
  rule: "turnover",
  apply: byPolicy((scenario, { ties, patients }, base) => ({
    ...scenario,
    turnover: { ...scenario.turnover, handover: ties },
    drop_off: {
      ...scenario.drop_off,
      new_link_worker: base.drop_off.new_link_worker * (1 - patients),
    },
  })),
};
