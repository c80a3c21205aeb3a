import { declareAction } from "../declare-action.ts";
import { targets, targetText } from "../internal/action-parts.ts";

export const closure = declareAction("closure", targets, {
  meaning: "organisations close and every client's link fails",
  isOver: true,
  text: (action) => `${targetText(action)} close, and every link to them fails`,
  mark: () => "organisations close",
});
