import { resolvedYaml } from "../../sim/scenario/resolved.ts";
import type { FileSink } from "../results/file-sink.ts";
import { resolvedName } from "../results/resolved-name.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import type { RecordedScenario } from "./run-record.ts";
import { SweepTables } from "./sweep-tables.ts";
import type { SweepWork } from "./sweep-work.ts";
import type { SweepTask } from "./task.ts";

/** A sweep that is written. */
export interface WrittenSweep {
  readonly task: SweepTask;
  readonly work: SweepWork;
  readonly named: NamedScenario;
}

/**
 * Writes the scenario of a sweep with every default filled in, and its tables, to which `fill` adds point by
 * point; gives what run.json tells of the scenario.
 */
export async function writeSweep(
  sink: FileSink,
  { task, work, named }: WrittenSweep,
  signal: AbortSignal,
  fill: (tables: SweepTables) => Promise<void>,
): Promise<RecordedScenario> {
  const resolved = resolvedYaml(named);
  const file = resolvedName(named.scenario.name, 1);
  await sink.write(file, [resolved], signal);
  const tables = await SweepTables.open(sink, task, work.plan, signal);
  await fill(tables);
  await tables.close();
  return { named, resolved, file, replications: task.replications, precisionReached: null };
}
