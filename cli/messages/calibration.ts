import { countText, numberText } from "../../sim/words/numbers.ts";
import { shellWord } from "./commands.ts";
import { countIs } from "./parts.ts";

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

/** Says how much more space is left than points that are all simulated would leave. */
export const overBruteForce = (points: number, times: number): string =>
  ` Of the space that is left ${countText(points, "point")} were simulated: there is ${numberText(times, 2)} times ` +
  `as much of it as brute force, which rules out by what comes of each point itself, would leave.`;

export const waveStage = (wave: number, waves: number): string => `wave ${wave} of at most ${waves}`;

/** Names points that are tried as members, by the numbers of the first and the last. */
export const candidateStage = (first: number, last: number): string =>
  `points ${first} to ${last} (candidates to be members)`;

/** Says how far a stage is after one part of it, and what to do next. */
export const stagePartDone = (done: {
  readonly part: number;
  readonly parts: number;
  readonly stage: string;
  /** Whether all of this part was kept before it was asked for. */
  readonly isEarly: boolean;
  readonly kept: number;
  /** Cells of the stage that no part has kept yet. */
  readonly left: number;
  readonly store: string;
}): string => {
  const part = `Part ${done.part} of ${done.parts} of ${done.stage}`;
  const isDone = `${part} is done: ${countIs(done.kept, "cell")} kept in ${done.store}`;
  const again = `give all ${countText(done.parts, "part")} again, for what follows from it.`;
  if (done.left === 0) return `${isDone}, and that stage is whole: ${again}`;
  const missing = `${countIs(done.left, "cell")} still to come from other parts`;
  return done.isEarly
    ? `${part} was kept already in ${done.store}, and ${missing}: it was given too early. When all have ` +
        `ended, ${again}`
    : `${isDone}, and ${missing}. When all have ended, ${again}`;
};

export const everyStageKept = (store: string): string =>
  `Every stage is kept in ${store}; nothing is left to simulate: linksim merge ${shellWord(store)} --out DIR`;

export const testOrPart =
  "--test tries a calibration on hidden truths; --shard and --slurm simulate parts of one. Leave out the " +
  "one or the others.";

export const testOrOut = "--test writes no folder: it says how many hidden truths are kept. Leave out --out.";
