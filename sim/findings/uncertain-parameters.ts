import type { EvidenceOfRow, ScenarioParameter } from "./parameters.ts";

/** A parameter that is not known, of a scenario or of two that are compared. */
export interface UncertainParameter extends ScenarioParameter {
  /** Which scenarios have it: both, or one of two. */
  readonly of: "both" | "base" | "other";
}

/** What is not known in one scenario, or in two, and what was left out of it. */
export interface UncertainParameters {
  readonly parameters: readonly UncertainParameter[];
  /** Shares that give way to the one of their whole that varies. */
  readonly givingWay: readonly string[];
  /** Those that the two scenarios themselves say differently: what is compared, and not what is not known. */
  readonly compared: readonly string[];
}

/** Of shares of one whole only one is varied, since the others give way. */
const WHOLES = ["link_workers.time.", "needs.focus.", "referral.sources."];

/**
 * Gathers the parameters of a scenario, or of two, that can change something in one of them. A number that
 * two scenarios say differently is what is compared and stays as each has it.
 */
export function uncertainParameters(
  base: readonly ScenarioParameter[],
  other: readonly ScenarioParameter[] | undefined,
  isWanted: (parameter: ScenarioParameter) => boolean,
): UncertainParameters {
  const others = new Map(other?.map((parameter) => [parameter.path, parameter]));
  const compared: string[] = [];
  const found: UncertainParameter[] = [];
  for (const parameter of base) {
    const twin = others.get(parameter.path);
    others.delete(parameter.path);
    const isActive = parameter.idleBecause === null || (twin !== undefined && twin.idleBecause === null);
    if (!isActive || !isWanted(parameter)) continue;
    if (twin !== undefined && !isAlike(parameter, twin)) compared.push(parameter.path);
    else found.push({ ...parameter, idleBecause: null, of: twin === undefined && other ? "base" : "both" });
  }
  for (const parameter of others.values())
    if (parameter.idleBecause === null && isWanted(parameter)) found.push({ ...parameter, of: "other" });
  const givingWay = sharesGivingWay(found);
  return { parameters: found.filter(({ path }) => !givingWay.includes(path)), givingWay, compared };
}

/** Lists, of shares that add up to a whole, all but the one with the widest range. */
export function sharesGivingWay(
  parameters: readonly Pick<ScenarioParameter, "path" | "low" | "high">[],
): readonly string[] {
  return WHOLES.flatMap((whole) => {
    const shares = parameters.filter(({ path }) => path.startsWith(whole));
    const [widest] = shares.toSorted((a, b) => b.high - b.low - (a.high - a.low));
    return shares.filter((share) => share !== widest).map(({ path }) => path);
  });
}

/** Puts a grade in its group: a measured number is an A however it was derived; one without a row is a C. */
export function gradeGroup(grade: EvidenceOfRow["grade"] | null): "A" | "B" | "C" {
  if (grade?.startsWith("A")) return "A";
  return grade?.startsWith("B") ? "B" : "C";
}

const isAlike = (one: ScenarioParameter, other: ScenarioParameter): boolean =>
  one.value === other.value && one.low === other.low && one.high === other.high && one.unit === other.unit;
