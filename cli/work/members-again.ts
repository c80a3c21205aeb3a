import Papa from "papaparse";
import { simulatedOf } from "../../sim/calibration/calibrate.ts";
import { ownThread } from "../../sim/experiment/own-thread.ts";
import { jobOf, range } from "../../sim/experiment/replicate.ts";
import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import { targetColumns } from "../../sim/tables/calibration-points.ts";
import { messages } from "../messages/index.ts";
import { type NamedScenario, tryLoad } from "../scenarios/load-scenarios.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { say } from "../terminal/print.ts";
import type { EnsembleFolder } from "./ensemble-folder.ts";
import { loadOfResolved } from "./sweep-work.ts";

/** Members that are simulated again where another version of the model found them. */
const TRIED = 4;

/** A row of a CSV, by column. */
type Row = Readonly<Record<string, string>>;

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
  const [points, targets] = ["points.csv", "targets.csv"].map((name) => rowsOf(ensemble.bytesOf(name)));
  if (named === undefined || manifest.seed === null || targets.length === 0) throw refusal;
  const every = Math.max(1, members.length / TRIED);
  const tried = members.filter((_, i) => Math.floor(i / every) > Math.floor((i - 1) / every));
  if (!isQuiet) say(messages.membersTriedAgain(folder, tried.length));
  const load = loadOfResolved(resolvedYaml(named));
  const executor = ownThread();
  const counted = targets.map(({ metric, group_by: groupBy, group }) => ({ metric, groupBy, group }));
  for (const { member, set } of tried) {
    const point = points.find((row) => row.member === String(member));
    if (point === undefined) throw refusal;
    const [first, last] = [Number(point.first_replication), Number(point.last_replication)];
    if (!(last >= first) || last - first > MOST_REPLICATIONS) throw refusal;
    const job = jobOf(load(set), { seed: manifest.seed, detail: "summary" });
    const results = await executor.execute(job, range(first, last + 1));
    const now = simulatedOf(counted, await executor.plan(job), results);
    const isSame = targets.every(({ target }, i) => {
      const [mean, variance] = targetColumns(target).map((column) => Number(point[column] || Number.NaN));
      return Object.is(now[i].value ?? Number.NaN, mean) && now[i].variance === variance;
    });
    if (!isSame) throw refusal;
  }
}

/** As files of strangers are read, they do not decide how long it takes. */
const MOST_REPLICATIONS = 100;

/** Finds the scenario that an ensemble is of, as it is written: among those named here, else by its name. */
function scenarioOf(name: string | null, mains: readonly NamedScenario[]): NamedScenario | undefined {
  if (name === null) return undefined;
  const here = mains.find(({ scenario }) => scenario.name === name);
  const loading = tryLoad(here?.argument ?? name, []);
  return loading.kind === "loaded" ? loading.named : undefined;
}

const rowsOf = (bytes: Uint8Array | null): readonly Row[] =>
  bytes === null
    ? []
    : Papa.parse<Row>(new TextDecoder().decode(bytes), { header: true, skipEmptyLines: true }).data;
