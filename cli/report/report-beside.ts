/** As what a report is written. */
export const REPORT_KINDS = ["html", "docx", "xlsx"] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** Names the report of a results folder: beside it, since the folder holds only what its hashes cover. */
export const reportBeside = (folder: string, kind: ReportKind = "html"): string =>
  `${folder.replace(/(?<=.)[/\\]+$/, "")}.${kind}`;

/** Says as what a report is written by its name; undefined for a name that says nothing of the kind. */
export const reportKindOf = (path: string): ReportKind | undefined =>
  REPORT_KINDS.find((kind) => path.toLowerCase().endsWith(`.${kind}`));
