import { meanOf, sumInterval } from "../../sim/findings/estimates.ts";
import { numberText, signedText } from "../../sim/words/numbers.ts";
import { labelWithin } from "./metric-labels.ts";
import { headsText, type SummaryInput } from "./summary-input.ts";
import { DAYS_TO_WEEKS, type SummaryNumber, share, weeks } from "./summary-number.ts";
import { shorten, wrapIndented } from "./text-table.ts";
import { comparable } from "./unlike-text.ts";

/** How wide the screen and its labels are, and a column of some. */
interface Measures {
  readonly width: number;
  readonly label: number;
  readonly column: (columns: number) => number;
}

/** What is shown again. */
const SHOWN: readonly SummaryNumber[] = [
  weeks("wait.first_contact.mean"),
  share("reached_3.share", 0),
  share("utilisation.casework", 0),
];

/**
 * Shows scenarios again under the other assumptions that they name, and between which effects a scenario
 * lies against the first one.
 */
export function variantLines(
  all: readonly SummaryInput[],
  blocks: readonly (readonly SummaryInput[])[],
  { width, label, column }: Measures,
): string[] {
  const variants = all.flatMap((run) => (run.variantOf === null ? [] : [{ run, ...run.variantOf }]));
  if (variants.length === 0) return [];
  const names = new Map(variants.map(({ id, name }) => [id, name]));
  const under = (main: SummaryInput, id: string): SummaryInput | undefined =>
    variants.find((variant) => variant.scenario === main.plan.scenario && variant.id === id)?.run;

  const lines: string[] = [`Under other assumptions: ${SHOWN.map(labelWithin).join("; ")}`];
  for (const columns of blocks) {
    const cell = column(columns.length);
    const line = (head: string, cells: readonly string[]): string =>
      `  ${shorten(head, label - 4)}`.padEnd(label) + cells.map((text) => text.padStart(cell)).join("");
    // One block stands under its heads; of several each repeats its own.
    if (blocks.length > 1) lines.push("".padEnd(label) + headsText(columns, cell));
    lines.push(line("As above", columns.map(cellText)));
    for (const [id, name] of names)
      lines.push(
        line(
          name,
          columns.map((main) => cellText(under(main, id))),
        ),
      );
  }

  const reasons = [...new Set(variants.flatMap(({ why }) => (why === undefined ? [] : [why])))];
  for (const text of [...variantRanges(all), ...reasons]) lines.push(...wrapIndented(text, width, "  "));
  return lines;
}

/**
 * Says between which effects each scenario lies against the first one, over the assumptions that both are
 * shown under.
 */
export function variantRanges(all: readonly SummaryInput[]): string[] {
  const [base, ...others] = comparable(all.filter(({ variantOf }) => variantOf === null));
  const ids = [...new Set(all.flatMap(({ variantOf }) => variantOf?.id ?? []))];
  const under = (main: SummaryInput, id: string): SummaryInput | undefined =>
    all.find(({ variantOf }) => variantOf?.scenario === main.plan.scenario && variantOf.id === id);
  return others.flatMap((other) => rangeText(base, other, ids, under));
}

function cellText(run: SummaryInput | undefined): string {
  if (run === undefined) return "-";
  return SHOWN.map((number) => numberText(sumInterval(run, number).mean, number.decimals)).join("; ");
}

const COMPARED = [
  {
    text: "people reaching three contacts change by",
    unit: "%",
    of: (run: SummaryInput) => meanOf(run, "people.reached_3"),
    difference: (before: number, after: number) => 100 * (after / before - 1),
    decimals: 0,
  },
  {
    text: "the mean first wait by",
    unit: "weeks",
    of: (run: SummaryInput) => meanOf(run, "wait.first_contact.mean"),
    difference: (before: number, after: number) => (after - before) * DAYS_TO_WEEKS,
    decimals: 1,
  },
] as const;

/**
 * Says between which differences a scenario lies against the base, over the assumptions that both are shown
 * under.
 */
function rangeText(
  base: SummaryInput,
  other: SummaryInput,
  ids: readonly string[],
  under: (main: SummaryInput, id: string) => SummaryInput | undefined,
): string[] {
  const pairs = [
    { one: base, two: other },
    ...ids.flatMap((id) => {
      const one = under(base, id);
      const two = under(other, id);
      return one === undefined || two === undefined || comparable([one, two]).length < 2
        ? []
        : [{ one, two }];
    }),
  ];
  if (pairs.length < 2) return [];
  const parts = COMPARED.flatMap(({ text, unit, of, difference, decimals }) => {
    const values = pairs
      .flatMap(({ one, two }) => {
        const before = of(one);
        const after = of(two);
        return before === null || after === null ? [] : [difference(before, after)];
      })
      .filter(Number.isFinite)
      .sort((a, b) => a - b);
    if (values.length === 0) return [];
    return [
      `${text} ${signedText(values[0], decimals)} to ` +
        `${signedText(values[values.length - 1], decimals)} ${unit}`,
    ];
  });
  if (parts.length === 0) return [];
  return [`${other.plan.scenario} against ${base.plan.scenario}, over all of these: ${parts.join(", ")}.`];
}
