import type { Wave } from "../calibration/history-match.ts";
import { integerColumn, numberColumn, tableBuilder, textColumn } from "./make-table.ts";
import type { TableDeclaration, TableOf } from "./table.ts";

/** Declares the table of the waves of a calibration. */
export const WAVES = {
  name: "waves",
  meaning: "The waves of a calibration: what each simulated, and what it left of the parameters' space",
  columns: [
    integerColumn("wave", "", "Number of the wave, from 1"),
    integerColumn("points", "", "Points that it simulated"),
    integerColumn("replications", "", "Replications of each"),
    integerColumn("hits", "", "Points whose simulated targets all lie in their bands"),
    numberColumn("left", "share", "Share of the space that is not ruled out after it, by the prior"),
    numberColumn(
      "error",
      "share",
      "Greatest, over targets, of the emulator's typical error in what is left over half of the band's width",
    ),
    textColumn("apart", "Pairs of targets that no point meets together; empty where something is left"),
  ],
} satisfies TableDeclaration;

/** Returns a row for each wave; `targets` are the ids of the fitted targets in their order. */
export function wavesTable(waves: readonly Wave[], targets: readonly string[]): TableOf<typeof WAVES> {
  const table = tableBuilder(WAVES);
  for (const { wave, design, hits, left, error, apart } of waves)
    table.add({
      wave,
      points: design.points.length,
      replications: design.replications,
      hits,
      left,
      error,
      apart: apart.map((pair) => pair.map((one) => targets[one]).join(" and ")).join("; "),
    });
  return table.build();
}
