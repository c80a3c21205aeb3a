import { SCENARIO } from "./common-columns.ts";
import { integerColumn, textColumn } from "./make-table.ts";
import type { TableDeclaration } from "./table.ts";

/** Declares the table of digests by which results are verified, a part of the work a row. */
export const CELLS = {
  name: "cells",
  meaning: "Digest of the numbers of each part of the work, by which it is verified bit for bit",
  columns: [
    SCENARIO,
    integerColumn("point", "", "Point of the sweep; empty where nothing is swept"),
    integerColumn("first_replication", "", "First replication of the part, from 0"),
    integerColumn("last_replication", "", "Last replication of the part"),
    textColumn("sha256", "SHA-256 of what was measured and of every number of these replications"),
  ],
} satisfies TableDeclaration;
