import { declareAction } from "../declare-action.ts";
import { actsOnceKnown, announced, knownText, targets, targetText } from "../internal/action-parts.ts";

export const closure = declareAction(
  "closure",
  { ...targets, announced },
  {
    example: "types: [local]",
    meaning: "organisations close and every client's link fails",
    isOver: true,
    text: (action) => `${targetText(action)} close, and every link to them fails${knownText(action)}`,
    actsFrom: actsOnceKnown,
    mark: () => "organisations close",
  },
);
