import { RETENTION_FIELDS } from "../measures/result.ts";
import {
  acrossReplications,
  inReplicationOrder,
  type ScenarioResults,
} from "../measures/scenario-results.ts";
import { type MeanInterval, meanInterval } from "../stats/mean-interval.ts";
import { replicationInterval } from "../stats/replication-interval.ts";
import { intervalColumns, SCENARIO } from "./common-columns.ts";
import { integerColumn, numberColumn, tableBuilder, textColumn } from "./make-table.ts";
import type { Column, TableDeclaration, TableOf } from "./table.ts";

type RetentionField = (typeof RETENTION_FIELDS)[number];

const LEAVERS = {
  finished: "Of them, ended with no need left",
  gave_up_waiting: "Of them, gave up waiting before an appointment was offered",
  declined: "Of them, said that they would not come",
  never_attended: "Of them, closed without a first contact after appointments that they did not come to",
  left: "Of them, left between contacts with needs still open",
  reviewed_out: "Of them, ended by the policy's maximum of contacts",
  post_ended: "Of them, ended because no post was left for them",
} as const;

function leaverColumn<Name extends keyof typeof LEAVERS>(name: Name): Column<Name, "number"> {
  return numberColumn(name, "people", `${LEAVERS[name]}; mean over replications`);
}

/** Declares the table of how far those referred come, contact by contact. */
export const RETENTION = {
  name: "retention",
  meaning: "How many of those referred come to each number of contacts, and how those end who stop there",
  columns: [
    SCENARIO,
    integerColumn("contacts", "contacts", "Number of contacts, from 0"),
    textColumn("group_by", "What the people are grouped by; all for everybody"),
    textColumn("group", "The group; all for everybody"),
    numberColumn("referred", "people", "People referred whose episode opened; mean over replications"),
    numberColumn("reached", "people", "People with at least this number of contacts; mean over replications"),
    numberColumn(
      "reached_share",
      "share",
      "Share of those referred who come to this number of contacts (Aalen-Johansen); mean over replications",
    ),
    ...intervalColumns("share"),
    numberColumn("left_after", "people", "People who ended with exactly this number; mean over replications"),
    leaverColumn("finished"),
    leaverColumn("gave_up_waiting"),
    leaverColumn("declined"),
    leaverColumn("never_attended"),
    leaverColumn("left"),
    leaverColumn("reviewed_out"),
    leaverColumn("post_ended"),
    numberColumn(
      "still_open",
      "people",
      "People with exactly this number who were waiting or being seen at the end (censored); mean over " +
        "replications",
    ),
    integerColumn("n", "replications", "Replications that have a reached share"),
  ],
} satisfies TableDeclaration;

/**
 * Returns the retention curve: means of counts over replications, and the share reached with its t interval
 * inside 0 to 1.
 */
export function retentionTable(runs: readonly ScenarioResults[]): TableOf<typeof RETENTION> {
  const table = tableBuilder(RETENTION);
  for (const run of runs) {
    const { plan } = run;
    const ordered = inReplicationOrder(run);
    plan.retention.forEach(({ contacts, groupBy, group }, row) => {
      const start = row * RETENTION_FIELDS.length;
      const across = (field: RetentionField): MeanInterval =>
        meanInterval(acrossReplications(ordered, "retention", start + RETENTION_FIELDS.indexOf(field)));
      const share = replicationInterval(acrossReplications(ordered, "retention", start + 2));
      table.add({
        scenario: plan.scenario,
        contacts,
        group_by: groupBy,
        group,
        referred: across("referred").mean,
        reached: across("reached").mean,
        reached_share: share.mean,
        ci_low: insideShare(share.ciLow),
        ci_high: insideShare(share.ciHigh),
        left_after: across("left_after").mean,
        finished: across("finished").mean,
        gave_up_waiting: across("gave_up_waiting").mean,
        declined: across("declined").mean,
        never_attended: across("never_attended").mean,
        left: across("left").mean,
        reviewed_out: across("reviewed_out").mean,
        post_ended: across("post_ended").mean,
        still_open: across("still_open").mean,
        n: share.n,
      });
    });
  }
  return table.build();
}

function insideShare(bound: number | null): number | null {
  return bound === null ? null : Math.min(1, Math.max(0, bound));
}
