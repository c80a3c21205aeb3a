import * as z from "zod";
import { number, share, strict } from "../fields.ts";

/** Declares how practices make the programme their own. */
export const integration = strict({
  start: number("score of each construct at the start", 0, 0.59),
  speed: share("part of the way to its drivers that a construct goes in a month"),
  drivers: z
    .array(number("value of a driver that is drawn", 0, 1))
    .length(2)
    .describe("minimum and maximum"),
  time: share(
    "share of the week that goes over between casework and networking, from not to fully integrated",
  ),
  uptake: number("change of the log odds of uptake, from not to fully integrated"),
});
