import {
  type Compared,
  type CompareExtent,
  compare,
  firstOfEach,
  metricsAsked,
} from "../../sim/experiment/compare.ts";
import type { DifferencePrecision } from "../../sim/experiment/difference-precision.ts";
import { type Executor, ReplicationError } from "../../sim/experiment/executor.ts";
import { unmeasured } from "../../sim/experiment/precision.ts";
import type { MeasurePlan } from "../../sim/measures/result.ts";
import type { Twins } from "../../sim/measures/twins.ts";
import { messages } from "../messages/index.ts";
import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import type { VariantOf } from "../scenarios/variant-of.ts";
import { badInput, failed } from "../terminal/exit-codes.ts";
import type { Progress } from "../terminal/progress.ts";
import { refuseUnfitting } from "./refuse-unfitting.ts";
import { explained, planOf, type ScenarioRun } from "./replicate-all.ts";

/** Says how scenarios are to be compared. */
export interface CompareAllOptions {
  readonly seed: string;
  readonly set: readonly string[];
  readonly extent: CompareExtent;
  /** As many replications of which twins are kept; `none` pairs nobody. */
  readonly twins: number | "none";
  readonly variants: boolean;
  readonly executor: Executor;
  readonly progress: Progress;
  /** Threads that the executor simulates with; one if left out. */
  readonly workers?: number;
}

/** Holds a world beside the base. */
export interface ComparedRun extends ScenarioRun {
  readonly twins: Twins | null;
  readonly known: DifferencePrecision | null;
}

/** Holds a base and the worlds beside it that were simulated under common random numbers. */
export interface ComparedGroup {
  readonly base: ScenarioRun;
  readonly others: readonly ComparedRun[];
}

/** Holds a comparison, and the same under other assumptions that the base and some of the others name. */
export interface ComparedScenarios extends ComparedGroup {
  readonly variants: readonly (ComparedGroup & { readonly variant: VariantOf })[];
}

/**
 * Compares scenarios with the first one, then again under each assumption that both name, with as many
 * replications.
 */
export async function compareAll(
  [base, ...others]: readonly NamedScenario[],
  options: CompareAllOptions,
): Promise<ComparedScenarios> {
  const { progress, extent, executor, seed, workers } = options;
  await refuseUnrunnable([base, ...others], options);
  const pairs = options.variants ? variantGroups(base, others) : [];
  const scenarios = [base, ...others, ...pairs.flatMap((pair) => [pair.base, ...pair.others])];
  const plans: MeasurePlan[] = [];
  for (const named of scenarios) plans.push(await planOf(named, options));
  refuseUnfitting(plans, { replications: firstOfEach(extent), workers });
  let more = 0;
  const simulate = async (
    one: NamedScenario,
    rest: readonly NamedScenario[],
    how: { readonly replications: CompareExtent; readonly twins: number | "none" },
  ): Promise<ComparedGroup> =>
    grouped(
      one,
      rest,
      await compare(one, rest, {
        ...how,
        seed,
        executor,
        onReplication: () => progress.done(),
        onMore: (count) => {
          more += count / (1 + rest.length);
          progress.more((count / (1 + rest.length)) * scenarios.length);
        },
      }),
    );
  progress.start(firstOfEach(extent) * scenarios.length);
  try {
    const main = await simulate(base, others, { replications: extent, twins: options.twins });
    const count = firstOfEach(extent) + more;
    const variants: (ComparedGroup & { variant: VariantOf })[] = [];
    for (const { base: one, others: rest, variant } of pairs)
      variants.push({
        variant,
        ...(await simulate(one, rest, { replications: { kind: "replications", count }, twins: "none" })),
      });
    return { ...main, variants };
  } catch (failure) {
    if (!(failure instanceof ReplicationError)) throw failure;
    throw failed(explained(failure, scenarios, options));
  } finally {
    progress.stop();
  }
}

/** Lists every run of a comparison: each scenario with its variants behind it, as `run` does. */
export function runsOf({ base, others, variants }: ComparedScenarios): readonly ScenarioRun[] {
  const varied = variants.flatMap((group) => [group.base, ...group.others]);
  return [base, ...others].flatMap((main) => [
    main,
    ...varied.filter(({ named }) => named.variantOf?.scenario === main.named.scenario.name),
  ]);
}

/** Lists the main group and those of the variants, each a base with others. */
export function groupsOf(compared: ComparedScenarios): readonly ComparedGroup[] {
  return [compared, ...compared.variants];
}

/** Says what to tell of differences that are not known as well as was asked for. */
export function shortfallsOf({ base, others }: ComparedScenarios): readonly string[] {
  return others.flatMap(({ named, known, results }) => {
    if (known === null || known.isReached) return [];
    const { missing, neverHappened } = known;
    const names = [base.named.scenario.name, named.scenario.name] as const;
    return [
      ...(missing.length === 0 ? [] : [messages.differencesNotKnown(...names, results.length, missing)]),
      ...(neverHappened.length === 0
        ? []
        : [messages.neverHappenedInBoth(...names, neverHappened, results.length)]),
    ];
  });
}

function grouped(base: NamedScenario, others: readonly NamedScenario[], compared: Compared): ComparedGroup {
  return {
    base: { named: base, ...compared.base },
    others: compared.others.map((world, i) => ({ named: others[i], ...world })),
  };
}

/** Scenarios under one of the other assumptions that the base and some of the others name. */
export interface VariantGroup {
  readonly variant: VariantOf;
  readonly base: NamedScenario;
  readonly others: readonly NamedScenario[];
}

/** Pairs the variants of a base with those of other scenarios of the same id. */
export function variantGroups(
  base: NamedScenario,
  others: readonly NamedScenario[],
): readonly VariantGroup[] {
  return base.variants.flatMap((one): VariantGroup[] => {
    const variant = one.variantOf as VariantOf;
    const twins = others.flatMap(({ variants }) =>
      variants.filter(({ variantOf }) => variantOf?.id === variant.id),
    );
    return twins.length === 0 ? [] : [{ variant, base: one, others: twins }];
  });
}

/** Lists every scenario that a comparison simulates: those named, and their other assumptions in pairs. */
export function everyScenario(
  [base, ...others]: readonly NamedScenario[],
  { variants }: { readonly variants: boolean },
): NamedScenario[] {
  const groups = variants ? variantGroups(base, others) : [];
  return [base, ...others, ...groups.flatMap((group) => [group.base, ...group.others])];
}

/** A world that cannot be made, or a measure that is not there, is told before hours are spent. */
async function refuseUnrunnable(
  scenarios: readonly NamedScenario[],
  { seed, extent, executor }: CompareAllOptions,
): Promise<void> {
  const [base] = scenarios;
  const metrics = extent.kind === "replications" ? [] : metricsAsked(extent, base.scenario);
  for (const named of scenarios) {
    const plan = await planOf(named, { seed, executor });
    for (const metric of unmeasured(plan, metrics)) throw badInput(messages.notMeasuredByAll(metric));
  }
}
