import * as z from "zod";
import { MINUTES_PER_YEAR } from "../engine/minutes.ts";
import { FOCUSES } from "../words/focuses.ts";
import { ORGANISATION_TYPES } from "../words/organisation-types.ts";
import { quantity, text } from "./quantity.ts";

/** Declares the kinds of field that the schema is made of: each with its unit, bounds and meaning. */

export const positive = 1e-9;
export const strict = z.strictObject;

/** Declares a short name: of the thing itself, or of another that it refers to. */
export const idOf = (meaning: string) =>
  text({ max: 80, pattern: /^[A-Za-z0-9][A-Za-z0-9 ._/-]*$/, meaning });
export const id = idOf("a short name, unique in its list");
/** What a thing is called by people: any characters, for reading only. */
export const title = z.string().min(1).max(200).describe("what people call it; any characters").optional();
export const share = (meaning: string) => quantity("share", { min: 0, max: 1, meaning });
export const duration = (meaning: string, min = 0) =>
  quantity("duration", { min, max: 60 * MINUTES_PER_YEAR, meaning });
export const minutes = (meaning: string) => quantity("duration", { min: 0, max: 10_000_000, meaning });
export const number = (meaning: string, min = -1000, max = 1000) => quantity("number", { min, max, meaning });
export const whole = (meaning: string, min: number, max: number) => quantity("whole", { min, max, meaning });
export const perYear = (meaning: string, min = 0, max = 1000) => quantity("per_year", { min, max, meaning });
export const places = (meaning: string) => quantity("places", { min: 1, max: 10_000_000, meaning });
export const money = (meaning: string) => quantity("money", { min: 0, max: 1e14, meaning });

export const perFocus = <T extends z.ZodType>(of: T) =>
  strict(Object.fromEntries(FOCUSES.map((focus) => [focus, of])) as Record<(typeof FOCUSES)[number], T>);
export const perType = <T extends z.ZodType>(of: T) =>
  strict(
    Object.fromEntries(ORGANISATION_TYPES.map((type) => [type, of])) as Record<
      (typeof ORGANISATION_TYPES)[number],
      T
    >,
  );
