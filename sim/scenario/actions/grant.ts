import { poundsText } from "../../words/numbers.ts";
import { declareAction } from "../declare-action.ts";
import { money } from "../fields.ts";
import { lasting, lastingText, targets, targetText } from "../internal/action-parts.ts";

export const grant = declareAction(
  "grant",
  {
    ...targets,
    amount: money("money a year, shared by places among the organisations concerned"),
    lasts: lasting("time after which it ends"),
  },
  {
    example: "types: [local], amount: 900000 GBP",
    meaning: "organisations get more money, beyond what they had",
    text: (action) =>
      `${targetText(action)} get ${poundsText(action.amount)} more a year, shared by places, ` +
      `${lastingText(action.lasts)}`,
    mark: () => "grant to organisations",
  },
);
