import { countText } from "../../sim/words/numbers.ts";
import { fittedSlots } from "./front/fitted-slots.ts";
import { frontOf } from "./front/front.ts";
import type { ReportInput } from "./input/report-input.ts";
import type { Report, Section } from "./page/content.ts";
import { answerSection } from "./sections/answer-section.ts";
import { boardSection } from "./sections/board-section.ts";
import { cutSection } from "./sections/cut-section.ts";
import { differenceSection } from "./sections/difference-section.ts";
import { fateSection } from "./sections/fate-section.ts";
import { figureSection } from "./sections/figure-section.ts";
import { provenanceSection } from "./sections/provenance-section.ts";
import { scenarioSection } from "./sections/scenario-section.ts";
import { sweepSection } from "./sections/sweep-section.ts";
import { unknownSection } from "./sections/unknown-section.ts";
import { verdictSection } from "./sections/verdict-section.ts";

/**
 * Tells what a results folder holds as a board reads it: verdicts, answers, differences, figures, doubts,
 * scenarios, provenance.
 */
export function reportOf(input: ReportInput): Report {
  const names = input.record.scenarios
    .filter(({ variant_of }) => variant_of === undefined)
    .map(({ name }) => name);
  const told: Section[] =
    input.mains.length === 0
      ? []
      : [
          ...boardSection(input),
          verdictSection(input),
          answerSection(input),
          ...differenceSection(input),
          ...fateSection(input),
          ...cutSection(input),
        ];
  const front = frontOf(input);
  const subtitle = subtitleOf(input);
  return {
    title: titleOf(names, input.record.kind),
    subtitle,
    front: { ...front, slots: fittedSlots(front, subtitle) },
    sections: [
      ...told,
      ...sweepSection(input),
      ...figureSection(input),
      unknownSection(input),
      scenarioSection(input),
      provenanceSection(input),
    ],
  };
}

function titleOf([first, ...others]: readonly string[], kind: string): string {
  if (kind === "sensitivity")
    return `Link workers: what carries the results of ${[first, ...others].join(" and ")}`;
  if (kind === "calibrate") return `Link workers: which values fit what is published of ${first}`;
  if (kind === "validate") return `Link workers: ${first} beside what is published`;
  if (kind === "plan") return `Link workers: a plan for ${first}`;
  if (kind === "sweep") return `Link workers: a sweep of ${first}`;
  if (others.length === 0) return `Link workers: ${first}`;
  return `Link workers: ${first} beside ${others.join(", ")}`;
}

function subtitleOf({ mains, record: { kind, replications, seed } }: ReportInput): string {
  const counts = [...new Set(mains.map(({ results }) => results.length))].map((count) =>
    countText(count, "replication"),
  );
  const ofPoints =
    kind === "sweep" && typeof replications === "number"
      ? [`${countText(replications, "replication")} of each point`]
      : [];
  const simulated = [...counts, ...ofPoints].join(", ");
  return `As good as its assumptions${simulated === "" ? "" : `; ${simulated}, seed ${seed}`}.`;
}
