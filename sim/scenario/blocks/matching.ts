import { number, share, strict } from "../fields.ts";
import { quantity } from "../quantity.ts";

/** Declares what link workers know of organisations, and which they choose. */
export const matching = strict({
  known: share("share of the organisations within reach that a post knows at the start"),
  tie: number("mean tie with organisations known at the start, from 0 (strangers) to 1 (close)", 0, 1),
  tie_spread: number("spread of ties with organisations known at the start, both ways", 0, 1),
  known_tie: number("minimum tie with a known organisation", 0, 1),
  weight_tie: number("weight of the tie in the choice of an organisation"),
  weight_wait: quantity("per_week", {
    min: -100,
    max: 100,
    meaning: "weight of a week of perceived wait in the choice of an organisation",
  }),
  fit: share("chance that a link without a tie is right for the person"),
  fit_per_tie: share("what a full tie adds to the chance that a link is right for the person"),
});
