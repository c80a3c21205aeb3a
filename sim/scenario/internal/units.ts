/** Names the kinds of quantity that a scenario can hold. */
export type QuantityKind =
  | "duration"
  | "share"
  | "number"
  | "whole"
  | "people"
  | "places"
  | "contacts"
  | "days"
  | "per_year"
  | "per_week"
  | "rate_per_person"
  | "money";

/** Says how one unit turns into the base unit: times a factor, or over a divisor (exact for percentages). */
export interface Unit {
  readonly times?: number;
  readonly over?: number;
}

/** Declares how a kind of quantity is written and read. */
export interface KindOfQuantity {
  /** What a person would call it, with its article. */
  readonly noun: string;
  /** How the units are listed in a message. */
  readonly written: string;
  readonly example: string;
  /** Whether a number without a unit is accepted, and is in the base unit. */
  readonly bare: boolean;
  readonly units: Readonly<Record<string, Unit>>;
  /**
   * The units to write it in: the first that gives the number exactly and tidily, or else the last, which is
   * the base unit.
   */
  readonly output: readonly { readonly suffix: string; readonly one?: string; readonly unit: Unit }[];
  /** The text form, for editors. */
  readonly pattern: string;
}

const NUMBER = String.raw`[-+]?[0-9][0-9,]*(\.[0-9]+)?`;
const one: Unit = { times: 1 };
const percent: Unit = { over: 100 };
const DAY = 1440;

function counted(noun: string, singular: string, plural: string): KindOfQuantity {
  return {
    noun,
    written: plural,
    example: `40 ${plural}`,
    bare: true,
    units: { [singular]: one, [plural]: one },
    output: [{ suffix: ` ${plural}`, one: ` ${singular}`, unit: one }],
    pattern: `^${NUMBER}( (${singular}|${plural}))?$`,
  };
}

function rate(per: "year" | "week"): KindOfQuantity {
  return {
    noun: `a rate a ${per}`,
    written: `a ${per} or % a ${per}`,
    example: `0.3 a ${per}`,
    bare: false,
    units: Object.fromEntries(
      ["a", "per", "each"].flatMap((word) => [
        [`${word} ${per}`, one],
        [`% ${word} ${per}`, percent],
      ]),
    ),
    output: [
      { suffix: ` a ${per}`, unit: one },
      { suffix: ` % a ${per}`, unit: percent },
    ],
    pattern: `^${NUMBER} ?(% ?)?(a|per|each) ${per}$`,
  };
}

/** Declares every kind of quantity: its units, how it is written back, and how messages speak of it. */
export const KINDS: Readonly<Record<QuantityKind, KindOfQuantity>> = {
  duration: {
    noun: "a duration",
    written: "minutes, hours, days, weeks, months or years",
    example: "4 weeks",
    bare: false,
    units: {
      minute: one,
      minutes: one,
      min: one,
      hour: { times: 60 },
      hours: { times: 60 },
      day: { times: DAY },
      days: { times: DAY },
      week: { times: 7 * DAY },
      weeks: { times: 7 * DAY },
      month: { times: 43_830 },
      months: { times: 43_830 },
      year: { times: 525_960 },
      years: { times: 525_960 },
    },
    output: [
      { suffix: " years", one: " year", unit: { times: 525_960 } },
      { suffix: " weeks", one: " week", unit: { times: 7 * DAY } },
      { suffix: " days", one: " day", unit: { times: DAY } },
      { suffix: " hours", one: " hour", unit: { times: 60 } },
      { suffix: " minutes", one: " minute", unit: one },
    ],
    pattern: `^${NUMBER} ?(minutes?|min|hours?|days?|weeks?|months?|years?)$`,
  },
  share: {
    noun: "a share",
    written: "%, or a number from 0 to 1",
    example: "45 %",
    bare: true,
    units: { "%": percent, percent, "per cent": percent },
    output: [
      { suffix: " %", unit: percent },
      { suffix: "", unit: one },
    ],
    pattern: `^${NUMBER}( ?(%|percent|per cent))?$`,
  },
  number: {
    noun: "a number",
    written: "a number without a unit",
    example: "0.5",
    bare: true,
    units: {},
    output: [{ suffix: "", unit: one }],
    pattern: `^${NUMBER}$`,
  },
  whole: {
    noun: "a whole number",
    written: "a number without a unit",
    example: "3",
    bare: true,
    units: {},
    output: [{ suffix: "", unit: one }],
    pattern: "^[-+]?[0-9][0-9,]*$",
  },
  people: counted("a number of people", "person", "people"),
  places: counted("a number of places", "place", "places"),
  contacts: counted("a number of contacts", "contact", "contacts"),
  days: counted("a number of days", "day", "days"),
  per_year: rate("year"),
  per_week: rate("week"),
  rate_per_person: {
    noun: "a rate for each person",
    written: "per 1000 a year",
    example: "25 per 1000 a year",
    bare: false,
    units: {},
    output: [
      { suffix: " per 1000 a year", unit: { over: 1000 } },
      { suffix: " per 1 a year", unit: { over: 1 } },
    ],
    pattern: `^${NUMBER} per [0-9][0-9,]* (a|per|each) year$`,
  },
  money: {
    noun: "a sum of money",
    written: "GBP, such as 2150 GBP or 1.2 million GBP",
    example: "2150 GBP",
    bare: false,
    units: {
      GBP: { times: 100 },
      "thousand GBP": { times: 100_000 },
      "million GBP": { times: 100_000_000 },
      "billion GBP": { times: 100_000_000_000 },
    },
    output: [{ suffix: " GBP", unit: { over: 0.01 } }],
    pattern: `^(${NUMBER} ?((thousand|million|billion) )?GBP|£ ?${NUMBER}( (thousand|million|billion))?)$`,
  },
};
