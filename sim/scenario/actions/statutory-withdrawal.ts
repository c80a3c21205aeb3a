import { percentText } from "../../words/numbers.ts";
import { declareAction } from "../declare-action.ts";
import { share } from "../fields.ts";
import { actsOnceKnown, announced, knownText, targets, targetText } from "../internal/action-parts.ts";

export const statutoryWithdrawal = declareAction(
  "statutory_withdrawal",
  {
    focuses: targets.focuses,
    organisations: targets.organisations,
    share: share("share of their places that they give up; at 100 % they close"),
    announced,
  },
  {
    example: "share: 50 %",
    meaning: "statutory services give up a share of their places at once",
    text: (action) =>
      `${targetText({ ...action, types: ["statutory"] })} give up ${percentText(action.share)} of ` +
      `their places at once${knownText(action)}`,
    actsFrom: actsOnceKnown,
    mark: (action) => `statutory places -${percentText(action.share)}`,
  },
);
