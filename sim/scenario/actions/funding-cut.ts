import { percentText } from "../../words/numbers.ts";
import { declareAction } from "../declare-action.ts";
import { duration, share } from "../fields.ts";
import {
  actsOnceKnown,
  announced,
  knownText,
  overText,
  targets,
  targetText,
} from "../internal/action-parts.ts";

export const fundingCut = declareAction(
  "funding_cut",
  {
    ...targets,
    share: share("share of yearly income that is lost"),
    over: duration("time over which the cut comes in; 0 weeks for one step").default(0),
    hit: share("share of the organisations concerned that are hit, drawn at random").default(1),
    announced,
  },
  {
    example: "types: [local], share: 50 %, announced: 2014-04-10",
    meaning: "organisations lose a share of their income, in real terms",
    text(action) {
      const whom = targetText(action);
      const hit = action.hit === 1 ? whom : `${percentText(action.hit)} of ${whom}, drawn at random,`;
      const lost = `${percentText(action.share)} of their income`;
      return `${hit} lose ${lost}, ${overText(action.over)}${knownText(action)}`;
    },
    actsFrom: actsOnceKnown,
    mark: (action) => `organisations' income -${percentText(action.share)}`,
  },
);
