import * as z from "zod";
import { durationText } from "../../words/durations.ts";
import { listText } from "../../words/lists.ts";
import { countText, percentText } from "../../words/numbers.ts";
import { declareAction } from "../declare-action.ts";
import { duration, minutes, share } from "../fields.ts";
import { quantity, unlimited } from "../quantity.ts";

export const contactPolicy = declareAction(
  "contact_policy",
  {
    first: minutes("face time of a first contact").optional(),
    first_admin: minutes("administration after a first contact").optional(),
    follow_up: minutes("face time of a later contact").optional(),
    follow_up_admin: minutes("administration after a later contact").optional(),
    gap: duration("wanted time between contacts").optional(),
    absorption_gap: duration("wanted time between contacts while every need is held or sent").optional(),
    at_most: z
      .union([
        quantity("contacts", {
          min: 1,
          max: 1000,
          whole: true,
          meaning: "contacts after which a case is reviewed out",
        }),
        unlimited(),
      ])
      .optional(),
    telephone: share("share of later contacts that are calls").optional(),
    group: share("share of later contacts that are group sessions").optional(),
    reserved: share("share of casework time that is kept for first contacts").optional(),
  },
  {
    example: "gap: 30 days",
    meaning: "other contacts: length, spacing, number, by telephone or in groups",
    text(action) {
      const parts = [
        said(action.first, (length) => `a first contact takes ${durationText(length)}`),
        said(action.first_admin, (length) => `its administration ${durationText(length)}`),
        said(action.follow_up, (length) => `a later contact takes ${durationText(length)}`),
        said(action.follow_up_admin, (length) => `its administration ${durationText(length)}`),
        said(action.gap, (gap) => `contacts are ${durationText(gap)} apart`),
        said(
          action.absorption_gap,
          (gap) => `contacts while all is sent or held are ${durationText(gap)} apart`,
        ),
        said(action.at_most, reviewText),
        said(action.telephone, (calls) => `${percentText(calls)} of later contacts are calls`),
        said(action.group, (sessions) => `${percentText(sessions)} of later contacts are group sessions`),
        said(action.reserved, (kept) => `${percentText(kept)} of casework time is kept for first contacts`),
      ].flat();
      return parts.length === 0 ? "contacts stay as they are" : listText(parts);
    },
    mark: () => "contact policy",
  },
);

const said = (value: number | undefined, words: (value: number) => string): string[] =>
  value === undefined ? [] : [words(value)];

const reviewText = (contacts: number): string =>
  contacts === Number.POSITIVE_INFINITY
    ? "no case is reviewed out"
    : `cases are reviewed out after ${countText(contacts, "contact")}`;
