import { firstUnseen } from "../../words/visible.ts";
import type { ProblemList } from "./problem-list.ts";
import type { Place } from "./tree.ts";

/**
 * Reports text that holds what nobody sees and a terminal may obey: a scenario's words stand on screens, in
 * tables and on pages.
 */
export function refuseUnseen(text: unknown, place: Place, path: string, problems: ProblemList): void {
  const found = typeof text === "string" ? firstUnseen(text) : undefined;
  if (found === undefined) return;
  problems.add(place, path, {
    found: `the character ${found}`,
    expected: "text without control characters and without marks that turn its direction",
    hint: "Remove it.",
  });
}
