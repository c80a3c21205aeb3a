import * as z from "zod";
import { strict } from "../fields.ts";
import { date, quantity, timeOfDay } from "../quantity.ts";
import { WEEKDAYS } from "../vocabulary.ts";

/** Declares the days and hours on which people work. */
export const calendar = z.union([
  z.literal("always").describe("no nights, weekends or holidays: for comparison with queueing theory"),
  strict({
    days: z.array(z.enum(WEEKDAYS)).min(1).max(7).describe("days that people work"),
    opens: timeOfDay("when the working day begins"),
    hours_per_day: quantity("duration", {
      min: 60,
      max: 480,
      meaning: "working time a day of a full-time post",
    }),
    holidays: z.array(date("a public holiday")).max(2000),
  }),
]);
