import { describe, expect, it } from "vitest";
import { ZodArray, type ZodType } from "zod";
import { checkScenario } from "../../sim/experiment/check-layout.ts";
import { ACTIONS } from "../../sim/scenario/actions.ts";
import { bare } from "../../sim/scenario/internal/walk-schema.ts";
import { type Problem, renderProblem, ScenarioError } from "../../sim/scenario/problem.ts";
import { load } from "../scenario/scenario-files.ts";

/** Three practices, two of them in a pool, three posts, three organisations; the timeline begins on line 15. */
const SERVICE = `name: a
start: 2024-01-01
horizon: 52 weeks
practices:
  - { id: elm, list_size: 3000 }
  - { id: oak, list_size: 4000 }
  - { id: ash, list_size: 5000 }
pools: [{ id: north, practices: [elm, oak] }]
link_workers: { posts: [{ id: one, pool: north }, { id: two, pool: north }, { id: three, practice: ash }] }
organisations:
  members:
    - { id: club, type: local, focus: work, locality: elm }
    - { id: advice, type: city_wide, focus: money_advice }
    - { id: clinic, type: statutory, focus: mental_health }
`;

function told(actions: readonly string[]): readonly Problem[] {
  const lines = actions.map((action, n) => `  - { id: a${n}, ${action} }\n`);
  const text = `${SERVICE}timeline:\n${lines.join("")}`;
  try {
    return checkScenario(load(text));
  } catch (failure) {
    if (failure instanceof ScenarioError) return failure.problems;
    throw failure;
  }
}

const on = (day: string, kind: string, more: string): string => `date: 2024-${day}, kind: ${kind}, ${more}`;

describe("a dated change that cannot come about is refused where it stands", () => {
  it.each<[string, string[], string]>([
    [
      "a cut to more posts than there are",
      [on("02-01", "posts_cut", "to: 4")],
      "16:54 timeline[a0].to: found 4 posts, expected at most 3",
    ],
    [
      "a cut to more than an earlier one has left",
      [on("02-01", "posts_cut", "to: 1"), on("03-01", "posts_cut", "to: 2")],
      "17:54 timeline[a1].to: found 2 posts, expected at most 1",
    ],
    [
      "a cut that is announced after it happens",
      [on("02-01", "posts_cut", "to: 1, announced: 2024-02-02")],
      'timeline[a0].announced: found "2024-02-02", expected a date not after that of the action',
    ],
    [
      "a cut of a post that has ended",
      [on("02-01", "posts_cut", "posts: [one]"), on("03-01", "posts_cut", "posts: [two, one]")],
      '17:63 timeline[a1].posts: found "one", expected a post that is there on 1 March 2024; this one ended on 1 February 2024',
    ],
    [
      "a cut of a post that begins later",
      [
        on("03-01", "posts_added", "posts: [{ id: new, practice: elm }]"),
        on("02-01", "posts_cut", "posts: [new]"),
      ],
      'timeline[a1].posts: found "new", expected a post that is there on 1 February 2024; this one begins later',
    ],
    [
      "a cut of a post that begins on the same day, but further down",
      [
        on("02-01", "posts_cut", "posts: [new]"),
        on("02-01", "posts_added", "posts: [{ id: new, practice: elm }]"),
      ],
      "timeline[a0].posts",
    ],
    [
      "a cut that is spread after posts have changed",
      [on("02-01", "posts_cut", "posts: [one]"), on("03-01", "posts_cut", "to: 1, rule: spread")],
      "timeline[a1].rule: found spread after another change of posts",
    ],
    [
      "a rule where posts are named",
      [on("02-01", "posts_cut", "posts: [one], rule: drawn")],
      "timeline[a0].rule: found drawn",
    ],
    [
      "a move of a post to where it is",
      [on("02-01", "posts_moved", "posts: [one], pool: north")],
      'timeline[a0].posts: found "one"',
    ],
    [
      "a move to a pool that was joined",
      [
        on("02-01", "posts_shared", "practices: [ash, elm]"),
        on("03-01", "posts_moved", "posts: [three], pool: north"),
      ],
      'timeline[a1].pool: found "north", expected a pool that is there on 1 March 2024; this one was joined',
    ],
    [
      "a post that is shared with itself",
      [on("02-01", "posts_shared", "practices: [elm, elm]")],
      'timeline[a0].practices: found "elm" a second time',
    ],
    [
      "practices that share one list already",
      [on("02-01", "posts_shared", "practices: [elm, oak]")],
      "timeline[a0].practices: found practices that share one list already",
    ],
    [
      "a rise that takes longer than it lasts",
      [on("02-01", "demand_surge", "rise: 10 %, over: 8 weeks, lasts: 4 weeks")],
      "timeline[a0].over: found a rise that takes longer than it lasts",
    ],
    [
      "a grant that lasts no time",
      [on("02-01", "grant", "amount: 10 GBP, lasts: 0 weeks")],
      "timeline[a0].lasts: found",
    ],
    [
      "a policy that changes nothing",
      ["date: 2024-02-01, kind: contact_policy"],
      "16:5 timeline[a0]: found no change of contacts",
    ],
    [
      "an organisation that it does not concern",
      [on("02-01", "statutory_withdrawal", "share: 50 %, organisations: [clinic, club]")],
      'timeline[a0].organisations: found "club"',
    ],
  ])("%s", (_, actions, words) => {
    const problems = told(actions);
    expect(problems.map(renderProblem).join("\n")).toContain(words);
    expect(problems.some(({ severity }) => severity === "error")).toBe(true);
    expect(problems.every(({ file, line }) => file === "here/pilot.yaml" && line !== undefined)).toBe(true);
  });

  it("or is warned of: a cut of organisations that are all closed by then", () => {
    const actions = [
      on("02-01", "closure", "types: [local]"),
      on("03-01", "funding_cut", "types: [local], share: 10 %"),
    ];
    expect(told(actions).map(renderProblem).join()).toMatch(
      /:17:5 timeline\[a1\]: warning: .* all closed by then/,
    );
  });
});

