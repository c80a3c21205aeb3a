import { MINUTES_PER_WEEK } from "../../engine/minutes.ts";
import { durationText } from "../../words/durations.ts";
import { declareAction } from "../declare-action.ts";
import { duration } from "../fields.ts";

export const grantCycle = declareAction(
  "grant_cycle",
  { length: duration("length of a grant", 4 * MINUTES_PER_WEEK) },
  {
    example: "length: 13 weeks",
    meaning: "grants run for another time",
    text: (action) => `grants run for ${durationText(action.length)}`,
    mark: () => "another length of grants",
  },
);
