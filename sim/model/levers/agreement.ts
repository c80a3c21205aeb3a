import type { Lever } from "./lever.ts";
import { forEachHit, isTarget } from "./targets.ts";

/** Stands for a tie between the programme and organisations, whoever works in a post. */
export const agreement: Lever<"agreement"> = {
  rule: "bureaucracy",
  concerns: isTarget,
  apply: (w, _, a) =>
    forEachHit(w, a, (o) => {
      w.organisations.agreedTie[o] = w.scenario.links.agreement_tie;
    }),
};
