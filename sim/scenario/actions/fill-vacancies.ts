import { durationText } from "../../words/durations.ts";
import { percentText } from "../../words/numbers.ts";
import { declareAction } from "../declare-action.ts";
import { duration, share } from "../fields.ts";

export const fillVacancies = declareAction(
  "fill_vacancies",
  {
    vacancy: duration("time until a post is filled"),
    days: share("working days of a vacant post that are covered").optional(),
  },
  {
    example: "vacancy: 40 weeks",
    meaning: "vacant posts are filled and covered otherwise",
    text({ vacancy, days }) {
      const cover = days === undefined ? "" : `, with cover on ${percentText(days)} of the days`;
      return `vacant posts are filled after ${durationText(vacancy)}${cover}`;
    },
    mark: () => "vacancies filled otherwise",
  },
);
