import { describe, expect, it } from "vitest";
import { ENDED, FAILED, HAPPENED, type WhatName } from "../../sim/model/events.ts";
import { eventWords } from "../../sim/stories/event-words.ts";
import { storyOf } from "../../sim/stories/story.ts";
import { aChronicle, minuteAt, type ShortRow } from "../support/a-chronicle.ts";

const WHO = { kind: "who", need: 0, sex: 0, ageBand: 2, quintile: 0 } as const;
const referral = (day: number, ...more: ShortRow[]): ShortRow[] => [
  { at: [day, "10:00"], what: "request", because: [WHO] },
  { at: [day, "10:00"], what: "need", need: 1, focus: 3, value: 3 },
  { at: [day, "10:00"], what: "need", need: 2, focus: 1, value: 1 },
  { at: [day, "10:00"], what: "need", need: 3, focus: 1, value: 2 },
  ...more,
];
const seen = (day: number, time: string): ShortRow[] => [
  {
    at: [day, "11:00"],
    what: "offered",
    post: 0,
    because: [
      { kind: "offer", need: 0, caseload: 39, cap: 40, filledAt: 0 },
      {
        kind: "uptake",
        need: 0,
        minute: minuteAt([day + 7, time]),
        weeks: (day + 7) / 7,
        chance: 0.82,
        chanceAtOnce: 0.85,
        readiness: 1.5,
        isComing: 1,
      },
    ],
  },
  { at: [day, "11:00"], what: "appointment_booked", post: 0, value: minuteAt([day + 7, time]) },
];
const booking = (wanted: number, mode = 0, isCrisis = 0) =>
  ({ kind: "booking", need: 0, wanted, mode, isCrisis }) as const;

/** Gives the whole text of elm/7's story. */
function told(rows: readonly ShortRow[]): string {
  const { person, days, ending } = storyOf(aChronicle(rows), { practice: 0, register: 7 });
  return [person, ...days.map(({ date, sentences }) => `${date}. ${sentences.join(" ")}`), ending].join("\n");
}

