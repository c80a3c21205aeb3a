import type { Executor, Job, OnReplication, SimulatedReplication } from "../../sim/experiment/executor.ts";
import type { ReplicationResult } from "../../sim/measures/result.ts";
import type { KeptReplication } from "./cell.ts";
import type { CellStore } from "./cell-store.ts";
import { type Block, cellKey } from "./job-content.ts";
import { modelVersion } from "./model-version.ts";

/**
 * Replications of one cell: of a whole scenario each counts, of the many small ones of a sweep some go
 * together.
 */
const BLOCK = { full: 1, summary: 4 } as const;

/**
 * Cuts replications into the blocks of their cells; a block begins at a multiple of its size, so that more
 * replications keep the earlier cells.
 */
export function blocksOf({ detail }: Pick<Job, "detail">, replications: readonly number[]): Block[] {
  const size = BLOCK[detail];
  const blocks: Block[] = [];
  for (const replication of replications) {
    const last = blocks.at(-1);
    if (last !== undefined && last.before === replication && replication % size !== 0)
      blocks[blocks.length - 1] = { ...last, before: replication + 1 };
    else blocks.push({ from: replication, before: replication + 1 });
  }
  return blocks;
}

/** Names the cell of a block under the model of this program. */
export function keyOf(job: Job, block: Block): string {
  return cellKey(job, block, modelVersion());
}

/**
 * Simulates from a store what was simulated before, and through another executor what was not; that is kept
 * before anybody hears of it. Journals are not kept. What is missing is asked of the other executor at once,
 * so that it begins none after one has failed.
 */
export function storedExecutor(inner: Executor, store: CellStore): Executor {
  const planDigests = new WeakMap<Job, string>();

  const fromStore = async (job: Job, block: Block): Promise<readonly KeptReplication[] | undefined> => {
    const cell = await store.read(keyOf(job, block));
    if (cell === undefined) return undefined;
    const numbers = cell.replications.map(({ result }) => result.replication);
    if (numbers.join() !== numbersOf(block).join()) {
      store.damaged.push(cell.key);
      return undefined;
    }
    planDigests.set(job, cell.plan);
    return cell.replications;
  };

  /** Gives the beginning of a block, where fewer replications were asked for before; nothing if none were. */
  const beginningOf = async (job: Job, { from, before }: Block): Promise<readonly KeptReplication[]> => {
    for (let end = before - 1; end > from; end--) {
      const beginning = { from, before: end };
      if (!(await store.has(keyOf(job, beginning)))) continue;
      const kept = await fromStore(job, beginning);
      if (kept !== undefined) return kept;
    }
    return [];
  };

  /** Asks which replications a job's blocks lack, and whose block each belongs to. */
  const gatheringsOf = async (job: Job, blocks: readonly Block[]): Promise<Gathered> => {
    const gathered = new Map<number, Gathering>();
    for (const block of blocks) {
      const kept = [...(await beginningOf(job, block))];
      const gathering = { block, kept };
      for (const replication of numbersOf(block).slice(kept.length)) gathered.set(replication, gathering);
    }
    return gathered;
  };

  /** Keeps a block once the last of its replications is simulated, and tells of them then. */
  const gather = async (
    { job, gathered, hear }: Missing,
    { result, fates }: SimulatedReplication,
  ): Promise<void> => {
    // Only what was asked for is simulated.
    const { block, kept } = gathered.get(result.replication)!;
    kept.push({ result, fates });
    if (kept.length < block.before - block.from) return;
    const replications = [...kept].sort((a, b) => a.result.replication - b.result.replication);
    // Here, so that whoever simulated waits until it is kept; and asked only now, when whoever simulated
    // the job knows its plan without making its world again.
    const plan = planDigests.get(job) ?? (await store.addPlan(await inner.plan(job)));
    planDigests.set(job, plan);
    await store.write({ key: keyOf(job, block), plan, replications });
    await tellAll(replications, hear);
    kept.length = 0;
  };

  /** Tells of what is kept of a job, and says what is missing. */
  const missingOf = async (
    job: Job,
    replications: readonly number[],
    hear: OnReplication,
  ): Promise<Missing> => {
    const blocks: Block[] = [];
    for (const block of blocksOf(job, replications)) {
      const kept = await fromStore(job, block);
      if (kept === undefined) blocks.push(block);
      else await tellAll(kept, hear);
    }
    return { job, gathered: await gatheringsOf(job, blocks), hear };
  };

  const executeTogether: Executor["executeTogether"] = async (
    jobs,
    replications,
    onReplication = () => {},
  ) => {
    const results = jobs.map(() => new Map<number, ReplicationResult>());
    const missing: Missing[] = [];
    for (const [of, job] of jobs.entries())
      missing.push(
        await missingOf(job, replications, (simulated) => {
          results[of].set(simulated.result.replication, simulated.result);
          return onReplication(simulated, job);
        }),
      );
    for (const alike of withTheSameMissing(missing)) {
      const [first, ...others] = alike;
      const numbers = [...first.gathered.keys()];
      if (others.length === 0)
        await inner.execute(first.job, numbers, (simulated) => gather(first, simulated));
      else {
        const of = new Map(alike.map((one) => [one.job, one]));
        // Whoever simulates names a job that it was given.
        await inner.executeTogether([...of.keys()], numbers, (simulated, job) =>
          gather(of.get(job)!, simulated),
        );
      }
    }
    // Every one was told of, or simulate has thrown.
    return results.map((ofJob) => replications.map((replication) => ofJob.get(replication)!));
  };

  return {
    async plan(job) {
      const digest = planDigests.get(job);
      const plan = digest === undefined ? undefined : await store.plan(digest);
      return plan === undefined ? inner.plan(job) : { ...plan, scenario: job.scenario.name };
    },
    names: (job) => inner.names(job),
    async execute(job, replications, onReplication) {
      if (job.keepsJournal) return inner.execute(job, replications, onReplication);
      const [results] = await executeTogether([job], replications, onReplication);
      return results;
    },
    executeTogether: (jobs, replications, onReplication) =>
      jobs.some(({ keepsJournal }) => keepsJournal)
        ? inner.executeTogether(jobs, replications, onReplication)
        : executeTogether(jobs, replications, onReplication),
    close: () => inner.close(),
  };
}

/** A block of a cell, and the replications of it that are there so far. */
interface Gathering {
  readonly block: Block;
  readonly kept: KeptReplication[];
}

/** The replications that are missing, each with its block. */
type Gathered = ReadonlyMap<number, Gathering>;

/** What a store lacks of a job, and who hears of it. */
interface Missing {
  readonly job: Job;
  readonly gathered: Gathered;
  readonly hear: OnReplication;
}

/** Groups jobs that lack the same replications; those that lack none are left out. */
function withTheSameMissing(missing: readonly Missing[]): readonly Missing[][] {
  const groups = new Map<string, Missing[]>();
  for (const one of missing) {
    if (one.gathered.size === 0) continue;
    const numbers = [...one.gathered.keys()].join();
    groups.set(numbers, [...(groups.get(numbers) ?? []), one]);
  }
  return [...groups.values()];
}

async function tellAll(kept: readonly KeptReplication[], onReplication: OnReplication): Promise<void> {
  for (const { result, fates } of kept) await onReplication({ result, journal: undefined, fates });
}

function numbersOf({ from, before }: Block): number[] {
  return Array.from({ length: before - from }, (_, i) => from + i);
}
