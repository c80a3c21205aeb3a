import { share, strict } from "../fields.ts";
import { quantity } from "../quantity.ts";

/** Declares what changes with the employer of link workers. */
export const employment = strict({
  health_service: strict({
    at_most: quantity("contacts", {
      min: 1,
      max: 1000,
      whole: true,
      meaning: "contacts after which the health service reviews a case out",
    }),
    networking: share("part of networking time that goes to casework instead"),
  }),
});
