import { dayNumber } from "../../sim/engine/civil-date.ts";
import { HAPPENED, type WhatName } from "../../sim/model/events.ts";
import type { JournalColumns } from "../../sim/model/journal-rows.ts";
import { type REASON_FIELDS, type Reason, ReasonLog, type ReasonValues } from "../../sim/model/reasons.ts";
import type { Chronicle } from "../../sim/stories/chronicle.ts";
import { scenarioFrom } from "./a-scenario.ts";

/**
 * Writes a row of a journal in short: what is left out is nobody and nothing; who it is, unless said
 * otherwise, is elm/7 in the first episode.
 */
export interface ShortRow {
  /** Day of the run, and time of day. */
  readonly at: readonly [day: number, time: string];
  readonly what: WhatName;
  readonly register?: number;
  /** -1 for a row outside an episode; null for a row about nobody. */
  readonly record?: number | null;
  readonly post?: number;
  readonly organisation?: number;
  readonly need?: number;
  readonly focus?: number;
  readonly value?: number;
  readonly because?: readonly Reason[];
}

/** Gives the minute of a day and a time. */
export function minuteAt([day, time]: ShortRow["at"]): number {
  const [hours, minutes] = time.split(":").map(Number);
  return day * 1440 + hours * 60 + minutes;
}

const { scenario } = scenarioFrom(`name: by hand
start: 2014-07-14
practices: [{ id: elm, list_size: 4000 }, { id: harbour, list_size: 3000 }]
timeline:
  - { id: cut, date: 2014-10-01, kind: funding_cut, types: [local], share: 50 % }
`);

/**
 * Makes a chronicle by hand: the words of stories are tested on it whatever the model does. Reasons stand
 * behind the row that names them; `takeUp` and `inLine` before it.
 */
export function aChronicle(rows: readonly ShortRow[], over: Partial<Chronicle> = {}): Chronicle {
  const column = (numberOf: (row: ShortRow) => number): JournalColumns["minute"] =>
    Int32Array.from(rows, numberOf);
  const journal: JournalColumns = {
    minute: column(({ at }) => minuteAt(at)),
    what: Uint8Array.from(rows, ({ what }) => HAPPENED[what]),
    practice: column(({ record }) => (record === null ? -1 : 0)),
    register: column(({ record, register = 7 }) => (record === null ? 0 : register)),
    record: column(({ record = 0 }) => record ?? -1),
    post: column(({ post = -1 }) => post),
    organisation: column(({ organisation = -1 }) => organisation),
    need: Uint8Array.from(rows, ({ need = 0 }) => need),
    focus: Uint8Array.from(rows, ({ focus = 0 }) => focus),
    value: column(({ value = 0 }) => value),
  };
  const log = new ReasonLog();
  rows.forEach(({ at, because = [], record = 0 }, row) => {
    for (const { kind, need, ...values } of because) {
      const isBefore = kind === "takeUp" || kind === "inLine";
      const place = { row: isBefore ? row - 1 : row, minute: minuteAt(at), record: record ?? -1, need };
      // The values are those of the reason's kind.
      log.add(place, kind, values as ReasonValues<keyof typeof REASON_FIELDS>);
    }
  });
  return {
    scenario,
    names: {
      scenario: scenario.name,
      firstDay: dayNumber("2014-07-14"),
      practices: ["elm", "harbour"],
      posts: ["post-elm"],
      organisations: ["lunch-club", "clinic"],
      actions: ["cut"],
    },
    journal,
    reasons: log.copy(),
    organisations: [
      { type: "local", focus: "isolation_wellbeing" },
      { type: "statutory", focus: "mental_health" },
    ],
    listSizes: [4000, 3000],
    ageBands: ["16-24", "25-44", "45-64", "65+"],
    startMinute: 0,
    endMinute: 400 * 1440,
    ...over,
  };
}
