import { describe, expect, it } from "vitest";
import { closingText } from "../../cli/report/sections/cut-section.ts";
import { differenceSentence } from "../../cli/report/sections/difference-section.ts";
import { verdictSentence } from "../../cli/report/sections/verdict-section.ts";
import { ANYWHERE, changeText, estimateText } from "../../cli/report/sentences/interval-words.ts";
import { peopleText, unseenText } from "../../cli/report/sentences/people-sentences.ts";
import {
  costText,
  networkingText,
  organisationsText,
  postsText,
  spreadsheetText,
} from "../../cli/report/sentences/service-sentences.ts";
import { crisisText, waitText } from "../../cli/report/sentences/waiting-sentences.ts";
import { settledAfter } from "../../sim/findings/settled-after.ts";
import { meanInterval } from "../../sim/stats/mean-interval.ts";
import { replicationInterval } from "../../sim/stats/replication-interval.ts";
import { tableBuilder } from "../../sim/tables/make-table.ts";
import { RETENTION } from "../../sim/tables/retention.ts";
import { aRun } from "./a-run.ts";

const people = { more: "more people", fewer: "fewer people" };

describe("an estimate", () => {
  it("is written with its interval, and alone where there is none or chance changes nothing that is written", () => {
    expect(estimateText(meanInterval([600, 612]))).toBe("606 (530 to 682)");
    expect(estimateText(meanInterval([606]))).toBe("606");
    expect(estimateText(meanInterval([606, 606.01, 606]))).toBe("606");
    expect(estimateText(meanInterval([]))).toBe("not known");
  });

  it("of what is counted has no bound below nothing, of what can be less than nothing it has", () => {
    const wide = meanInterval([30, 40, 149]);
    expect(estimateText(wide)).toBe("73 (0 to 237)");
    expect(estimateText(wide, 0, { inside: ANYWHERE })).toBe("73 (-91 to 237)");
  });

  it("stays inside what a share can be", () => {
    expect(estimateText(meanInterval([0.9, 1]), 0, { factor: 100, inside: [0, 1] })).toBe("95 (31 to 100)");
  });
});

describe("a difference", () => {
  it("says how many more or fewer, with the interval in the same direction", () => {
    expect(changeText(replicationInterval([-20, -22, -21]), people)).toBe("21 fewer people (19 to 23)");
    expect(changeText(replicationInterval([20, 22, 21]), people)).toBe("21 more people (19 to 23)");
  });

  it("is none beyond chance where the interval holds 0, and untold in one replication", () => {
    expect(changeText(replicationInterval([-20, 22, 1]), people)).toBe(
      "no difference beyond chance (-51 to +53)",
    );
    expect(changeText(replicationInterval([-20]), people)).toBe(
      "20 fewer people (one replication: chance is not told)",
    );
  });
});

describe("waiting lists", () => {
  it("have settled when they stay near where they end", () => {
    expect(settledAfter([400, 300, 220, 200, 210, 190, 200, 205])).toBe(2);
    expect(settledAfter([200, 205, 195, 200])).toBe(0);
    expect(settledAfter([100, 150, 200, 250, 300, 350, 400, 450])).toBeNull();
  });
});

describe("sentences for a board", () => {
  const base = aRun("base", 1);
  const cut = aRun("cut", 0.5);
  const life = tableBuilder(RETENTION);
  const none = {
    referred: 0,
    reached: 0,
    reached_share: 0,
    ci_low: 0,
    ci_high: 0,
    left_after: 0,
    finished: 0,
    gave_up_waiting: 0,
    declined: 0,
    never_attended: 0,
    left: 0,
    reviewed_out: 0,
    post_ended: 0,
    still_open: 0,
    n: 0,
  };
  for (const row of [
    { contacts: 0, left_after: 30, gave_up_waiting: 10, declined: 15, never_attended: 5, still_open: 4 },
    { contacts: 1, finished: 6, left: 12, still_open: 2 },
    { contacts: 2, finished: 20, left: 7, still_open: 1 },
  ])
    life.add({ ...none, scenario: "base", group_by: "all", group: "all", ...row });
  const retention = life.build();

  it("keep their words", () => {
    expect({
      verdict: verdictSentence(base),
      people: peopleText(base, retention),
      unseen: unseenText(base, retention),
      wait: waitText(base),
      crisis: crisisText(base),
      posts: postsText(base),
      networking: networkingText(base),
      organisations: organisationsText(base),
      cost: costText(base),
      spreadsheet: spreadsheetText(base),
      difference: differenceSentence(base, cut),
      closing: { about: "cut", text: closingText(cut, "2024-04-01") },
    }).toMatchSnapshot();
  });

  it("never call a year's referrals a caseload", () => {
    expect(postsText(base)).not.toMatch(/caseload (of|is) \d/);
    expect(postsText(base)).toContain("cases open at any one time");
  });
});
