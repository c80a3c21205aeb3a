import { FOCUSES } from "../words/focuses.ts";
import { ORGANISATION_TYPES } from "../words/organisation-types.ts";

export const FOCUS_COUNT = FOCUSES.length;

/** Kinds of organisation: type by focus. */
export const KINDS = ORGANISATION_TYPES.length * FOCUSES.length;
