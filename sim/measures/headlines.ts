import { CATALOGUE } from "./catalogue.ts";

/** Lists the metrics by which worlds are ranked, and which way is better. */
export const HEADLINES: readonly { readonly metric: string; readonly better: "higher" | "lower" }[] =
  CATALOGUE.flatMap(({ metric, better, isHeadline = false }) =>
    isHeadline && better !== null ? [{ metric, better }] : [],
  );
