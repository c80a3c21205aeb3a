import { closeOrganisation } from "../closure.ts";
import type { Lever } from "./lever.ts";
import { forEachHit, isTarget } from "./targets.ts";

/** Closes organisations on its day. */
export const closure: Lever<"closure"> = {
  rule: "shock",
  concerns: isTarget,
  apply: (w, _, a) => forEachHit(w, a, (o) => closeOrganisation(w, o)),
};
