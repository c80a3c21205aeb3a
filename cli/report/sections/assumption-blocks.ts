import { countText, numberText } from "../../../sim/words/numbers.ts";
import type { ReportInput } from "../input/report-input.ts";
import type { Block, ReportCell } from "../page/content.ts";

interface Assumption {
  readonly path: string;
  readonly evidence: string;
  readonly grade: string;
  readonly parameter: string;
  readonly value: string;
  readonly range: string;
  readonly source: string;
}

/** Lists the numbers of a scenario that name a row of the evidence register. */
function assumptionsOf({ mains, scenarioOf, evidence, record }: ReportInput): readonly Assumption[] {
  const name = mains[0]?.plan.scenario ?? record.scenarios[0]?.name;
  if (name === undefined) return [];
  return [...scenarioOf(name).annotations].flatMap(([path, annotation]) => {
    if (annotation.evidence === undefined) return [];
    const row = evidence.get(annotation.evidence);
    return [
      {
        path,
        evidence: annotation.evidence,
        grade: row?.grade ?? "not in the register",
        parameter: row?.parameter ?? "",
        value: [row?.value, row?.unit].filter((text) => text !== undefined && text !== "").join(" "),
        range: row?.range ?? "",
        source: row?.source ?? "",
      },
    ];
  });
}

/**
 * Says which numbers carry the result; where that is not known, how many rest on the weakest evidence, and of
 * what parts of the model.
 */
export function weakestSentence(input: ReportInput): string {
  if (input.carriers !== undefined)
    return (
      `${input.carriers.sentence} What else is an assumption (grade C) is named in the first list under “Where the ` +
      "numbers come from”."
    );
  const all = assumptionsOf(input);
  const weak = all.filter(({ grade }) => grade.startsWith("C"));
  const parts = new Map<string, number>();
  for (const { path } of weak) {
    const part = path.split(/[.[]/)[0].replaceAll("_", " ");
    parts.set(part, (parts.get(part) ?? 0) + 1);
  }
  const named = [...parts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([part, count]) => `${part} (${count})`);
  return (
    `Of ${countText(all.length, "number")} of the model that name their evidence, ` +
    `${numberText(weak.length, 0)} rest on grade-C rows: assumptions that nobody has measured, to be ` +
    "varied over their range. Every answer here rests on some of them. They are in: " +
    `${named.join(", ")}. The first list under “Where the numbers come from” names each.`
  );
}

/** Lists every assumption with its grade and source, and first those of grade C. */
export function assumptionBlocks(input: ReportInput): Block[] {
  const all = assumptionsOf(input);
  const row = ({ path, evidence, grade, parameter, value, range, source }: Assumption): ReportCell[] => [
    path,
    grade,
    evidence,
    parameter,
    value,
    range,
    source,
  ];
  const heads = [
    "Where in the scenario",
    "Grade",
    "Row",
    "What the row is",
    "Value of the row",
    "Range",
    "Source",
  ];
  const [weak, others] = [true, false].map((isWeak) =>
    all.filter(({ grade }) => grade.startsWith("C") === isWeak),
  );
  return [
    {
      kind: "table",
      name: "assumptions-grade-c",
      caption: "Assumptions that rest on grade-C rows",
      heads,
      rows: weak.map(row),
      fold: `${countText(weak.length, "assumption")} of grade C`,
    },
    {
      kind: "table",
      name: "assumptions-other-grades",
      caption: "Assumptions with better evidence",
      heads,
      rows: others.map(row),
      fold: `${countText(others.length, "assumption")} of grades A and B`,
    },
  ];
}
