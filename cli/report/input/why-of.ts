import { ALL_CHANGES, ATTRIBUTION } from "../../../sim/tables/attribution.ts";
import { listText } from "../../../sim/words/lists.ts";
import { numberText, signedText } from "../../../sim/words/numbers.ts";
import type { SlotText } from "./front-slots.ts";
import type { ReportInput } from "./report-input.ts";
import { rowsWith } from "./table-rows.ts";

/** Changes that are read at once. */
const AT_ONCE = 3;

/**
 * Says why two scenarios differ in the people who reach three contacts, from the table of an attribution:
 * the share of each change, the greatest first. Undefined of a folder without one, or with one change only.
 */
export function whyOf(tables: ReportInput["tables"]): Required<SlotText> | undefined {
  const rows = rowsWith(tables.get(ATTRIBUTION.name), { metric: "people.reached_3", group_by: "all" });
  const shares = rows.flatMap(({ change, share }) =>
    typeof share === "number" ? [{ change: String(change), share }] : [],
  );
  const whole = shares.find(({ change }) => change === ALL_CHANGES)?.share;
  const parts = shares
    .filter(({ change }) => change !== ALL_CHANGES)
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
  if (whole === undefined || parts.length < 2) return undefined;
  const people = `${numberText(Math.abs(whole), 0)} ${whole > 0 ? "more" : "fewer"} people reach three contacts`;
  const each = parts.map(({ change, share }) => `${change} ${signedText(share, 0)}`);
  const isSampled = rows.some(({ orders_error: error }) => typeof error === "number" && error > 0);
  const orders = isSampled ? "orders that were drawn" : "all orders";
  return {
    gist: each
      .filter((text) => / [+-]/.test(text))
      .slice(0, AT_ONCE)
      .join(", "),
    text: `${people}; of that ${listText(each)}, averaged over ${orders} of making the changes.`,
  };
}