describe("a story", () => {
  it("tells a wait, contacts, a link that is met, and the end", async () => {
    const rows = [
      ...referral(0, {
        at: [0, "10:00"],
        what: "listed",
        value: 1,
        because: [
          { kind: "waits", need: 0, place: 4, posts: 1, fullPosts: 1, caseload: 40, cap: 40, filledAt: 0 },
        ],
      }),
      ...seen(21, "10:15"),
      {
        at: [28, "10:15"],
        what: "contact",
        post: 0,
        value: 1,
        because: [{ kind: "worked", need: 1, isDone: 1 }],
      },
      {
        at: [28, "10:15"],
        what: "link_sent",
        post: 0,
        organisation: 0,
        need: 1,
        focus: 3,
        value: 1,
        because: [
          { kind: "chosen", need: 1, tie: 0.62, believedWeeks: 2.6, trueWeeks: 5.2, known: 3, heldOff: 1 },
        ],
      },
      {
        at: [28, "10:15"],
        what: "appointment_booked",
        post: 0,
        value: minuteAt([56, "9:00"]),
        because: [booking(minuteAt([38, "10:00"]), 1)],
      },
      { at: [30, "9:00"], what: "link_queued", organisation: 0, need: 1, focus: 3 },
      {
        at: [51, "9:00"],
        what: "link_started",
        organisation: 0,
        need: 1,
        focus: 3,
        because: [
          { kind: "inLine", need: 1, ahead: 5 },
          { kind: "takeUp", need: 1, chance: 0.9, isSeen: 1, isCalled: 0 },
        ],
      },
      { at: [56, "9:00"], what: "contact", post: 0, value: 2 },
      { at: [56, "9:00"], what: "need_met", post: 0, need: 2, focus: 1 },
      { at: [56, "9:00"], what: "need_met", post: 0, need: 3, focus: 1 },
      { at: [56, "9:00"], what: "ended", post: 0, value: ENDED.finished },
      { at: [90, "9:00"], what: "link_met", organisation: 0, need: 1, focus: 3 },
      { at: [90, "9:00"], what: "need_met", need: 1, focus: 3 },
    ] as const satisfies ShortRow[];
    await expect(told(rows)).toMatchFileSnapshot("../golden/stories/met.txt");
  });

  it("tells of needs held back, a refusal, a link worker who left, a crisis, and of leaving", async () => {
    const held = {
      kind: "held",
      known: 2,
      tooLong: 1,
      refusing: 1,
      believedWeeks: 14,
      trueWeeks: 9,
    } as const;
    const rows = [
      ...referral(0, { at: [0, "10:00"], what: "listed" }),
      ...seen(0, "10:15"),
      { at: [3, "0:00"], what: "link_worker_left", record: null, post: 0 },
      { at: [3, "0:00"], what: "post_vacant", record: null, post: 0, value: minuteAt([38, "0:00"]) },
      { at: [3, "0:00"], what: "appointment_moved", post: 0, value: minuteAt([12, "9:00"]) },
      { at: [12, "9:00"], what: "contact", post: 0, value: 1 },
      {
        at: [12, "9:00"],
        what: "need_held",
        post: 0,
        need: 1,
        focus: 3,
        because: [{ ...held, need: 1, checked: 0, isAgain: 0 }],
      },
      { at: [12, "9:00"], what: "appointment_booked", post: 0, value: minuteAt([30, "9:00"]) },
      { at: [15, "9:00"], what: "crisis", post: 0 },
      {
        at: [15, "9:00"],
        what: "appointment_moved",
        post: 0,
        value: minuteAt([16, "9:00"]),
        because: [booking(0, 0, 1)],
      },
      {
        at: [16, "9:00"],
        what: "contact",
        post: 0,
        value: 2,
        because: [{ ...held, need: 1, checked: 1, isAgain: 1 }],
      },
      { at: [16, "9:00"], what: "link_sent", post: 0, organisation: 1, need: 2, focus: 1, value: 1 },
      {
        at: [16, "9:00"],
        what: "appointment_booked",
        post: 0,
        value: minuteAt([60, "9:00"]),
        because: [
          booking(minuteAt([30, "9:00"])),
          {
            kind: "leaving",
            need: 0,
            chance: 0.24,
            weeksLate: 4,
            contacts: 2,
            failedLinks: 1,
            isNewLinkWorker: 1,
            readiness: -1.5,
          },
        ],
      },
      {
        at: [20, "9:00"],
        what: "link_refused",
        organisation: 1,
        need: 2,
        focus: 1,
        value: FAILED.ineligible,
        because: [{ kind: "refusal", need: 2, places: 40, placesAtStart: 55, weeks: 6 }],
      },
      { at: [20, "9:00"], what: "need_given_up", need: 2, focus: 1 },
      { at: [38, "0:00"], what: "post_filled", record: null, post: 0 },
      { at: [40, "0:00"], what: "action", record: null, value: 0 },
      { at: [60, "9:00"], what: "missed", post: 0, value: 1 },
      { at: [60, "9:00"], what: "ended", post: 0, value: ENDED.left },
    ] as const satisfies ShortRow[];
    await expect(told(rows)).toMatchFileSnapshot("../golden/stories/left.txt");
  });

  it("tells of patience that is over, of a closing list, and of what opens no episode", async () => {
    const waits = {
      kind: "waits",
      need: 0,
      posts: 1,
      fullPosts: 0,
      caseload: 30,
      cap: 40,
      filledAt: 0,
    } as const;
    const rows = [
      ...referral(0, { at: [0, "10:00"], what: "listed", because: [{ ...waits, place: 1 }] }),
      { at: [5, "9:00"], what: "request", record: -1, because: [WHO] },
      { at: [5, "9:00"], what: "already_open", record: -1, because: [WHO] },
      {
        at: [60, "8:00"],
        what: "gave_up_waiting",
        because: [{ ...waits, place: 1, fullPosts: 1, caseload: 40 }],
      },
      { at: [60, "8:00"], what: "ended", value: ENDED.gave_up_waiting },
      { at: [100, "9:00"], what: "comes_back", record: -1, because: [WHO] },
      { at: [100, "9:00"], what: "request", record: 1, value: 3, because: [WHO] },
      { at: [100, "9:00"], what: "need", record: 1, need: 1, focus: 7, value: 2 },
      { at: [100, "9:00"], what: "listed", record: 1 },
      { at: [120, "9:00"], what: "relisted", record: 1 },
      { at: [120, "9:00"], what: "ended", record: 1, value: ENDED.post_ended },
      { at: [150, "9:00"], what: "request", record: -1, because: [WHO] },
      { at: [150, "9:00"], what: "usual_care", record: -1, because: [WHO] },
      { at: [170, "9:00"], what: "never_referred", record: -1, because: [WHO] },
    ] as const satisfies ShortRow[];
    await expect(told(rows)).toMatchFileSnapshot("../golden/stories/closing-list.txt");
  });

  it("says how things stand when the run ends", () => {
    const rows = [
      ...referral(0, { at: [0, "10:00"], what: "listed" }),
      ...seen(0, "10:15"),
      { at: [7, "10:15"], what: "contact", post: 0, value: 1 },
      { at: [7, "10:15"], what: "link_sent", post: 0, organisation: 1, need: 1, focus: 3, value: 1 },
      { at: [7, "10:15"], what: "link_sent", post: 0, organisation: 0, need: 2, focus: 1, value: 1 },
      { at: [9, "10:15"], what: "link_started", organisation: 0, need: 2, focus: 1 },
    ] as const satisfies ShortRow[];
    expect(told(rows).split("\n").at(-1)).toBe(
      "Tuesday 18 August 2015, when the run ends: she is still with the link worker, after one contact, in a place at lunch-club and waiting for an answer or a place at clinic.",
    );
  });
});

it("has a clause for every kind of event", async () => {
  const clauses = (Object.keys(HAPPENED) as WhatName[]).map((what) =>
    eventWords(
      aChronicle([
        {
          at: [3, "9:30"],
          what,
          post: 0,
          organisation: 0,
          need: 1,
          focus: 1,
          value: what === "action" ? 0 : 2,
        },
      ]),
      0,
    ),
  );
  await expect(clauses.join("\n")).toMatchFileSnapshot("../golden/stories/clauses.txt");
});
