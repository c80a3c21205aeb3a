import { countText, numberText } from "../../../sim/words/numbers.ts";
import type { ReportInput } from "../input/report-input.ts";
import { rowsWith } from "../input/table-rows.ts";
import type { BigNumber, Front } from "../page/content.ts";

/** Tells on one screen what a calibration found: how many sets of values fit, and what they leave open. */
export function calibrationFront({ record, figures, tables }: ReportInput): Omit<Front, "slots"> {
  const [{ name }] = record.scenarios;
  const fit = figures.find((figure) => figure.name === "fit") ?? null;
  const waves = rowsWith(tables.get("waves"));
  const learnt = rowsWith(tables.get("learnt"));
  const members = rowsWith(tables.get("points")).filter(({ member }) => typeof member === "number").length;
  const left = Number(waves.at(-1)?.left ?? 1);
  const narrowed = learnt.filter(({ verdict }) => verdict === "narrowed").length;
  const numbers: BigNumber[] = [
    { value: numberText(members, 0), label: "sets of values fit", note: "each meets every published figure" },
    {
      value: `${numberText(100 * left, left < 0.1 ? 1 : 0)} %`,
      label: "of the space is left",
      note: `after ${countText(waves.length, "wave")}`,
    },
    {
      value: `${narrowed} of ${learnt.length}`,
      label: "parameters are narrowed",
      note: "of the others little or nothing was learnt",
    },
  ];
  return {
    question: `Which values of what is not known fit the published figures of ${name}?`,
    answer: fit?.title ?? "No published figure was met.",
    lines: [],
    numbers,
    figure: fit,
  };
}
