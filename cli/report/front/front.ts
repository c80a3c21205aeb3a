import { answerOf } from "../../../sim/findings/answer.ts";
import { type BoardLine, boardLine, SEEN_SOON } from "../../../sim/findings/board.ts";
import { briefConclusionOf, conclusionOf } from "../../../sim/findings/conclusion.ts";
import { STANDARD_MARKS } from "../../screen/marks.ts";
import type { SummaryInput } from "../../screen/summary-input.ts";
import { comparable } from "../../screen/unlike-text.ts";
import { NO_SLOTS } from "../input/front-slots.ts";
import { isChangeTold, questionOf } from "../input/question.ts";
import type { ReportInput } from "../input/report-input.ts";
import type { Front, MarkedLine, Slot } from "../page/content.ts";
import { bigNumber } from "./big-number.ts";
import { calibrationFront } from "./calibration-front.ts";
import { planFront } from "./plan-front.ts";
import { sensitivityFront } from "./sensitivity-front.ts";
import { slotsOf } from "./slots.ts";
import { sweepFront } from "./sweep-front.ts";
import { validationFront } from "./validation-front.ts";
import { waitingListsSlot } from "./waiting-lists-slot.ts";

/** Figures that fill the front, the first that there is. */
const FRONT_FIGURES = ["people", "surface", "tornado"];
/** Standards that have a line of their own; the others stand behind the front. */
const MAX_LINES = 2;

const NUMBERS: readonly (readonly [line: BoardLine, label: string])[] = [
  [boardLine("people.reached_3"), "people reach three contacts"],
  [boardLine(SEEN_SOON), "of the demand seen within 4 weeks"],
  [boardLine("cost.total"), "cost of the programme"],
];

/** Tells on one screen what a results folder answers. */
export function frontOf(input: ReportInput): Front {
  const { mains, figures, slots = NO_SLOTS } = input;
  const figure = FRONT_FIGURES.flatMap((name) => figures.filter((one) => one.name === name))[0] ?? null;
  if (input.record.kind === "sensitivity") return { ...sensitivityFront(input), figure, slots: [] };
  if (input.record.kind === "plan") return { ...planFront(input), slots: [] };
  if (input.record.kind === "calibrate") return { ...calibrationFront(input), slots: [] };
  if (input.record.kind === "validate") return { ...validationFront(input), slots: [] };
  const rest = { figure, slots: slotsOf(slots) };
  if (mains.length === 0) return { ...sweepFront(input), ...rest };
  const alike = comparable(mains);
  return {
    question: questionOf(mains),
    answer: slots.underEnsemble ?? answerOf(alike, { isChange: isChangeTold(mains), isSoon: true }),
    lines: standardLines(mains).slice(0, MAX_LINES),
    numbers: NUMBERS.flatMap(([line, label]) => bigNumber(alike, { line, label, tables: input.tables })),
    ...rest,
    slots: [...rest.slots, ...moneySlot(alike), ...waitingListsSlot(mains)],
  };
}

/** Says what a change saves or costs a year, and for each person; nothing where it moves no money or post. */
function moneySlot([base, other, ...more]: readonly SummaryInput[]): Slot[] {
  if (other === undefined || more.length > 0) return [];
  const text = conclusionOf(base, other);
  const gist = briefConclusionOf(base, other);
  return text === null ? [] : [{ heading: "Money", ...(gist === null ? {} : { gist }), text }];
}

function standardLines(mains: readonly SummaryInput[]): MarkedLine[] {
  return mains.flatMap(({ plan, standards }) =>
    standards.map(({ verdict, name }) => ({
      mark: STANDARD_MARKS[verdict],
      text: `${plan.scenario}, ${name}: ${verdict}`,
    })),
  );
}
