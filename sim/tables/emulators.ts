import type { Wave } from "../calibration/history-match.ts";
import { integerColumn, numberColumn, tableBuilder, textColumn } from "./make-table.ts";
import type { Column, Table, TableDeclaration } from "./table.ts";

/** Declares the table of how honest the emulators of a calibration over these paths are. */
export function emulatorsDeclaration(paths: readonly string[]): TableDeclaration {
  const lengths = paths.map((path) =>
    numberColumn(
      path,
      "share",
      "Length over which the target bends along this parameter, as a share of its range; long is straight",
    ),
  );
  return {
    name: "emulators",
    meaning: "How the emulator of each target did, by wave, on points that it had not seen",
    columns: [
      integerColumn("wave", "", "Number of the wave, from 1"),
      textColumn("target", "Id of the fitted target"),
      integerColumn("held_back", "", "Points that were held back to try it on"),
      integerColumn("inside", "", "Of these, those within two standard deviations of what it predicted"),
      integerColumn(
        "misclassified",
        "",
        "Of these, those that meet the band and that it would have ruled out as it was fitted",
      ),
      numberColumn(
        "inflation",
        "times",
        "Factor on its standard deviation under which it rules out none of them",
      ),
      ...lengths,
    ],
  };
}

/** Returns a row for each target of each wave that has an emulator. */
export function emulatorsTable(
  waves: readonly Wave[],
  targets: readonly string[],
  paths: readonly string[],
): Table<Column> {
  const table = tableBuilder(emulatorsDeclaration(paths));
  for (const { wave, emulators } of waves)
    emulators.forEach((emulator, i) => {
      if (emulator === null) return;
      const { heldBack, inside, misclassified, inflation } = emulator.honesty;
      table.add({
        ...Object.fromEntries(paths.map((path, coordinate) => [path, emulator.lengths[coordinate]])),
        wave,
        target: targets[i],
        held_back: heldBack,
        inside,
        misclassified,
        inflation,
      });
    });
  return table.build();
}
