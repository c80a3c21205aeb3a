import * as z from "zod";
import { MINUTES_PER_DAY } from "../../engine/minutes.ts";
import { duration, number, share, strict } from "../fields.ts";

/** Declares what a run measures, and by when. */
export const measures = strict({
  by: duration("time since referral at which shares of those referred are given", MINUTES_PER_DAY),
  precision_on: z.array(z.string().max(80)).min(1).max(50),
  spreadsheet: strict({
    appointments: number("appointments for each referral, in the spreadsheet beside the run", 0, 100),
    per_post: number("appointments of a full-time post a year, in the spreadsheet beside the run", 1, 10_000),
    reached_3: share("share of those served who reach three contacts, in the spreadsheet beside the run"),
  }),
});
