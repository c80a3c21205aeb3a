import { number, strict } from "../fields.ts";

/** Declares who leaves before the next contact. */
export const dropOff = strict({
  base: number("log odds of leaving before the next contact"),
  after_first: number("what the first contact adds to the log odds of leaving"),
  per_week_late: number("what each week beyond the wanted gap adds to the log odds of leaving"),
  per_failed_link: number("what each failed link adds to the log odds of leaving"),
  new_link_worker: number("what a change of link worker adds to the log odds of leaving"),
  readiness: number("what each unit of readiness takes from the log odds of leaving"),
});
