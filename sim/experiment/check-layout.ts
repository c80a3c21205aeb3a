import { refuseStandards, refuseUnmeasuredStandards } from "../findings/standards.ts";
import { layOut } from "../model/layout.ts";
import { warnOfNoTarget } from "../model/levers/actions.ts";
import { refuseRateOverCeiling } from "../model/mechanisms/referral.ts";
import { neutralise } from "../model/mechanisms.ts";
import { practiceRates } from "../model/state/practice-rates.ts";
import { Staffing } from "../model/state/staffing.ts";
import { checkTimelineStates } from "../model/timeline-checks.ts";
import { ProblemList } from "../scenario/internal/problem-list.ts";
import type { LoadedScenario } from "../scenario/load.ts";
import { type Problem, ScenarioError } from "../scenario/problem.ts";
import { DEFAULT_SEED } from "./defaults.ts";
import type { Runnable } from "./execution-options.ts";
import { createSimulator } from "./simulator.ts";

/**
 * Refuses a scenario, as a `ScenarioError` with every problem at its place, for what its schema cannot tell:
 * names of generated places that are not there, dated changes that cannot come about, rates over the ceiling,
 * standards on what nobody measures. Gives warnings.
 */
export function checkScenario(loaded: Omit<LoadedScenario, "annotations" | "files">): Problem[] {
  const { scenario, template, where } = loaded;
  const place = (problem: Problem): Problem => ({ ...problem, ...where(problem.path, problem.found) });
  refuseUnsaidStaff(loaded);
  try {
    const warnings = checkLayout(loaded);
    if (scenario.standards.length > 0)
      refuseUnmeasuredStandards(scenario, createSimulator(scenario, template, DEFAULT_SEED).plan);
    return warnings.map(place);
  } catch (failure) {
    if (!(failure instanceof ScenarioError)) throw failure;
    const problems = new ProblemList();
    for (const problem of failure.problems.map(place)) problems.add(problem, problem.path, problem);
    throw problems.refusal();
  }
}

/** Refuses a scenario of which nobody said who works there: the defaults would invent posts. */
function refuseUnsaidStaff({ scenario, defaults, where }: Parameters<typeof checkScenario>[0]): void {
  const isSaid = ["link_workers", "link_workers.fte", "link_workers.posts"].some(
    (path) => where(path).file !== defaults,
  );
  if (isSaid || scenario.generate !== "none") return;
  const problem: Problem = {
    ...where("name"),
    path: "link_workers",
    found: "nothing about link workers",
    expected: "their posts",
    hint:
      "Name a CSV in data.link_workers, or list link_workers.posts; write link_workers: { fte: 1 } for one " +
      "full-time post at each practice.",
    severity: "error",
  };
  throw new ScenarioError([problem]);
}

/** Checks the same, but for the groups of standards, for which a world must be made; names no lines. */
export function checkLayout({ scenario, template }: Runnable): Problem[] {
  const neutral = neutralise(scenario);
  let warnings: Problem[] = [];
  let faults: Problem[] = [];
  const problems = [
    ...problemsOf(() => refuseStandards(scenario)),
    ...problemsOf(() => {
      const layout = layOut(neutral, template);
      const practices = { rate: practiceRates(neutral, layout) };
      const ofTimeline = checkTimelineStates(scenario, layout);
      warnings = [
        ...warnOfNoTarget(scenario, layout),
        ...ofTimeline.filter(({ severity }) => severity === "warning"),
      ];
      faults = ofTimeline.filter(({ severity }) => severity === "error");
      refuseRateOverCeiling({ scenario: neutral, layout, staffing: new Staffing(layout), practices });
    }),
  ];
  if (problems.length + faults.length > 0) throw new ScenarioError([...problems, ...faults]);
  return warnings;
}

/** Gives the problems for which something is refused, so that all are told together. */
function problemsOf(refuse: () => void): readonly Problem[] {
  try {
    refuse();
    return [];
  } catch (failure) {
    if (failure instanceof ScenarioError) return failure.problems;
    throw failure;
  }
}
