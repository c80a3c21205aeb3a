/** Lists the metrics by which worlds are ranked, and which way is better. */
export const HEADLINES: readonly { readonly metric: string; readonly better: "higher" | "lower" }[] = [
  { metric: "people.reached_3", better: "higher" },
  { metric: "reached_3.share", better: "higher" },
  { metric: "wait.first_contact.mean", better: "lower" },
  { metric: "wait.first_contact.within_4_weeks", better: "higher" },
  { metric: "waiting_list.mean", better: "lower" },
  { metric: "needs.met_share", better: "higher" },
  { metric: "cost.per_reached_3", better: "lower" },
];
