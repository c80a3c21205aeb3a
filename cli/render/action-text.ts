import type { Scenario } from "../../sim/scenario/schema.ts";
import type { Focus, OrganisationType } from "../../sim/scenario/vocabulary.ts";
import { dateText } from "./date-text.ts";
import { durationText } from "./duration-text.ts";
import { percentText } from "./number-text.ts";

type Action = Scenario["timeline"][number];

/** Says what organisation types are called in a sentence. */
export const TYPE_WORDS: Readonly<Record<OrganisationType, string>> = {
  local: "local",
  city_wide: "city-wide",
  national: "national",
  statutory: "statutory",
};

const FOCUS_WORDS: Readonly<Record<Focus, string>> = {
  mental_health: "mental health",
  isolation_wellbeing: "isolation and wellbeing",
  money_advice: "money and advice",
  alcohol: "alcohol",
  safety: "safety",
  bereavement_faith: "bereavement and faith",
  work: "work",
  health_care: "health and care",
};

const SURGE_WORDS = { referrals: "requests", organisations: "organisations' other clients" } as const;

/** Reads a dated action back in plain words. */
export function actionText(action: Action): string {
  switch (action.kind) {
    case "funding_cut": {
      const whom = targetText(action);
      const hit = action.hit === 1 ? whom : `${percentText(action.hit)} of ${whom}, drawn by lot,`;
      const over = action.over === 0 ? "at once" : `over ${durationText(action.over)}`;
      return `from ${dateText(action.date)}: ${hit} lose ${percentText(action.share)} of their income, ${over}`;
    }
    case "closure":
      return `on ${dateText(action.date)}: ${targetText(action)} close, and every link to them fails`;
    case "demand_surge": {
      const what = listText(action.on.map((part) => SURGE_WORDS[part]));
      const over = action.over === 0 ? "at once" : `over ${durationText(action.over)}`;
      const lasts =
        action.lasts === Number.POSITIVE_INFINITY ? "for good" : `for ${durationText(action.lasts)}`;
      return `from ${dateText(action.date)}: ${what} rise by ${percentText(action.rise)}, ${over}, ${lasts}`;
    }
  }
}

function targetText({
  types,
  focuses,
  organisations,
}: Pick<Extract<Action, { kind: "closure" }>, "types" | "focuses" | "organisations">): string {
  const kinds = types === undefined ? "" : `${listText(types.map((type) => TYPE_WORDS[type]))} `;
  const purpose = focuses === undefined ? "" : ` for ${listText(focuses.map((focus) => FOCUS_WORDS[focus]))}`;
  const named = organisations === undefined ? "" : ` named ${listText(organisations)}`;
  const all = kinds + purpose + named === "" ? "all " : "";
  return `${all}${kinds}organisations${purpose}${named}`;
}

/** Joins words as a sentence does: a, b and c. */
export function listText(words: readonly string[]): string {
  return words.length < 2
    ? words.join("")
    : `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;
}
