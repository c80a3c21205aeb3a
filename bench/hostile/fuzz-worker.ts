import { parentPort, workerData } from "node:worker_threads";
import { folderTargets, outcomeOf, scenarioTargets, unknownTargets } from "./targets.ts";

/** Reads one mutated file after another in a thread of its own, which is ended if it takes too long. */
const { results, store }: { readonly results: string; readonly store: string } = workerData;
const targets = [...scenarioTargets(), ...unknownTargets(), ...folderTargets(results, store)];

parentPort?.on(
  "message",
  async ({ target, bytes }: { readonly target: number; readonly bytes: Uint8Array }) => {
    parentPort?.postMessage(await outcomeOf(targets[target], bytes));
  },
);
parentPort?.postMessage(targets.map(({ name, base, encoding }) => ({ name, base, encoding })));