describe("a dated change that can come about passes", () => {
  it.each<[string, string[]]>([
    ["a cut to as many as there are, as a point of a sweep has it", [on("02-01", "posts_cut", "to: 3")]],
    ["a cut that is announced on its day", [on("02-01", "posts_cut", "to: 1, announced: 2024-02-01")]],
    [
      "posts cut by name after some were cut by rule, which nobody knows",
      [on("02-01", "posts_cut", "to: 2"), on("03-01", "posts_cut", "posts: [one]")],
    ],
    [
      "a post that begins and ends, in the order of the file",
      [
        on("02-01", "posts_added", "posts: [{ id: new, practice: elm }]"),
        on("02-01", "posts_cut", "posts: [new]"),
      ],
    ],
    [
      "a post that moves there and back",
      [
        on("02-01", "posts_moved", "posts: [one], practice: ash"),
        on("03-01", "posts_moved", "posts: [one], pool: north"),
      ],
    ],
    ["posts that are shared, once", [on("02-01", "posts_shared", "practices: [elm, ash]")]],
  ])("%s", (_, actions) => {
    expect(told(actions)).toEqual([]);
  });
});

describe("a list of names or words in any kind of action", () => {
  const lists = ACTIONS.flatMap(({ kind, schema }) =>
    Object.entries<ZodType>(schema.shape).flatMap(([field, of]) => {
      const inner = bare(of);
      return inner instanceof ZodArray ? [{ kind, field, element: inner.element }] : [];
    }),
  );
  const WORDS: Readonly<Record<string, string>> = {
    types: "local",
    focuses: "work",
    organisations: "club",
    practices: "elm",
    posts: "one",
    on: "referrals",
  };
  const REST: Readonly<Record<string, string>> = {
    funding_cut: "share: 10 %, ",
    statutory_withdrawal: "share: 10 %, ",
    demand_surge: "rise: 10 %, ",
    grant: "amount: 10 GBP, ",
    posts_moved: "practice: ash, ",
    integration_support: "by: 10 %, ",
    hours_changed: "fte: 0.5, ",
  };

  it("is known to this test", () => expect(lists.length).toBeGreaterThan(15));

  it.each(lists.filter(({ kind }) => kind !== "posts_added"))(
    "has each once: $kind.$field",
    ({ kind, field }) => {
      const word = WORDS[field];
      const action = on("02-01", kind, `${REST[kind] ?? ""}${field}: [${word}, ${word}]`);
      expect(told([action]).map(renderProblem).join("\n")).toContain(
        `timeline[a0].${field}: found "${word}" a second time`,
      );
    },
  );
});
