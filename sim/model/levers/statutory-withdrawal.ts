import { shrinkOrganisation } from "../closure.ts";
import type { Lever } from "./lever.ts";
import { forEachHit, isTarget } from "./targets.ts";

/** Takes a share of statutory services' places at once. */
export const statutoryWithdrawal: Lever<"statutory_withdrawal"> = {
  rule: "shock",
  concerns: (action, site) => site.type === "statutory" && isTarget(action, site),
  apply(w, { share }, a) {
    const { withdrawn, placesAtStart } = w.organisations;
    forEachHit(w, a, (o) => {
      withdrawn[o] = 1 - (1 - withdrawn[o]) * (1 - share);
      shrinkOrganisation(w, o, Math.floor(placesAtStart[o] * (1 - withdrawn[o])));
    });
  },
};
