import { unlikeTimeProblems } from "../../sim/findings/unlike-worlds.ts";
import { renderProblem } from "../../sim/scenario/problem.ts";
import { explain } from "../../sim/stories/explanation.ts";
import type { TwoWorlds } from "../../sim/stories/explanation-words.ts";
import { patientName } from "../../sim/stories/person.ts";
import { twoLives } from "../../sim/stories/two-lives.ts";
import { loadValid } from "../scenarios/load-scenarios.ts";
import type { ExplanationInput } from "../screen/explanation-text.ts";
import { badInput } from "../terminal/exit-codes.ts";
import { findPatient, type OneReplication, simulateOne } from "./simulate-one.ts";

/**
 * Simulates one replication of two scenarios, and finds where they part and what becomes of one person in
 * both: of the one who was asked for, or of the first who is touched.
 */
export function explainScenarios(
  firstArgument: string,
  secondArgument: string,
  choice: OneReplication & { readonly patient: string | undefined },
): ExplanationInput {
  const { patient, replication, seed, set } = choice;
  const [base, other] = loadValid([firstArgument, secondArgument], set);
  const unlike = unlikeTimeProblems(base.scenario, [other.scenario]);
  if (unlike.length > 0) throw badInput(unlike.map(renderProblem).join("\n"));
  // Everybody's reasons are kept, since nobody knows yet who is touched.
  const everybody = { replication, seed, set };
  const first = simulateOne(base, everybody);
  const second = simulateOne(other, everybody);
  const worlds: TwoWorlds = { first, second, names: namesOf(base.scenario.name, other.scenario.name) };
  const explanation = explain(first, second);
  if (patient !== undefined) findPatient([first, second], patient, replication);
  const [touched] = explanation.spread.touched;
  const name = patient ?? (touched === undefined ? undefined : patientName(first, touched));
  return {
    worlds,
    explanation,
    place: { seed, replication },
    lives: name === undefined ? undefined : twoLives(worlds, name),
    isAsked: patient !== undefined,
  };
}

/** Tells the names of two worlds apart that have the same. */
function namesOf(first: string, second: string): readonly [string, string] {
  return first === second ? [`${first} (first)`, `${second} (second)`] : [first, second];
}
