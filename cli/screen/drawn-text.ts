import { countText } from "../../sim/words/numbers.ts";

/** Members that were asked, of those that an ensemble has. */
export interface DrawnMembers {
  /** Each as often as it was drawn. */
  readonly count: number;
  readonly known: number;
  readonly folder: string;
}

/** Says which members of an ensemble were asked. */
export const drawnText = ({ count, known, folder }: DrawnMembers): string =>
  count < known
    ? `${countText(count, "member")} drawn by weight from the ${known} of ${folder}`
    : `the ${countText(known, "member")} of ${folder}`;
