import { timelineTexts } from "../../../sim/findings/timeline-texts.ts";
import { mechanismText, settingTexts } from "../../screen/check-text.ts";
import type { ReportInput } from "../input/report-input.ts";
import { type Block, heading, list, paragraph, type Section } from "../page/content.ts";
import { assumptionBlocks } from "./assumption-blocks.ts";

/** Reads the scenarios back in plain English, with what their numbers rest on. */
export function scenarioSection(input: ReportInput): Section {
  const names =
    input.mains.length === 0
      ? input.record.scenarios.map(({ name }) => name)
      : input.mains.map(({ plan }) => plan.scenario);
  return {
    id: "scenarios",
    heading: "The scenarios in words",
    blocks: [
      ...names.flatMap((name): Block[] => {
        const loaded = input.scenarioOf(name);
        const changes = timelineTexts(loaded);
        return [
          heading(name),
          ...(loaded.scenario.rationale === undefined ? [] : [paragraph(loaded.scenario.rationale.trim())]),
          ...list([
            ...settingTexts(loaded),
            ...(changes.length === 0
              ? ["Timeline: nothing changes."]
              : changes.map((text) => `Timeline, ${text}`)),
            mechanismText(loaded),
          ]),
        ];
      }),
      heading("Where the numbers come from"),
      paragraph(
        "Grades: A, read in the published text itself (A-d, worked out from such figures); B, known of " +
          "the literature and not verified; C, an assumption, to be varied over its range. The rows are " +
          "those of the evidence register; a scenario may set a number of its own beside them.",
      ),
      ...assumptionBlocks(input),
    ],
  };
}
