import pow from "@stdlib/math-base-special-pow";
import type { Scenario } from "../../scenario/schema.ts";
import type { Layout } from "../layout.ts";

/**
 * Gives the yearly rate of each practice's people with a post on site all week: a larger list refers less
 * for each person.
 */
export function practiceRates(scenario: Scenario, { practices }: Layout): Float64Array {
  const { referral: rule, people } = scenario;
  // The base rate is a practice's, at the deprivation mix of the scenario; so the quintiles' relative rates
  // are scaled to mean 1 over that mix.
  let mean = 0;
  for (let q = 0; q < 5; q++) mean += people.deprivation[q] * rule.relative_rate[q];
  return Float64Array.from(practices, ({ listSize }) => {
    const atList = pow(listSize / rule.reference_list, rule.list_exponent);
    return mean > 0 ? (rule.rate * atList) / mean : 0;
  });
}
