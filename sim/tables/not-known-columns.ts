import { FEWEST_MEMBERS, type NotKnown, type NotKnownDifference } from "../findings/not-known.ts";
import { ROW_UNIT } from "./common-columns.ts";
import { numberColumn } from "./make-table.ts";
import type { Column, TableDeclaration } from "./table.ts";

const NEEDS = `; empty with under ${FEWEST_MEMBERS} members, and for what members do not measure`;

/** Declares the two widths that an ensemble gives a mean. */
export const NOT_KNOWN_COLUMNS = [
  numberColumn(
    "range_low",
    ROW_UNIT,
    "What is not known, lower end: 5th centile, by weight, of the means of the members of the ensemble, " +
      `shrunk so that chance does not widen it${NEEDS}`,
  ),
  numberColumn("range_high", ROW_UNIT, `Upper end of it: 95th centile${NEEDS}`),
  numberColumn(
    "predict_low",
    ROW_UNIT,
    "Chance and what is not known together, lower end: 5th centile, by weight, of single replications of " +
      `all members${NEEDS}`,
  ),
  numberColumn("predict_high", ROW_UNIT, `Upper end of it: 95th centile${NEEDS}`),
] as const;

/** Declares in how many members a difference goes the same way. */
export const MEMBERS_SHARE = numberColumn(
  "members_share",
  "share",
  "Share of the members, by weight, in which the difference has the sign of mean_difference",
);

/** Gives the cells of the two widths. */
export const notKnownCells = ({ rangeLow, rangeHigh, predictLow, predictHigh }: NotKnown) => ({
  range_low: rangeLow,
  range_high: rangeHigh,
  predict_low: predictLow,
  predict_high: predictHigh,
});

/** Gives the cells of a difference. */
export const notKnownDifferenceCells = (widths: NotKnownDifference) => ({
  ...notKnownCells(widths),
  members_share: widths.membersShare,
});

/**
 * Returns the declaration of a table with columns of an ensemble behind its own. Its type is that of the
 * table without them, since most folders have none; whoever reads them asks by name.
 */
export function withColumns<C extends Column>(
  declaration: TableDeclaration<C>,
  columns: readonly Column[],
): TableDeclaration<C> {
  // Nobody reads columns by their place, so that more of them do no harm.
  return { ...declaration, columns: [...declaration.columns, ...(columns as readonly C[])] };
}
