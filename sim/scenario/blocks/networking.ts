import { duration, share, strict, whole } from "../fields.ts";

/** Declares how ties to organisations grow and fade. */
export const networking = strict({
  visit: duration("time of a visit to an organisation", 1),
  gain: share("part of what a tie lacks that a visit or a start adds"),
  fade: duration("time in which a tie halves without visits and starts", 1),
  unknown_every: whole("number of visits of which one is to an organisation not known yet", 1, 1000),
});
