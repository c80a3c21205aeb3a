import type { z } from "zod";
import type { templateSchema } from "./blocks/organisations.ts";
import type { Where } from "./document.ts";
import { applyOverride } from "./internal/apply-override.ts";
import { type Collected, collectLayers } from "./internal/collect-layers.ts";
import { crossCheck } from "./internal/cross-checks.ts";
import { giveWay } from "./internal/give-way.ts";
import { parseTree } from "./internal/parse-tree.ts";
import { ProblemList } from "./internal/problem-list.ts";
import { ReachableFiles, type ScenarioFile } from "./internal/reachable-files.ts";
import { type Annotation, readAnnotations } from "./internal/read-annotations.ts";
import { SET } from "./internal/read-value.ts";
import { whereIs } from "./internal/where-is.ts";
import { reportIssues } from "./internal/zod-problems.ts";
import type { Problem } from "./problem.ts";
import { type Scenario, scenarioSchema } from "./schema.ts";
import type { ScenarioSources } from "./sources.ts";

export type { ScenarioFile } from "./internal/reachable-files.ts";
export type { Annotation } from "./internal/read-annotations.ts";

/** One row of the template from which organisations are generated. */
export type TemplateRow = z.output<typeof templateSchema>;

/** Changes what is loaded. */
export interface LoadOptions {
  /** `PATH=VALUE` texts that are laid over the files, in this order; none if left out. */
  readonly set?: readonly string[];
}

/** Holds a scenario that was checked, and what it was made of. */
export interface LoadedScenario {
  readonly scenario: Scenario;
  /** The rows of `organisations.template`; empty if none are given. */
  readonly template: readonly TemplateRow[];
  /** Where numbers come from, by readable path such as `referral.rate`. */
  readonly annotations: ReadonlyMap<string, Annotation>;
  /** Every file that took part, the scenario first, the defaults last but for CSVs. */
  readonly files: readonly ScenarioFile[];
  readonly warnings: readonly Problem[];
  /** The file of the defaults: what stands there nobody said of this scenario. */
  readonly defaults: string;
  /**
   * Says where a readable path such as `timeline[cut].posts` was written, or the nearest part that holds it;
   * `found` is a word of a list there.
   */
  readonly where: (path: string, found?: string) => Where;
}

/**
 * Loads and checks a scenario, a file or a folder with scenario.yaml; throws a ScenarioError with every
 * problem, in the order of the files.
 */
export function loadScenario(
  entryPath: string,
  sources: ScenarioSources,
  options: LoadOptions = {},
): LoadedScenario {
  return readScenario(entryPath, sources)(options.set);
}

/**
 * Reads the files of a scenario once and returns what loads it under any changes, as `loadScenario` does:
 * for the many points of a sweep.
 */
export function readScenario(
  entryPath: string,
  sources: ScenarioSources,
): (set?: readonly string[]) => LoadedScenario {
  const ofFiles = new ProblemList();
  const files = new ReachableFiles(sources, ofFiles);
  const collected = collectLayers(entryPath, sources.defaults, files, ofFiles);
  if (collected === null) throw ofFiles.refusal();
  return (set = []) => loadUnder(set, collected, ofFiles.copy(), files.read);
}

function loadUnder(
  set: readonly string[],
  { tree: written, isWhole, defaults }: Collected,
  problems: ProblemList,
  files: readonly ScenarioFile[],
): LoadedScenario {
  let tree = written;
  if (!isTexts(set))
    problems.add(SET, "", { found: "something else", expected: "a list of PATH=VALUE texts" });
  for (const change of isWhole && isTexts(set) ? set : [])
    tree = applyOverride(tree, change, scenarioSchema, problems);
  if (isWhole && isTexts(set)) tree = giveWay(tree, set, problems);
  const parsed = parseTree(tree, scenarioSchema);
  const checked = { tree, isWhole, schema: scenarioSchema, noun: "a scenario" };
  if (!parsed.success) reportIssues(parsed.error.issues, checked, problems);
  const annotations = readAnnotations(tree, scenarioSchema, problems);
  if (isWhole) crossCheck(tree, problems);
  if (problems.hasErrors || !parsed.success) throw problems.refusal();
  const scenario = parsed.data;
  return {
    scenario,
    template: scenario.organisations.template,
    annotations,
    files,
    warnings: problems.warnings,
    defaults,
    where: (path, found) => whereIs(tree, path, found),
  };
}

/** JavaScript may hand over one text, whose letters would be read as changes. */
const isTexts = (set: unknown): boolean =>
  Array.isArray(set) && set.every((change) => typeof change === "string");
