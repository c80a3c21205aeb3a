import { listText } from "../words/lists.ts";
import { wholePercentText } from "../words/numbers.ts";
import type { BeforeAfter, Narrowed } from "./before-after.ts";
import { PEOPLE, shareTexts } from "./range-sentence.ts";

/**
 * Says of each scenario what the range of people was before the published figures were used, and whether
 * they narrow it; nothing where no range can be told.
 */
export function beforeSentences(compared: readonly BeforeAfter[]): readonly string[] {
  const rows = compared.filter(({ metric, of }) => metric === PEOPLE && of === "relative difference");
  return rows.map((row) => {
    const where = rows.length > 1 ? `in ${row.scenario} ` : "";
    const between = shareTexts(...row.before) ?? "as many";
    return `Before those figures were used it was ${where}${between}: ${leftText(row)}.`;
  });
}

function leftText({ left, leftInterval: [low, high] }: BeforeAfter): string {
  if (left === null || low === null || high === null) return "there is nothing to narrow";
  if (high < 1) return `they narrow that range to ${wholePercentText(left)} of its width`;
  if (low > 1) return `over what fits them the range is wider, ${wholePercentText(left)} of that`;
  return "they do not narrow that range, as far as can be told";
}

/** Says which of the numbers behind a decision published figures narrow. */
export function narrowedSentence(narrowed: readonly Narrowed[]): string {
  if (narrowed.length === 0) return "They narrow none of the numbers behind it by itself.";
  const parts = narrowed.map(({ path, left }) => `${path} to ${wholePercentText(left)}`);
  return `Of the numbers behind it they narrow ${listText(parts)} of what it was.`;
}
