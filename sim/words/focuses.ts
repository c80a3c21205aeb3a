/**
 * Lists the eight groups of need, one for each focus of the organisations interviewed (Smith & Skivington
 * 2016, Table 1).
 */
export const FOCUSES = [
  "mental_health",
  "isolation_wellbeing",
  "money_advice",
  "alcohol",
  "safety",
  "bereavement_faith",
  "work",
  "health_care",
] as const;
export type Focus = (typeof FOCUSES)[number];

/** Names what needs and organisations are about. */
export const FOCUS_WORDS: Readonly<Record<Focus, string>> = {
  mental_health: "mental health",
  isolation_wellbeing: "isolation and wellbeing",
  money_advice: "money and advice",
  alcohol: "alcohol",
  safety: "safety",
  bereavement_faith: "bereavement and faith",
  work: "work",
  health_care: "health and care",
};

/** Says what a need is about, by the number of its focus from 1, as journals count. */
export function focusWords(focus: number): string {
  return FOCUS_WORDS[FOCUSES[focus - 1]];
}
