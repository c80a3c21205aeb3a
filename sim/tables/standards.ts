import type { JudgedStandard } from "../findings/standards.ts";
import { intervalColumns, METRIC_COLUMNS, N, ROW_UNIT, SCENARIO } from "./common-columns.ts";
import { integerColumn, numberColumn, tableBuilder, textColumn } from "./make-table.ts";
import type { TableDeclaration, TableOf } from "./table.ts";

/** Declares the table of standards. */
export const STANDARDS = {
  name: "standards",
  meaning: "Whether each standard of each scenario is met; only where a scenario has one",
  columns: [
    SCENARIO,
    textColumn("standard", "Id of the standard"),
    textColumn("name", "What it asks, in words"),
    ...METRIC_COLUMNS,
    textColumn("bound", "at least or at most"),
    numberColumn("target", ROW_UNIT, "What the mean is held to"),
    N,
    numberColumn("mean", ROW_UNIT, "Mean over the replications that have a value"),
    ...intervalColumns(ROW_UNIT),
    textColumn("verdict", "met or not met if the interval lies on one side of the target, else undecided"),
    numberColumn("met_share", "share", "Share of the replications that meet it by themselves"),
    integerColumn(
      "replications_to_decide",
      "replications",
      "About how many would decide it, with mean and spread as they are; empty if it is decided, or no " +
        "number would",
    ),
    textColumn(
      "of",
      "demand or referred: of whom a share is that is measured of both; of the reference demand unless the " +
        "standard asks for those referred",
    ),
    numberColumn(
      "referred_mean",
      ROW_UNIT,
      "The mean of those referred alone, where it is judged of the demand",
    ),
    textColumn("referred_verdict", "What the verdict would be of those referred alone"),
  ],
} satisfies TableDeclaration;

/** Holds how a scenario stands against its standards. */
export interface ScenarioStandards {
  readonly scenario: string;
  readonly standards: readonly JudgedStandard[];
}

/** Returns the table of standards: by scenario as given, then as its file lists them. */
export function standardTable(all: readonly ScenarioStandards[]): TableOf<typeof STANDARDS> {
  const table = tableBuilder(STANDARDS);
  for (const { scenario, standards } of all) {
    for (const judged of standards) {
      table.add({
        scenario,
        standard: judged.id,
        name: judged.name,
        metric: judged.metric,
        group_by: judged.groupBy,
        group: judged.group,
        unit: judged.unit,
        bound: judged.bound,
        target: judged.target,
        n: judged.n,
        mean: judged.mean,
        ci_low: judged.ciLow,
        ci_high: judged.ciHigh,
        verdict: judged.verdict,
        met_share: judged.metShare,
        replications_to_decide: judged.replicationsToDecide,
        of: judged.of ?? "",
        referred_mean: judged.referred?.mean ?? null,
        referred_verdict: judged.referred?.verdict ?? "",
      });
    }
  }
  return table.build();
}
