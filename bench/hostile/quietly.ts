import type { Place } from "../../cli/work/place.ts";

/** How work is done that says nothing, keeps nothing and writes nothing. */
export const QUIETLY: Place = {
  out: undefined,
  store: undefined,
  forgetsStore: false,
  shard: undefined,
  workers: 1,
  onError: "stop",
  shows: false,
  reports: false,
  quiet: true,
  json: false,
  full: false,
};
