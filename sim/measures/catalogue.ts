import { BENEFIT_METRICS } from "./benefit.ts";
import { CASEWORK_METRICS } from "./casework.ts";
import { GAP_METRICS } from "./contact-gaps.ts";
import { COST_METRICS } from "./costs.ts";
import { DEMAND_METRICS } from "./demand.ts";
import { ENDING_METRICS } from "./endings.ts";
import { EQUITY_METRICS } from "./equity.ts";
import { FIRST_WAIT_METRICS } from "./first-waits.ts";
import { SPREADSHEET_METRICS } from "./linear-spreadsheet.ts";
import { LINK_METRICS } from "./links.ts";
import type { Metric } from "./metric.ts";
import { LOAD_METRICS } from "./offered-load.ts";
import { ORGANISATION_METRICS } from "./organisations.ts";
import { PEOPLE_METRICS } from "./people.ts";
import { PER_PERSON_METRICS } from "./per-person.ts";
import { POST_METRICS } from "./posts.ts";
import { PRACTICE_METRICS } from "./practices.ts";
import { RETURN_METRICS } from "./returns.ts";
import { SERIES_METRICS } from "./series.ts";
import { TIE_METRICS } from "./ties.ts";
import { TARGET_METRICS } from "./wait-targets.ts";
import { LIST_METRICS } from "./waiting-lists.ts";

/**
 * Lists every metric, as the files that measure them declare it; rankings come in this order. Shares go from
 * 0 to 1, waits are calendar days, money is GBP of the scenario's price year.
 */
export const CATALOGUE: readonly Metric[] = [
  ...PEOPLE_METRICS,
  ...DEMAND_METRICS,
  ...FIRST_WAIT_METRICS,
  ...TARGET_METRICS,
  ...LIST_METRICS,
  ...LOAD_METRICS,
  ...POST_METRICS,
  ...PRACTICE_METRICS,
  ...CASEWORK_METRICS,
  ...PER_PERSON_METRICS,
  ...GAP_METRICS,
  ...ENDING_METRICS,
  ...RETURN_METRICS,
  ...LINK_METRICS,
  ...ORGANISATION_METRICS,
  ...TIE_METRICS,
  ...COST_METRICS,
  ...BENEFIT_METRICS,
  ...EQUITY_METRICS,
  ...SPREADSHEET_METRICS,
  ...SERIES_METRICS,
];
