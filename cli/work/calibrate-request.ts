import { readTargetsFile, type Target } from "../../sim/calibration/targets-file.ts";
import { variationOfRange } from "../../sim/experiment/design/vary-range.ts";
import { parametersOf } from "../../sim/findings/parameters.ts";
import { unreadChanges } from "../../sim/findings/unread-values.ts";
import { structure } from "../../sim/scenario/blocks/structure.ts";
import { didYouMean } from "../../sim/scenario/nearest-name.ts";
import { type Problem, ScenarioError } from "../../sim/scenario/problem.ts";
import { messages } from "../messages/index.ts";
import type { Format } from "../results/formats.ts";
import { evidenceLookup } from "../scenarios/evidence-register.ts";
import { readTargets } from "../scenarios/files.ts";
import { loadValid, type NamedScenario } from "../scenarios/load-scenarios.ts";
import { sha256 } from "../store/digests.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { refusing } from "./refusing.ts";
import type { CalibrateTask } from "./task.ts";

/** What the command line says of a calibration; undefined where it leaves something open. */
export interface CalibrateAsked {
  readonly scenario: string;
  readonly set: readonly string[];
  readonly targets: string | undefined;
  readonly over: readonly string[] | undefined;
  readonly seed: string;
  readonly formats: readonly Format[];
  readonly waves: number | undefined;
  readonly points: number | undefined;
  readonly replications: number | undefined;
  readonly members: number | undefined;
}

/** Parameters that are calibrated where none are named and they can change something. */
const OVER = [
  "referral.rate",
  "waiting_list.uptake",
  "drop_off.base",
  "drop_off.after_first",
  "needs.extra",
  "needs.own",
  "needs.work_link",
  "contact.follow_up",
  "contact.follow_up_admin",
  "link_workers.time.casework",
  "generate.posts",
];

/** Of a member as of a point: their error is small beside a band, so that chance alone makes few members. */
const [WAVES, REPLICATIONS, MEMBERS, MEMBER_REPLICATIONS] = [3, 8, 100, 8];
/** The custom is ten points a parameter (Loeppky, Sacks & Welch 2009). */
const POINTS_A_PARAMETER = 10;
/** Fewer tell too little of how honest an emulator is. */
const LEAST_POINTS = 20;
const CANDIDATES_A_MEMBER = 10;

/** Makes the task of a calibration; refuses targets and parameters that cannot be calibrated. */
export function calibrateTask(asked: CalibrateAsked): CalibrateTask {
  const { scenario, set, seed, formats } = asked;
  const [file, bytes] = readTargets(asked.targets, scenario);
  const targets = refusing(() => readTargetsFile(file, bytes));
  const [fitted, heldOut] = (["fitted", "held_out"] as const).map((role) =>
    targets.filter((target) => target.role === role),
  );
  if (fitted.length === 0) throw badInput(messages.nothingFitted(file));
  refusing(() => refuseInPart(fitted));
  const [named] = loadValid([scenario], set);
  const over = variations(named, asked.over);
  const members = asked.members ?? MEMBERS;
  return {
    kind: "calibrate",
    seed,
    formats: [...formats],
    over,
    targets: fitted.map(rowOf),
    held_out: heldOut.length === 0 ? null : sha256(JSON.stringify(heldOut.map(rowOf))),
    waves: asked.waves ?? WAVES,
    points: asked.points ?? Math.max(LEAST_POINTS, POINTS_A_PARAMETER * over.length),
    replications: asked.replications ?? REPLICATIONS,
    members,
    candidates: CANDIDATES_A_MEMBER * members,
    member_replications: MEMBER_REPLICATIONS,
    files: named.digests.map(({ sha256 }) => sha256),
    command: messages.calibrateCommand(asked),
  };
}

function rowOf(target: Target): CalibrateTask["targets"][number] {
  const { id, metric, groupBy: group_by, group, unit, value, low, high, discrepancy, source } = target;
  return { id, metric, group_by, group, window: "whole", unit, value, low, high, discrepancy, source };
}

/** Refuses fitted targets of a part of the run: a point is measured over its whole run. */
function refuseInPart(fitted: readonly Target[]): void {
  const problems = fitted
    .filter(({ window }) => window !== "whole")
    .map(
      ({ id, window, where }): Problem => ({
        ...where,
        path: `targets[${id}].window`,
        found: JSON.stringify(window),
        expected: "whole, for a fitted target: a point is measured over its whole run",
        severity: "error",
      }),
    );
  if (problems.length > 0) throw new ScenarioError(problems);
}

/** Readings of the rules that the evidence leaves open, by path: factors of a design. */
const READINGS: ReadonlyMap<string, readonly string[]> = new Map([
  ...Object.entries(structure.shape).map(([name, { options }]) => [`structure.${name}`, options] as const),
  // Whether GPs react to waits is a mechanism that is on or off.
  ["mechanisms.confidence", ["on", "off"]],
]);

/**
 * Writes out what is varied: a number over the range and the distribution of its evidence, a rule over its
 * readings, alike.
 */
function variations(named: NamedScenario, asked: readonly string[] | undefined): CalibrateTask["over"] {
  const parameters = parametersOf(named, evidenceLookup());
  const known = new Map(parameters.map((parameter) => [parameter.path, parameter]));
  const wanted = asked ?? OVER.filter((path) => known.get(path)?.idleBecause === null);
  const over = wanted.map((path) => {
    const readings = READINGS.get(path);
    if (readings !== undefined) return { path, values: readings.join(",") };
    const parameter = known.get(path);
    const near = [...known.keys(), ...READINGS.keys()];
    if (parameter === undefined)
      throw badInput(messages.overWithoutRange(path, named.argument, didYouMean(path, near)));
    return { path, values: variationOfRange(parameter) };
  });
  const inert = [
    ...parameters.flatMap(({ path, idleBecause: why }) =>
      why !== null && wanted.includes(path) ? [{ path, why }] : [],
    ),
    ...unreadChanges(
      wanted.filter((path) => READINGS.has(path)),
      named,
    ),
  ];
  if (inert.length > 0) throw badInput(messages.inertOver(inert));
  const twice = wanted.find((path, i) => wanted.indexOf(path) < i);
  if (twice !== undefined) throw badInput(messages.overTwice(twice));
  if (over.length === 0) throw badInput(messages.nothingOver(named.argument));
  return over;
}
