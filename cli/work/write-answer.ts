import type { LoadedScenario } from "../../sim/scenario/load.ts";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { besideOf } from "../disk/beside.ts";
import { writeWhole } from "../disk/write-whole.ts";
import { messages } from "../messages/index.ts";
import { failed } from "../terminal/exit-codes.ts";

/** Writes the scenario that answers a plan as one file, with every default filled in. */
export async function writeAnswer(path: string, loaded: LoadedScenario): Promise<void> {
  try {
    await writeWhole(path, resolvedYaml(loaded), { beside: besideOf(path) });
  } catch (failure) {
    throw failed(messages.cannotWrite(path, failure));
  }
}
