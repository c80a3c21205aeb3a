import { number, perYear, share, strict } from "../fields.ts";

/** Declares how organisations win money to grow. */
export const fundraising = strict({
  chance: perYear("chance that an organisation with more clients than places wins growth funding", 0, 10),
  with_tie: number("factor on the chance of growth funding with a link worker's full help", 0, 20),
  growth: share("places that growth funding pays for, as a share of those at the start"),
  from_load: number("people in place and queue over places from which it may apply", 0, 10),
});
