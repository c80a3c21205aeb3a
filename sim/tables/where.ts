import type { BestPlaces, WhereOption } from "../experiment/where/best-places.ts";
import { SCENARIO } from "./common-columns.ts";
import { integerColumn, numberColumn, tableBuilder, textColumn } from "./make-table.ts";
import type { TableDeclaration, TableOf } from "./table.ts";

/** Declares the table of the ways to lose or add hours, a row for each place that a way changes. */
export const WHERE = {
  name: "where",
  meaning:
    "Ways to lose or add full-time equivalents, the best first: a row for each place that a way changes, " +
    "with what the whole way makes of the people who reach three contacts",
  columns: [
    SCENARIO,
    textColumn("change", "lose or add"),
    integerColumn("way", "", "Place of the way in order, 1 the best"),
    textColumn("place", "The post that loses hours, or the waiting list that gains them"),
    numberColumn("list_size", "people", "Registered people for whom the place is there"),
    numberColumn("fte", "full-time equivalents", "What the place has before"),
    numberColumn("changed", "full-time equivalents", "What it loses or gains"),
    integerColumn("n", "replications", "Replications of the way"),
    numberColumn("people", "people", "People who reach three contacts, less those of the service as it is"),
    numberColumn(
      "ci_low",
      "people",
      "Lower bound of its paired 95 % interval: chance within the model, or of the mean over an ensemble",
    ),
    numberColumn("ci_high", "people", "Upper bound of it"),
    numberColumn("deprived", "people", "The same of the most deprived fifth"),
    numberColumn("cost", "GBP a year", "Cost of the programme, less that of the service as it is"),
    numberColumn("from_best", "people", "People less those of the best of the other ways"),
    numberColumn(
      "best_low",
      "people",
      "Lower bound of its simultaneous 95 % interval; empty where too little is known",
    ),
    numberColumn("best_high", "people", "Upper bound of it"),
    textColumn("may_be_best", "yes if it cannot be ruled out as the best, else no"),
    textColumn("rule_of_thumb", "yes if it is what the rule of thumb would do, else no"),
  ],
} satisfies TableDeclaration;

/** Returns the table of ways to lose or add hours; `years` are those that are measured. */
export function whereTable(
  { options, naive, where: { places, part }, ask }: BestPlaces,
  { scenario, years }: { readonly scenario: string; readonly years: number },
): TableOf<typeof WHERE> {
  const table = tableBuilder(WHERE);
  const ways: readonly WhereOption[] = options.includes(naive) ? options : [...options, naive];
  ways.forEach((option, i) => {
    const { allocation, people, deprived, cost, against, replications } = option;
    places.forEach((place, n) => {
      if (allocation[n] === 0) return;
      table.add({
        scenario,
        change: ask.kind,
        way: i + 1,
        place: place.id,
        list_size: Math.round(place.people),
        fte: place.fte,
        changed: Math.round(allocation[n] * part * 100) / 100,
        n: replications,
        people: people.mean,
        ci_low: people.ciLow,
        ci_high: people.ciHigh,
        deprived: deprived.mean,
        cost: cost === null ? null : cost / years,
        from_best: against.fromBest,
        best_low: against.ciLow,
        best_high: against.ciHigh,
        may_be_best: against.mayBeBest ? "yes" : "no",
        rule_of_thumb: option === naive ? "yes" : "no",
      });
    });
  });
  return table.build();
}
