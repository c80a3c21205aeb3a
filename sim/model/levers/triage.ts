import { byPolicy, type Lever } from "./lever.ts";

/** Orders the waiting lists otherwise. */
export const triage: Lever<"triage"> = {
  rule: "uptake",
  apply: byPolicy((scenario, { order }) => ({
    ...scenario,
    waiting_list: { ...scenario.waiting_list, order },
  })),
};
