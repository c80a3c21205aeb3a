import { percentText } from "../../words/numbers.ts";
import { declareAction } from "../declare-action.ts";
import { duration, share } from "../fields.ts";
import { overText, targets, targetText } from "../internal/action-parts.ts";

export const fundingCut = declareAction(
  "funding_cut",
  {
    ...targets,
    share: share("share of yearly income that is lost"),
    over: duration("time over which the cut comes in; 0 weeks for one step").default(0),
    hit: share("share of the organisations concerned that are hit, drawn at random").default(1),
  },
  {
    meaning: "organisations lose a share of their income, in real terms",
    text(action) {
      const whom = targetText(action);
      const hit = action.hit === 1 ? whom : `${percentText(action.hit)} of ${whom}, drawn at random,`;
      return `${hit} lose ${percentText(action.share)} of their income, ${overText(action.over)}`;
    },
    mark: (action) => `organisations' income -${percentText(action.share)}`,
  },
);
