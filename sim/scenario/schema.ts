import * as z from "zod";
import { MINUTES_PER_DAY, MINUTES_PER_YEAR } from "../engine/minutes.ts";
import { actionSchema } from "./actions.ts";
import { benefit } from "./blocks/benefit.ts";
import { calendar } from "./blocks/calendar.ts";
import { confidence } from "./blocks/confidence.ts";
import { contact } from "./blocks/contact.ts";
import { costs } from "./blocks/costs.ts";
import { cover } from "./blocks/cover.ts";
import { dropOff } from "./blocks/drop-off.ts";
import { employment } from "./blocks/employment.ts";
import { funding } from "./blocks/funding.ts";
import { fundraising } from "./blocks/fundraising.ts";
import { holdOff } from "./blocks/hold-off.ts";
import { integration } from "./blocks/integration.ts";
import { linkWorkers } from "./blocks/link-workers.ts";
import { links } from "./blocks/links.ts";
import { matching } from "./blocks/matching.ts";
import { measures } from "./blocks/measures.ts";
import { mechanisms } from "./blocks/mechanisms.ts";
import { needs } from "./blocks/needs.ts";
import { networking } from "./blocks/networking.ts";
import { organisations } from "./blocks/organisations.ts";
import { people } from "./blocks/people.ts";
import { pools } from "./blocks/pools.ts";
import { generate, practices } from "./blocks/practices.ts";
import { referral } from "./blocks/referral.ts";
import { reliance } from "./blocks/reliance.ts";
import { standards } from "./blocks/standards.ts";
import { structure } from "./blocks/structure.ts";
import { turnover } from "./blocks/turnover.ts";
import { variants } from "./blocks/variants.ts";
import { waitingList } from "./blocks/waiting-list.ts";
import { duration, id, strict, title } from "./fields.ts";
import { date, quantity } from "./quantity.ts";

const tablePath = z.string().max(1000).optional();

/**
 * Declares the scenario file once: this declaration validates it, types it and is published as JSON Schema.
 * Each block has a file of its own. Every key is required here because `scenarios/defaults.yaml` is a
 * complete scenario that every file extends.
 */
export const scenarioSchema = strict({
  name: id,
  title,
  rationale: z.string().max(4000).optional(),
  start: date("first day of the run"),
  horizon: quantity("duration", {
    min: MINUTES_PER_DAY,
    max: 60 * MINUTES_PER_YEAR,
    meaning: "length of the run after warm-up",
  }),
  warm_up: duration("time simulated before the start and not measured"),
  calendar,
  data: strict({
    practices: tablePath,
    organisations: tablePath,
    organisation_template: tablePath,
    link_workers: tablePath,
  }).optional(),
  practices,
  generate,
  pools,
  people,
  referral,
  waiting_list: waitingList,
  needs,
  contact,
  drop_off: dropOff,
  link_workers: linkWorkers,
  turnover,
  employment,
  cover,
  integration,
  confidence,
  networking,
  matching,
  hold_off: holdOff,
  links,
  organisations,
  funding,
  fundraising,
  reliance,
  benefit,
  costs,
  measures,
  standards,
  structure,
  timeline: z.array(actionSchema).max(5000),
  variants,
  mechanisms,
});

/**
 * A scenario with every default filled in: durations in minutes, money in pence, shares 0 to 1, rates a
 * year, dates as ISO text, "none" as Infinity.
 */
export type Scenario = z.output<typeof scenarioSchema>;
