import { duration, minutes, share, strict, whole } from "../fields.ts";

/** Declares when a link is held back. */
export const holdOff = strict({
  wait: duration("perceived wait over which links are held"),
  refusals: whole("refusals in a row after which links are held", 1, 1000),
  recheck: duration("age of a belief after which a held link is checked by a call"),
  call: minutes("link worker's time for a call that checks a held link"),
  misread: share("chance, without a tie, that a link that failed through the patient is read as a refusal"),
});
