/**
 * Says of what every replication's own value is kept in a results folder: `headlines`, headline metrics and
 * what verdicts, standards, boards and pages read (`keptPlaces`); or `full`, everything that was measured.
 */
export const REPLICATION_DETAILS = ["headlines", "full"] as const;
export type ReplicationDetail = (typeof REPLICATION_DETAILS)[number];
