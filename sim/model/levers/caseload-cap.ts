import { setCaps } from "../caseload.ts";
import { byPolicy, type Lever } from "./lever.ts";

const setPolicy = byPolicy<"caseload_cap">((scenario, { cap }) => ({
  ...scenario,
  link_workers: { ...scenario.link_workers, caseload_cap: cap },
}));

/** Sets another cap on caseloads. */
export const caseloadCap: Lever<"caseload_cap"> = {
  rule: "uptake",
  apply(w, action) {
    setPolicy(w, action);
    setCaps(w);
  },
};
