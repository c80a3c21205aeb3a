import { REPLICATION_DETAILS, type ReplicationDetail } from "../../../sim/findings/replication-detail.ts";
import { messages } from "../../messages/index.ts";
import { refuse, single, TEXT, type TextOption } from "./text.ts";

/** Declares `--detail`. */
export const DETAIL = {
  ...TEXT,
  defaultDescription: "headlines",
  describe:
    "What the table replications keeps: headlines, headline metrics and what the pages take; or full, " +
    "every metric and group, in ten times the space",
} as const;

/** Reads `--detail`, which says something of tables, so that there must be some. */
export function readDetail(given: TextOption, out: TextOption): ReplicationDetail {
  const text = single("detail", given);
  if (text === undefined) return "headlines";
  if (out === undefined) refuse(messages.detailWithoutOut);
  const detail = REPLICATION_DETAILS.find((known) => known === text);
  return detail ?? refuse(messages.noneOf("detail", text, REPLICATION_DETAILS));
}
