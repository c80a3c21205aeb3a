import type { ScenarioParameter } from "../../sim/findings/parameters.ts";
import { wrap } from "../../sim/words/lines.ts";
import { countText, numberText } from "../../sim/words/numbers.ts";
import { columnsText } from "./text-table.ts";

const WIDTH = 100;

/** Lists parameters of a scenario, a line each, and says how many of all of them can change something. */
export function parametersText(
  scenario: string,
  wanted: readonly ScenarioParameter[],
  all: readonly ScenarioParameter[],
): string {
  const weak = all.filter(({ grade }) => grade?.startsWith("C"));
  const active = (of: readonly ScenarioParameter[]): string =>
    numberText(of.filter(({ idleBecause }) => idleBecause === null).length, 0);
  const heading =
    `${scenario}: ${countText(all.length, "number")} with a range, ${active(all)} of them active; ` +
    `${numberText(weak.length, 0)} rest on grade-C rows (assumptions), ${active(weak)} of them active.`;
  const idle = wanted.filter(({ idleBecause }) => idleBecause !== null);
  const reasons = new Map<string, string[]>();
  for (const { path, idleBecause } of idle) {
    const why = idleBecause ?? "";
    reasons.set(why, [...(reasons.get(why) ?? []), path]);
  }
  const idleLines =
    idle.length === 0
      ? []
      : [
          "",
          "- Changes nothing in this scenario:",
          ...[...reasons].flatMap(([why, paths]) =>
            wrap(`${why}: ${paths.join(", ")}`, WIDTH - 4).map((line, i) =>
              i === 0 ? `  ${line}` : `    ${line}`,
            ),
          ),
        ];
  const rows = wanted.map((one) => [
    one.idleBecause === null ? one.path : `- ${one.path}`,
    amount(one.value, one.unit),
    `${one.low} to ${amount(one.high, one.unit)}`,
    one.distribution === "uniform" ? "" : one.distribution,
    one.grade ?? "",
    one.evidence ?? "",
    one.readBy.join(", "),
  ]);
  const table = columnsText([["parameter", "value", "range", "", "grade", "evidence", "read by"], ...rows]);
  return `${[...wrap(heading, WIDTH), "", table.trimEnd(), ...idleLines].join("\n")}\n`;
}

const amount = (value: number, unit: string): string => {
  if (!Number.isFinite(value)) return "none";
  return unit === "" ? String(value) : `${value} ${unit}`;
};
