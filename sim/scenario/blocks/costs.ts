import { money, share, strict, whole } from "../fields.ts";

/** Declares prices. */
export const costs = strict({
  price_year: whole("year of the prices", 1990, 2100),
  post: money("cost of a full-time post for a year"),
  management: share("management and support of the programme, of what its posts cost"),
  development_fund: money("money paid once to each practice with a post"),
});
