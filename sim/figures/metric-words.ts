/** How a metric is called in a figure, and whether more of it is better for patients (1), worse (-1) or neither (0). */
interface MetricWords {
  readonly words: string;
  readonly better: -1 | 0 | 1;
}

/** Lists the metrics that figures name in words, in the order in which a comparison shows them. */
export const METRIC_WORDS: ReadonlyMap<string, MetricWords> = new Map([
  ["people.referred", { words: "Referred", better: 0 }],
  ["people.engaged", { words: "Seen at least once", better: 1 }],
  ["people.reached_3", { words: "Reached three contacts", better: 1 }],
  ["waiting_list.end", { words: "Waiting at the end", better: -1 }],
  ["engaged.share", { words: "Seen at least once", better: 1 }],
  ["reached_3.share", { words: "Reached three contacts", better: 1 }],
  ["wait.first_contact.within_4_weeks", { words: "Seen within 4 weeks", better: 1 }],
  ["intervention.share", { words: "Started at an organisation", better: 1 }],
  ["finished.share", { words: "Finished with no need left", better: 1 }],
  ["needs.met_share", { words: "Needs met", better: 1 }],
  ["wait.first_contact.mean", { words: "First wait, mean", better: -1 }],
  ["caseload.mean", { words: "Open cases of a post", better: 0 }],
  ["cost.per_reached_3", { words: "Cost a person reaching three", better: -1 }],
] as const);

/** Gives what a metric is called in a figure: its own name where there are no words for it. */
export function metricWords(metric: string): string {
  return METRIC_WORDS.get(metric)?.words ?? metric;
}
