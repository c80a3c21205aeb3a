import * as z from "zod";
import { MECHANISMS } from "../vocabulary.ts";

/** Declares which mechanisms are on. */
export const mechanisms = z.partialRecord(
  z.enum(MECHANISMS),
  z.union([z.boolean(), z.enum(["on", "off"]).transform((word) => word === "on")]),
);
