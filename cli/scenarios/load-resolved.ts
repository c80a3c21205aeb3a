import { renderProblem, ScenarioError } from "../../sim/scenario/problem.ts";
import { messages } from "../messages/index.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { oneFile } from "./files.ts";
import { loadNamed, type NamedScenario, refuseSameNames } from "./load-scenarios.ts";

/** The text of a scenario with every default filled in, and where it stands. */
export interface ResolvedText {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Loads scenarios from texts that hold them whole, and from no other file; refuses them with every problem,
 * or two that are called the same.
 */
export function loadResolved(texts: readonly ResolvedText[]): readonly NamedScenario[] {
  const problems: string[] = [];
  const scenarios = texts.flatMap((text): readonly NamedScenario[] => {
    try {
      return [resolvedUnder(text, [])];
    } catch (failure) {
      if (!(failure instanceof ScenarioError)) throw failure;
      problems.push(...failure.problems.map(renderProblem));
      return [];
    }
  });
  if (problems.length > 0) throw badInput([...problems, messages.nothingRun(problems.length)].join("\n"));
  refuseSameNames(scenarios);
  return scenarios;
}

/** Loads one such text with changes laid over it; throws a ScenarioError with every problem. */
export function resolvedUnder({ path, bytes }: ResolvedText, set: readonly string[]): NamedScenario {
  return loadNamed(path, path, oneFile(path, bytes), set);
}
