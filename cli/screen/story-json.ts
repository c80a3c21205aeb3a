import { REASON_FIELDS } from "../../sim/model/reasons.ts";
import type { Chronicle } from "../../sim/stories/chronicle.ts";
import type { Happening } from "../../sim/stories/happenings.ts";
import type { Story } from "../../sim/stories/story.ts";
import { dateTimes, detailText } from "../../sim/tables/event-text.ts";
import { FOCUSES } from "../../sim/words/focuses.ts";

/** Gives a story as data: its sentences day by day, and its events with their reasons. */
export function storyJson(simulated: Chronicle, story: Story): Record<string, unknown> {
  const { names, ageBands } = simulated;
  const dateTime = dateTimes(names.firstDay);
  return {
    patient: story.patient,
    sex: story.who.sex === 0 ? "woman" : "man",
    age_band: ageBands[story.who.ageBand],
    quintile: story.who.quintile + 1,
    person: story.person,
    days: story.days.map(({ minute, sentences }) => ({ date: dateTime(minute).slice(0, 10), sentences })),
    ending: story.ending ?? null,
    events: story.life.map((happening) => ({
      time: dateTime(happening.minute),
      episode: happening.episode === 0 ? null : happening.episode,
      event: happening.what,
      detail:
        happening.what === "in_line"
          ? ""
          : detailText(happening.what, happening.value, happening.episode > 0, names, dateTime),
      link_worker: names.posts[happening.post] ?? null,
      organisation: names.organisations[happening.organisation] ?? null,
      need: happening.need === 0 ? null : happening.need,
      focus: happening.focus === 0 ? null : FOCUSES[happening.focus - 1],
      reasons: happening.reasons.map(reasonJson),
    })),
  };
}

function reasonJson(reason: Happening["reasons"][number]): Record<string, unknown> {
  // The fields are those of the reason's kind.
  const values = reason as unknown as Readonly<Record<string, number>>;
  return {
    reason: snake(reason.kind),
    ...(reason.need === 0 ? {} : { need: reason.need }),
    ...Object.fromEntries(
      REASON_FIELDS[reason.kind].map((field) => [
        snake(field),
        Number.isFinite(values[field]) ? values[field] : null,
      ]),
    ),
  };
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
