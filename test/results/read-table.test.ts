import { expect, it } from "vitest";
import { readTable } from "../../cli/results/read-table.ts";
import { SUMMARY } from "../../sim/tables/summary.ts";

it("says of a table that is longer than a text may be that it is, and not that it is no text", async () => {
  await expect(readTable(Buffer.alloc(2 ** 29), "csv", SUMMARY)).rejects.toThrow(
    "it is too long to be read whole: 537 MB",
  );
  await expect(readTable(Uint8Array.of(109, 255), "csv", SUMMARY)).rejects.toThrow("it is not UTF-8 text");
});
