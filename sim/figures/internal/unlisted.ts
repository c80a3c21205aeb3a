import { listText } from "../../words/lists.ts";
import { numberText } from "../../words/numbers.ts";
import type { FigureInput } from "../figure.ts";
import { summaryOf } from "./rows.ts";

/**
 * Says how many asked where there is no post: they are on no list and in no share, and shorter lists are no
 * better for them.
 */
export function unlistedWords(input: FigureInput, names: readonly string[]): string {
  const summary = summaryOf(input, ["requests.usual_care"]);
  const told = names.flatMap((name) => {
    const asked = summary.of(name, "requests.usual_care")?.mean ?? 0;
    return asked < 0.5 ? [] : [`${numberText(asked, 0)} in ${name}`];
  });
  return told.length === 0 ? "" : ` Not among them: requests at practices without a post, ${listText(told)}.`;
}
