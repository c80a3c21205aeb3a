import { countText, numberText } from "../../sim/words/numbers.ts";
import { shellWord } from "./commands.ts";

/** Writes the command that makes an ensemble again, with what was asked for and nothing else. */
export const calibrateCommand = (asked: {
  readonly scenario: string;
  readonly set: readonly string[];
  readonly targets: string | undefined;
  readonly over: readonly string[] | undefined;
  readonly seed: string;
  readonly waves: number | undefined;
  readonly points: number | undefined;
  readonly replications: number | undefined;
  readonly members: number | undefined;
}): string => {
  const option = (name: string, value: string | number | undefined): string =>
    value === undefined ? "" : ` --${name} ${shellWord(String(value))}`;
  const sets = asked.set.map((change) => option("set", change)).join("");
  return (
    `linksim calibrate ${shellWord(asked.scenario)}${option("targets", asked.targets)}` +
    `${option("over", asked.over?.join(","))}${option("waves", asked.waves)}` +
    `${option("points", asked.points)}${option("replications", asked.replications)}` +
    `${option("members", asked.members)}${option("seed", asked.seed)}${sets}`
  );
};

export const waveDone = (wave: number, hits: number, points: number, left: number): string =>
  `Wave ${wave}: ${hits} of ${countText(points, "point")} met every fitted target; ` +
  `${leftText(left)} of the space is left.`;

/** Says what share of the parameters' space is left. */
export const leftText = (left: number): string =>
  left > 0 && left < 0.0001 ? "less than 0.01 %" : `${numberText(100 * left, left < 0.1 ? 2 : 0)} %`;

export const nothingFitted = (file: string): string =>
  `${file}: it has no fitted target, and held-out ones never steer parameters. Give one the role fitted.`;

export const overWithoutRange = (path: string, scenario: string, hint: string | undefined): string =>
  `--over ${path}: ${scenario} gives no range for it. ${hint ?? `See: linksim parameters ${scenario}`}`;

export const overTwice = (path: string): string => `--over ${path}: it is there twice. Name it once.`;

export const nothingOver = (scenario: string): string =>
  `Nothing to calibrate: none of the usual parameters changes anything in ${scenario}. Name some: ` +
  "--over PATH,PATH";

export const inertOver = (inert: readonly { readonly path: string; readonly why: string }[]): string =>
  [
    ...inert.map(({ path, why }) => `--over ${path}: it changes nothing in this scenario: ${why}.`),
    "Nothing was run. Leave them out.",
  ].join("\n");

export const truthTried = (truth: number, isIn: boolean, left: number): string =>
  `Truth ${truth}: ${isIn ? "in" : "out"}; ${leftText(left)} of the space is left.`;

/** Rejecting at 0.01 over the number of parameters, one right method in a hundred is called uneven. */
export const truthsStand = (
  truths: number,
  parameters: number,
  least: { readonly path: string; readonly chance: number },
): string =>
  ` Among its members a truth must stand anywhere alike: of the ${countText(truths, "truth")} with members it does ` +
  `so least in ${least.path}, p ${least.chance.toFixed(3)} (Kolmogorov and Smirnov; ` +
  `${least.chance < 0.01 / parameters ? "too uneven: " : ""}the limit for ` +
  `${countText(parameters, "parameter")} is ${(0.01 / parameters).toFixed(4)}).`;

export const testOrOut = "--test writes no folder: it says how many hidden truths are kept. Leave out --out.";
