import { declareAction } from "../declare-action.ts";
import { targets, targetText } from "../internal/action-parts.ts";

export const agreement = declareAction("agreement", targets, {
  example: "types: [statutory, national, city_wide]",
  meaning: "the programme agrees with organisations on how they take people",
  text: (action) => `the programme has an agreement with ${targetText(action)}`,
  mark: () => "agreement with organisations",
});
