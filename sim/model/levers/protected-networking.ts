import { byPolicy, type Lever } from "./lever.ts";

/** Protects networking time from casework. */
export const protectedNetworking: Lever<"protected_networking"> = {
  rule: "squeeze",
  apply: byPolicy((scenario, { share }) => ({
    ...scenario,
    link_workers: { ...scenario.link_workers, protected_networking: share },
  })),
};
