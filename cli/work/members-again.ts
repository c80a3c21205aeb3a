import { ownThread } from "../../sim/experiment/own-thread.ts";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { messages } from "../messages/index.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { say } from "../terminal/print.ts";
import type { EnsembleFolder } from "./ensemble-folder.ts";
import { heldCalibration, isSameAgain, scenarioOf } from "./held-points.ts";
import { loadOfResolved } from "./sweep-work.ts";

/** Members that are simulated again where another version of the model found them. */
const TRIED = 4;

/**
 * Simulates four members of an ensemble again, spread over all, if another version of the model found them:
 * where each gives the numbers of before, to the bit, the ensemble holds. Refuses it otherwise, and where its
 * folder or its scenario is not there to tell, with the command that makes it again.
 */
export async function refuseOtherModel(
  ensemble: EnsembleFolder,
  mains: readonly NamedScenario[],
  isQuiet: boolean,
): Promise<void> {
  const { folder, members, manifest, isOfOtherModel } = ensemble;
  if (!isOfOtherModel) return;
  const refusal = badInput(messages.ensembleOfOtherModel(folder, manifest.command));
  const named = scenarioOf(manifest.scenario, mains);
  const { points, targets } = heldCalibration(ensemble);
  const { seed } = manifest;
  if (named === undefined || seed === null || targets.length === 0) throw refusal;
  const every = Math.max(1, members.length / TRIED);
  const tried = members.filter((_, i) => Math.floor(i / every) > Math.floor((i - 1) / every));
  if (!isQuiet) say(messages.membersTriedAgain(folder, tried.length));
  const again = { load: loadOfResolved(resolvedYaml(named)), seed, executor: ownThread() };
  for (const { member, set } of tried) {
    const held = points.find((point) => point.member === member);
    if (held === undefined || !(await isSameAgain({ ...held, set }, targets, again))) throw refusal;
  }
}
