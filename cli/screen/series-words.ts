import { metricWords } from "../../sim/measures/describe-metric.ts";
import { ORGANISATION_TYPES, TYPE_WORDS } from "../../sim/words/organisation-types.ts";

/** Names a weekly series of everybody, or of a type of organisation, in words. */
export function seriesWords({ metric, group }: { readonly metric: string; readonly group: string }): string {
  const words = metricWords(metric);
  const type = ORGANISATION_TYPES.find((one) => one === group);
  return type === undefined ? words : `${words}, ${TYPE_WORDS[type].adjective}`;
}
