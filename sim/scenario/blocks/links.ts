import { duration, minutes, number, share, strict, whole } from "../fields.ts";

/** Declares what becomes of a link that is sent. */
export const links = strict({
  taken_up: share("chance that a place offered is taken up"),
  taken_up_chased: share(
    "chance that a place offered is taken up if the link worker saw the person shortly before",
  ),
  chased_within: duration("time since the link worker last saw the person that counts as shortly before"),
  not_right: share("chance, without a tie, that the organisation finds it is not right for the person"),
  calls: number(
    "mean number of calls beyond the first to an organisation that is not local, without a tie",
    0,
    50,
  ),
  calls_at_most: whole("maximum number of calls beyond the first", 1, 100),
  call: minutes("link worker's time for a call to an organisation"),
  agreement_tie: number("tie that an agreement with the programme stands for", 0, 1),
  chase: minutes("link worker's time for a call after a person who was sent and is not due to be seen"),
  onward: share("chance that an organisation that refuses passes the person on to one it knows"),
  tightening: number(
    "how far eligibility tightens as places fall: ineligible x (places at the start / places) to this power",
    0,
    10,
  ),
});
