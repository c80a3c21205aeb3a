import { number, perYear, share, strict } from "../fields.ts";

/** Declares how often link workers, and people known at organisations, leave. */
export const turnover = strict({
  link_worker: perYear("rate at which a link worker leaves", 0, 12),
  overload: number(
    "what a full caseload adds to the rate at which link workers leave, in times that rate",
    0,
    20,
  ),
  organisation: perYear("rate at which the person known at an organisation leaves", 0, 12),
  handover: share("part of a tie that is kept when either leaves"),
  announced: number(
    "what a cut of posts, announced and not over, adds to the rate at which link workers leave, in " +
      "times that rate",
    0,
    20,
  ),
});
