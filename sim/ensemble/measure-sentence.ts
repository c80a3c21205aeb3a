import { numberText } from "../words/numbers.ts";
import { moneyText } from "../words/rounded.ts";
import type { DecisionValue, Objective } from "./decide.ts";

/** What is said where the order of the options stays whatever is true. */
export const NOTHING_DECIDES = "The order of the options does not hang on anything you could measure.";
/** What is said where it hangs on what is not known, and on no single number of it. */
export const NONE_ALONE_DECIDES = "No single number would settle it: what is not known counts only together.";

/** Says what to measure first, or that nothing that could be measured decides. */
export function measureSentence({ everything, parameters }: DecisionValue, objective: Objective): string {
  const [first] = parameters;
  if (everything.ciLow <= 0) return NOTHING_DECIDES;
  if (first === undefined || first.ciLow <= 0) return NONE_ALONE_DECIDES;
  const worth = `${worthText(first.value, objective)} ${worthUnit(objective)}`;
  return `Measure first: ${first.path}; knowing it would be worth ${worth} on the mean.`;
}

/** Names the unit in which an objective is told. */
export const worthUnit = ({ kind }: Objective): string => (kind === "pounds" ? "GBP" : "people");

/** Writes what something is worth, without its unit. */
export const worthText = (value: number, { kind }: Objective): string =>
  kind === "pounds" ? moneyText(value).replace("GBP ", "") : numberText(value, 1);
