import { stringify } from "yaml";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { sha256 } from "../store/digests.ts";
import type { Calibrated } from "./calibrate-all.ts";

/** Names the file that says what an ensemble is and how it was found; its members stand beside it. */
export const ENSEMBLE_FILE = "ensemble.yaml";

/**
 * Writes what an ensemble is: digests of the scenario with every default filled in, of the fitted and the
 * held-out targets and of the model, what is varied over which range, the seed, and the command that makes it
 * again.
 */
export function ensembleText({ work: { task, named }, ensemble, waves }: Calibrated, model: string): string {
  return stringify(
    {
      scenario: {
        name: named.scenario.name,
        resolved_sha256: sha256(resolvedYaml(named)),
        files: task.files.map((digest) => ({ sha256: digest })),
      },
      members: ensemble.members.length,
      candidates: ensemble.candidates,
      left: waves[waves.length - 1].left,
      over: Object.fromEntries(task.over.map(({ path, values }) => [path, values])),
      targets: task.targets.map(({ id }) => id),
      targets_sha256: sha256(JSON.stringify(task.targets)),
      held_out_sha256: task.held_out,
      model,
      seed: task.seed,
      command: task.command,
    },
    { lineWidth: 0 },
  );
}
