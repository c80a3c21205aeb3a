import { percentText } from "../../words/numbers.ts";
import { declareAction } from "../declare-action.ts";
import { share } from "../fields.ts";

export const protectedNetworking = declareAction(
  "protected_networking",
  { share: share("share of the planned networking time that is protected") },
  {
    example: "share: 100 %",
    meaning: "casework may not take networking time",
    text: (action) =>
      `${percentText(action.share)} of the planned networking time is protected from casework`,
    mark: (action) => `networking ${percentText(action.share)} protected`,
  },
);
