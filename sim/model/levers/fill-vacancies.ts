import { byPolicy, type Lever } from "./lever.ts";

/** Fills and covers vacant posts otherwise. */
export const fillVacancies: Lever<"fill_vacancies"> = {
  rule: "cover",
  apply: byPolicy((scenario, { vacancy, days }) => ({
    ...scenario,
    cover: { ...scenario.cover, vacancy, days: days ?? scenario.cover.days },
  })),
};
