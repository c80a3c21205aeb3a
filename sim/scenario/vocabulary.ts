/** Lists who refers a person to a link worker. */
export const REFERRAL_SOURCES = ["gp", "practice_team", "self", "return"] as const;
export type ReferralSource = (typeof REFERRAL_SOURCES)[number];

/** Lists the mechanisms of the model that a scenario can switch off. */
export const MECHANISMS = [
  "referral",
  "uptake",
  "contact",
  "drop-off",
  "matching",
  "hold-off",
  "bureaucracy",
  "open-door",
  "absorption",
  "bounce",
  "funding",
  "shock",
  "networking",
  "squeeze",
  "surge",
  "confidence",
  "displacement",
  "integration",
  "turnover",
  "cover",
  "fundraising",
  "presence",
  "onward",
  "reliance",
  "benefit",
  "cost",
] as const;
export type Mechanism = (typeof MECHANISMS)[number];

/** Lists the days of the week in the order of the ISO calendar. */
export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];
