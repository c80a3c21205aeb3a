import { numberText } from "../../words/numbers.ts";
import type { FigureChoice, FigureInput, FigureScenario } from "../figure.ts";
import { MAX_SCENARIOS, SCENARIO_COLOURS, SCENARIO_DASHES, SCENARIO_SHAPES } from "../theme.ts";
import { isOfEnsemble, NOT_KNOWN_WORDS } from "./not-known.ts";

/** Gives the scenarios that a figure shows: those of their own, in order, as many as can be told apart. */
export function shownScenarios(
  { scenarios }: FigureInput,
  { withVariants = false }: FigureChoice,
  most: number = MAX_SCENARIOS,
): readonly FigureScenario[] {
  return scenarios.filter(({ variantOf }) => withVariants || variantOf === null).slice(0, most);
}

/** Gives the scale that colours scenarios. */
export function scenarioColours(scenarios: readonly FigureScenario[]): { domain: string[]; range: string[] } {
  return scaleOf(scenarios, SCENARIO_COLOURS);
}

/** Gives the scale that dashes their lines. */
export function scenarioDashes(scenarios: readonly FigureScenario[]): {
  domain: string[];
  range: number[][];
} {
  return scaleOf(
    scenarios,
    SCENARIO_DASHES.map((dash) => [...dash]),
  );
}

/** Gives the scale that shapes their points. */
export function scenarioShapes(scenarios: readonly FigureScenario[]): { domain: string[]; range: string[] } {
  return scaleOf(scenarios, SCENARIO_SHAPES);
}

function scaleOf<T>(
  scenarios: readonly FigureScenario[],
  looks: readonly T[],
): { domain: string[]; range: T[] } {
  return { domain: scenarios.map(({ name }) => name), range: looks.slice(0, scenarios.length) };
}

/**
 * Says what intervals are of which no ensemble tells more: chance within the model, and with an ensemble that
 * what is not known is not in them.
 */
const chanceWords = (input: FigureInput): string =>
  isOfEnsemble(input)
    ? "95 % intervals: chance only, not what is not known"
    : "95 % intervals: chance within the model";

/** Says what intervals are where an ensemble's second width is drawn beside them. */
export const bothWidthsWords = (input: FigureInput, [chance, notKnown] = ["thick", "thin"]): string =>
  isOfEnsemble(input)
    ? `${chance}: 95 % intervals, chance within the model; ${notKnown}: ${NOT_KNOWN_WORDS}`
    : chanceWords(input);

/** Says how much a figure rests on: replications, seed, what the intervals are, and what it leaves out. */
export function basisWords(
  input: FigureInput,
  shown: readonly FigureScenario[],
  intervals = chanceWords(input),
): string {
  const counts = [...new Set(shown.map(({ replications }) => replications))];
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)];
  const range =
    fewest === most ? numberText(fewest, 0) : `${numberText(fewest, 0)} to ${numberText(most, 0)}`;
  const simulates = `${range} ${most === 1 ? "replication" : "replications"}, seed ${input.seed}`;
  const chance = most < 2 ? "one replication gives no interval" : intervals;
  const own = input.scenarios.filter(({ variantOf }) => variantOf === null).length;
  const left = own > shown.length ? `; the first ${shown.length} of ${own} scenarios` : "";
  return `${simulates}; ${chance}${left}.`;
}
