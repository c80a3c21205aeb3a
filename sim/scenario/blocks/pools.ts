import * as z from "zod";
import { id, strict } from "../fields.ts";

/** Declares pools of practices that share one waiting list. */

export const poolSchema = strict({
  id,
  practices: z.array(id).min(1).describe("the practices that share one waiting list"),
});

export const pools = z.array(poolSchema).max(20_000);
