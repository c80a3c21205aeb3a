import { countText, numberText } from "../../sim/words/numbers.ts";
import { shellWord } from "./commands.ts";
import { list } from "./parts.ts";

export const noRangeToAsk = (path: string, scenario: string, hint: string | undefined): string =>
  `--over ${path}: ${scenario} gives no range for it. ${hint ?? `See: linksim parameters ${scenario}`}`;

export const inertAsked = (path: string, why: string): string =>
  `--over ${path}: it changes nothing here: ${why}. Leave it out. Nothing was run.`;

export const dependentParameters =
  "--ensemble: parameters of members hang together, and shares of variance that are taken one parameter at a " +
  "time do not hold there. Leave it out: sensitivity is of the ranges as they stand before. What knowing each " +
  "would be worth under an ensemble, linksim value says.";

export const nothingToAsk =
  "no number with a range is left that can change something. Leave --grade or --over out, or see: " +
  "linksim parameters SCENARIO";

export const noMetricToAsk = (metric: string, hint: string | undefined): string =>
  `--metrics: found ${metric}; expected a metric that linksim measures. ${
    hint ?? "linksim run --out DIR lists them in its dictionary."
  }`;

export const notMeasuredThere = (metric: string): string =>
  `--metrics: ${metric} is not measured in this scenario over everybody. Nothing was run.`;

export const budgetTooSmall = (budget: number, least: number, parameters: number): string =>
  `--budget ${budget}: a screening of ${countText(parameters, "parameter")} takes at least ` +
  `${numberText(least, 0)} replications. Raise it, or ask about fewer with --over or --grade.`;

export const sharesGiveWay = (paths: readonly string[]): string =>
  `${list(paths)} give way, since shares add up to 100 %: of each whole one share is varied.`;

export const comparedStay = (paths: readonly string[]): string =>
  `${list(paths)} stay as each scenario has them: that is what is compared.`;

export const screeningIncomplete = (store: string): string =>
  `The screening is not complete in ${store}, so that it is not known yet what the second stage is about. ` +
  "When all parts have ended, linksim merge puts them together and goes on from there.";

export const pointFailed = (point: number, seed: string, replication: number, why: string): string =>
  `point ${point}, seed ${seed}, replication ${replication}, failed: ${why}`;

export const noSensitivity = (folder: string): string =>
  `--sensitivity ${folder}: found other results; expected a folder that linksim sensitivity wrote.`;

export const sensitivityOfOthers = (folder: string, results: string): string =>
  `--sensitivity ${folder}: it is of other scenarios than ${results}, or of the same as they were before. ` +
  "Make it again with these.";

export const sensitivityPassedOver = (folder: string, results: string): string =>
  `${folder} asks what carries the result of scenarios of these names, but not as ${results} has them; it ` +
  "is not used. linksim sensitivity makes it again.";

export const sensitivityUnreadable = (folder: string): string =>
  `${folder} would say which numbers carry the result, but cannot be read as it was written; it is not ` +
  `used. See: linksim verify ${shellWord(folder)}`;

export const carriedOnScreen = (carriers: { readonly short: string; readonly folder: string }): string =>
  `${carriers.short} (${carriers.folder}).`;
