import { existsSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { messages } from "../messages/index.ts";
import { RECORD } from "../results/own-files.ts";
import { libraryFolder } from "../scenarios/package-folder.ts";
import { sha256 } from "../store/digests.ts";
import { modelVersion } from "../store/model-version.ts";
import { badInput, CommandError, EXIT } from "../terminal/exit-codes.ts";
import { print, say } from "../terminal/print.ts";
import { openProgress } from "../terminal/progress.ts";
import { ENSEMBLE_FILE } from "../work/ensemble-file.ts";
import { type EnsembleFolder, readEnsembleFolder } from "../work/ensemble-folder.ts";
import {
  type HeldCalibration,
  type HeldPoint,
  heldCalibration,
  isSameAgain,
  meetsAll,
  scenarioOf,
} from "../work/held-points.ts";
import { loadOfResolved } from "../work/sweep-work.ts";
import { drawSome } from "./sample.ts";
import type { VerifyOptions } from "./verify-results.ts";

/**
 * Says whether an argument names an ensemble without the record of a results folder, as those are that come
 * with linksim.
 */
export const isBareEnsemble = (argument: string): boolean =>
  argument !== "" &&
  [argument, join(libraryFolder(), argument)].some(
    (place) => existsSync(join(place, ENSEMBLE_FILE)) && !existsSync(join(place, RECORD)),
  );

/**
 * Checks an ensemble of which the members and the points that they were taken from are all that is kept:
 * that each member is such a point and meets every target there, and, by simulating them again, a random
 * sample of the points. Says what was not checked. Exit code 3 if anything differs.
 */
export async function verifyEnsemble(
  argument: string,
  { sample, openExecutor, quiet, json, signal }: VerifyOptions,
): Promise<void> {
  const ensemble = readEnsembleFolder(argument);
  const { manifest, members } = ensemble;
  const named = scenarioOf(manifest.scenario);
  const held = heldCalibration(ensemble);
  const { seed } = manifest;
  if (named === undefined || seed === null || held.points.length === 0 || held.targets.length === 0)
    throw badInput(messages.ensembleNotVerified(argument, manifest.scenario, manifest.command));
  const model = modelVersion();
  if (ensemble.isOfOtherModel) say(messages.otherModel(String(manifest.model), model));
  const drawn = drawSome(held.points, sample);
  const resolved = resolvedYaml(named);
  const load = loadOfResolved(resolved);
  const differ = [
    ...(manifest.resolved === null || manifest.resolved === sha256(resolved)
      ? []
      : [messages.scenarioOfEnsembleDiffers(argument, named.argument)]),
    ...memberDifferences(ensemble, held),
  ];
  const executor = openExecutor();
  const progress = await openProgress(quiet, "points");
  progress.start(drawn.length);
  try {
    const check = async (point: HeldPoint): Promise<string[]> => {
      signal.throwIfAborted();
      const isSame = await isSameAgain(point, held.targets, { load, seed, executor });
      progress.done();
      return isSame ? [] : [messages.pointDiffers(argument, point.point)];
    };
    differ.push(...(await Promise.all(drawn.map(check))).flat());
  } finally {
    progress.stop();
    await executor.close();
  }
  const facts = {
    ensemble: argument,
    points: held.points.length,
    simulated_again: drawn.length,
    members: members.length,
    targets: held.targets.length,
    differ,
    not_verified: [messages.followsFromPoints(manifest.command)],
    model: manifest.model,
    model_here: model,
  };
  if (json) print(`${JSON.stringify(facts, null, 1)}\n`);
  else if (differ.length === 0) print(`${messages.ensembleVerified(facts)}\n`);
  if (differ.length > 0) throw new CommandError(differ.join("\n"), EXIT.notMet);
}

/** Says which members are not the points that they are said to be, or do not meet every target there. */
function memberDifferences(
  { folder, members }: EnsembleFolder,
  { points, targets }: HeldCalibration,
): readonly string[] {
  const byMember = new Map(points.map((point) => [point.member, point]));
  return members.flatMap(({ member, set }) => {
    const point = byMember.get(member);
    if (point === undefined || !isDeepStrictEqual(point.set, set))
      return [messages.memberIsNoPoint(folder, member)];
    return meetsAll(point, targets) ? [] : [messages.memberMissesTargets(folder, member)];
  });
}
