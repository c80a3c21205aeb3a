import { share, strict } from "../fields.ts";
import { quantity } from "../quantity.ts";

/** Declares how cases are kept open that are done. */
export const reliance = strict({
  from: quantity("contacts", { min: 1, max: 1000, meaning: "contacts from which reliance grows" }),
  per_contact: share("what each further contact adds to the chance that a done case is kept open"),
  at_most: share("maximum chance that a done case is kept open"),
});
