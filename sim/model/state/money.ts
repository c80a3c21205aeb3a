import { withFields } from "../../engine/with-fields.ts";
import type { Scenario } from "../../scenario/schema.ts";
import { ORGANISATION_TYPES } from "../../words/organisation-types.ts";
import { accountRules, makeAccounts } from "../accounts.ts";
import { incomeScale } from "../income-scale.ts";
import type { Layout } from "../layout.ts";

/** Holds the organisations' money, in pence. */
export type Money = ReturnType<typeof makeMoney>;

/** Makes room for the accounts of each organisation; funding gives each its opening balance. */
export function makeMoney(scenario: Scenario, { organisations, namedOrganisations }: Layout) {
  const n = organisations.length;
  const rules = ORGANISATION_TYPES.map((type) => accountRules(scenario, type));
  return withFields(makeAccounts(n, Math.max(...rules.map(({ grants }) => grants))), {
    /** Factor on the income of generated organisations of each type. */
    scale: ORGANISATION_TYPES.map((type, t) =>
      organisations.some((site, o) => o >= namedOrganisations && site.type === type)
        ? incomeScale(rules[t], scenario.organisations.types[type].places)
        : 1,
    ),
    /** What grants of the timeline and growth funding pay in a year, and when growth funding ends. */
    extraIncome: new Float64Array(n),
    growthEndsAt: new Float64Array(n),
  });
}

/** Empties what no opening balance sets. */
export function resetMoney(money: Money): void {
  money.extraIncome.fill(0);
  money.growthEndsAt.fill(0);
}
