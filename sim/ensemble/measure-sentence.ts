import { numberText } from "../words/numbers.ts";
import { moneyText } from "../words/rounded.ts";
import type { DecisionValue, Objective } from "./decide.ts";

/** Says what to measure first, or that nothing that could be measured decides. */
export function measureSentence({ everything, parameters }: DecisionValue, objective: Objective): string {
  const [first] = parameters;
  if (everything.ciLow <= 0) return "The order of the options does not hang on anything you could measure.";
  if (first === undefined || first.ciLow <= 0)
    return "No single number would settle it: what is not known counts only together.";
  const worth = `${worthText(first.value, objective)} ${worthUnit(objective)}`;
  return `Measure first: ${first.path}; knowing it would be worth ${worth} on the mean.`;
}

/** Names the unit in which an objective is told. */
export const worthUnit = ({ kind }: Objective): string => (kind === "pounds" ? "GBP" : "people");

/** Writes what something is worth, without its unit. */
export const worthText = (value: number, { kind }: Objective): string =>
  kind === "pounds" ? moneyText(value).replace("GBP ", "") : numberText(value, 1);
