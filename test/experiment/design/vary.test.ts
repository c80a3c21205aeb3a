import { describe, expect, it } from "vitest";
import { planSweep, type SweepRequest } from "../../../sim/experiment/design/sweep-plan.ts";
import { type VariedParameter, valueAt } from "../../../sim/experiment/design/varied-parameter.ts";
import { readVariations, variationOf } from "../../../sim/experiment/design/vary.ts";
import { type Problem, renderProblem, ScenarioError } from "../../../sim/scenario/problem.ts";

/** Reads what `--vary` says; fails if anything is wrong with it. */
function varied(...written: string[]): readonly VariedParameter[] {
  const problems: Problem[] = [];
  const parameters = readVariations(written.map(variationOf), (problem) => problems.push(problem));
  expect(problems.map(renderProblem)).toEqual([]);
  return parameters.map(({ parameter }) => parameter);
}

const textsOf = (written: string): (string | undefined)[] | undefined =>
  varied(written)[0]?.levels?.map(({ text }) => text);

/** Gives the lines that a user reads about a request. */
function refusalOf(request: Partial<SweepRequest> & { written?: readonly string[] }): string[] {
  const { written = ["link_workers.fte=0.5:1:0.1"], ...more } = request;
  try {
    planSweep({ vary: written.map(variationOf), ...more });
  } catch (failure) {
    if (failure instanceof ScenarioError) return failure.problems.map(renderProblem);
    throw failure;
  }
  throw new Error("the sweep was not refused");
}

describe("a range with a step", () => {
  it("gives exact decimals, and its end if a step hits it", () => {
    expect(textsOf("link_workers.fte=0.1:0.5:0.1")).toEqual(["0.1", "0.2", "0.3", "0.4", "0.5"]);
    expect(textsOf("link_workers.fte=0.5:1.0:0.2")).toEqual(["0.5", "0.7", "0.9"]);
    expect(textsOf("drop_off.base=-.5:0.5:.25")).toEqual(["-0.5", "-0.25", "0", "0.25", "0.5"]);
  });

  it("takes its unit with each number, or once after the last", () => {
    const shares = ["10 %", "30 %", "50 %"];
    expect(textsOf("timeline[cut].share=10 %:50 %:20 %")).toEqual(shares);
    expect(textsOf("timeline[cut].share=10:50:20 %")).toEqual(shares);
    expect(textsOf("timeline[cut].share=10%:50%:20%")).toEqual(shares);
    expect(textsOf("waiting_list.patience=1 week:5 weeks:2 weeks")).toEqual([
      "1 weeks",
      "3 weeks",
      "5 weeks",
    ]);
    expect(textsOf("referral.rate=20:30:10 per 1000 a year")).toEqual([
      "20 per 1000 a year",
      "30 per 1000 a year",
    ]);
    expect(textsOf("costs.post=£42,000:£43,000:£500")).toEqual(["42000 GBP", "42500 GBP", "43000 GBP"]);
  });

  it("may be of factors", () => {
    expect(varied("practices[*].list_size=x0.8:x1.2:x0.2")).toMatchObject([
      { kind: "factor", levels: [{ value: 0.8, text: "x0.8" }, { value: 1, text: "x1" }, { value: 1.2 }] },
    ]);
  });

  it("of dates steps by the calendar from the first date, and stays in short months", () => {
    expect(textsOf("timeline[cut].date=2024-04-01:2025-04-01:3 months")).toEqual([
      "2024-04-01",
      "2024-07-01",
      "2024-10-01",
      "2025-01-01",
      "2025-04-01",
    ]);
    expect(textsOf("timeline[cut].date=2023-11-30:2024-03-31:1 month")).toEqual([
      "2023-11-30",
      "2023-12-30",
      "2024-01-30",
      "2024-02-29",
      "2024-03-30",
    ]);
    expect(textsOf("start=2024-02-26:2024-03-11:1 week")).toEqual(["2024-02-26", "2024-03-04", "2024-03-11"]);
    expect(textsOf("start=2024-02-29:2026-03-01:1 year")).toEqual(["2024-02-29", "2025-02-28", "2026-02-28"]);
  });
});

describe("a list", () => {
  it("is of words, of numbers in one unit, or of both as text", () => {
    expect(varied("timeline[cut].rule=smallest_list, spread")).toMatchObject([
      { kind: "text", levels: [{ value: "smallest_list" }, { value: "spread" }], range: null },
    ]);
    expect(varied("mechanisms.hold-off=on,off")).toMatchObject([
      { levels: [{ text: "on" }, { text: "off" }] },
    ]);
    expect(varied("timeline[cut].share=10,25,50 %")).toMatchObject([
      { kind: "number", unit: "%", levels: [{ value: 10, text: "10 %" }, { value: 25 }, { value: 50 }] },
    ]);
    expect(varied("link_workers.caseload_cap=30,50,none")).toMatchObject([
      { kind: "text", levels: [{ value: "30" }, { value: "50" }, { value: "none" }] },
    ]);
  });

  it("may be of lists, and of times of day", () => {
    expect(textsOf("timeline[cut].types=[local],[local, city_wide]")).toEqual([
      "[local]",
      "[local, city_wide]",
    ]);
    expect(textsOf("calendar.opens=08:00,09:00")).toEqual(["08:00", "09:00"]);
  });
});

describe("a value of a sample", () => {
  const at = (written: string, ...us: number[]): (number | string)[] =>
    us.map((u) => valueAt(varied(written)[0] as VariedParameter, u).value);

  it("goes from one end of a range to the other", () => {
    expect(at("link_workers.fte=0.5:1", 0, 0.5, 1 - 1e-12)).toEqual([0.5, 0.75, 1]);
    expect(at("timeline[cut].share=10 %:50 %:10 %", 0, 0.5, 1 - 1e-12)).toEqual([10, 30, 50]);
  });

  it("is whole where the schema wants it, each number alike", () => {
    expect(at("timeline[cut].to=40:43", 0, 0.24, 0.26, 0.74, 0.76, 0.999)).toEqual([40, 40, 41, 42, 43, 43]);
  });

  it("is a day, a whole penny, a member of a list", () => {
    expect(at("timeline[cut].date=2024-02-28:2024-03-01", 0, 0.5, 0.999)).toEqual([
      "2024-02-28",
      "2024-02-29",
      "2024-03-01",
    ]);
    expect(at("costs.post=100 GBP:101 GBP", 0.123456)).toEqual([100.12]);
    expect(at("timeline[cut].rule=smallest_list,spread", 0.49, 0.51)).toEqual(["smallest_list", "spread"]);
  });
});

describe("what is refused", () => {
  it("is told all at once, with the nearest name", () => {
    expect(
      refusalOf({
        written: [
          "link_workrs.fte=0.5:1:0.1",
          "link_workers.fte=0.5:1:0.1",
          "link_workers.fte=0.5,0.6",
          "timeline[cut].rule=smalest_list,spread",
          "mechanisms.boun=on,off",
        ],
        metrics: ["wait.first_contact.meen"],
      }),
    ).toMatchInlineSnapshot(`
      [
        "--vary link_workrs.fte: found the unknown key "link_workrs", expected a key of the scenario. Did you mean link_workers?",
        "--vary link_workers.fte: found the parameter a second time, expected each parameter once. Put all its values into one.",
        "--vary timeline[cut].rule: found "smalest_list", expected one of smallest_list, least_deprived, drawn, spread. Did you mean smallest_list?",
        "--vary mechanisms.boun: found the unknown key "boun", expected a key of the scenario. Did you mean bounce?",
        "--metrics: found wait.first_contact.meen, expected a metric that linksim measures. Did you mean wait.first_contact.mean?",
      ]
    `);
  });

  it.each([
    [
      "link_workers.fte",
      "link_workers.fte: found no values, expected a range such as 10 %:50 %:10 %, or a list such as a,b,c.",
    ],
    [
      "link_workers.fte=",
      "link_workers.fte: found no values, expected a range such as 10 %:50 %:10 %, or a list such as a,b,c.",
    ],
    [
      "link_workers.fte=0.8",
      'link_workers.fte: found "0.8", expected a range such as 10 %:50 %:10 %, or a list such as a,b,c. For one value use --set.',
    ],
    [
      "link_workers.fte=0.8:",
      'link_workers.fte: found "0.8:", expected a range such as 10 %:50 %:10 %, or a list such as a,b,c.',
    ],
    [
      "link_workers.fte=1:0.5:0.1",
      'link_workers.fte: found "1:0.5:0.1", expected a range from a smaller number to a larger one.',
    ],
    [
      "link_workers.fte=0.5:1:0",
      'link_workers.fte: found "0.5:1:0", expected a step over 0, such as 0:1:0.25.',
    ],
    [
      "link_workers.fte=0.5:1:0.6",
      'link_workers.fte: found "0.5:1:0.6", expected a step no longer than the range.',
    ],
    [
      "link_workers.fte=0.5:1.2:0.1",
      "link_workers.fte: found 1.1, expected share of full time of each post, where it does not say its own: a number from 0.05 to 1.",
    ],
    [
      "link_workers.fte=0.5:1:0.1:3",
      'link_workers.fte: found "0.5:1:0.1:3", expected a range such as 10 %:50 %:10 %, or a list such as a,b,c.',
    ],
    [
      "link_workers.fte=0.1:1:0.00001",
      'link_workers.fte: found "0.1:1:0.00001", expected at most 10000 steps.',
    ],
    [
      "link_workers.fte=x0.5:1:0.1",
      'link_workers.fte: found "x0.5:1:0.1", expected a range of numbers. Write numbers in one unit, such as 10 %:50 %:10 %, or factors, such as x0.8:x1.2:x0.1.',
    ],
    ["link_workers.fte=0.5,0.50", 'link_workers.fte: found "0.5" twice, expected each value once.'],
    [
      "link_workers.fte=0.5:1",
      "link_workers.fte: found a range without a step, expected the values that a grid takes. Add a step, A:B:STEP, or take the design lhs or sobol.",
    ],
    [
      "timeline[cut].to=1:3:0.5",
      "timeline[cut].to: found 1.5, expected number of posts that are left, where posts are not named: a whole number from 0 to 100000. Write a whole number.",
    ],
    [
      "timeline[cut].share=10 %:50 %:0.1",
      "timeline[cut].share: found 10 %, 50 %, 0.1, expected numbers in one unit. Write one unit with each number, or once, after the last.",
    ],
    [
      "waiting_list.patience=4:12:2",
      "waiting_list.patience: found 4, expected median time that a person waits for an offer before giving up: a duration more than 0 minutes to 60 years. Add the unit: minutes, hours, days, weeks, months or years, such as 4 weeks; 4 alone has none.",
    ],
    [
      "waiting_list.patience=4 weeks:1 year:2 weeks",
      "waiting_list.patience: found 4 weeks, 1 year, 2 weeks, expected numbers in one unit. Write one unit with each number, or once, after the last.",
    ],
    [
      "waiting_list.patience=4 wekes:12 wekes:2 wekes",
      'waiting_list.patience: found "4 wekes", expected median time that a person waits for an offer before giving up: a duration more than 0 minutes to 60 years. Did you mean weeks? Units that fit: minutes, hours, days, weeks, months or years.',
    ],
    [
      "timeline[cut].date=2024-04-31:2025-04-01:3 months",
      'timeline[cut].date: found "2024-04-31", expected when it takes effect: a date such as 2014-04-02. Write the year, month and day of a real day from 1900 to 2199.',
    ],
    [
      "timeline[cut].date=2024-04-01:2025-04-01:3",
      'timeline[cut].date: found "3", expected a step such as 3 months, 2 weeks or 10 days.',
    ],
    [
      "timeline[cut].date=2025-04-01:2024-04-01:3 months",
      'timeline[cut].date: found "2025-04-01:2024-04-01:3 months", expected a range from an earlier date to a later one.',
    ],
    [
      "timeline[cut].rule=smallest_list:spread",
      'timeline[cut].rule: found the range "smallest_list:spread", expected a list such as a,b,c. Only numbers and dates have ranges.',
    ],
    [
      "timeline.cut.rule=smallest_list,spread",
      'timeline.cut.rule: found the key "cut", expected a member of the list. Name the member by its id, or all of them by [*].',
    ],
    [
      "costs.post=42,000 GBP",
      "costs.post: found 42,000 GBP, expected numbers without zeros in front. A comma parts values; write 42000, not 42,000.",
    ],
    [
      "extends=a,b",
      'extends: found "extends", expected a parameter of the model. Write a scenario file that extends this one to name other files.',
    ],
  ])("says of %s what was expected", (written, said) => {
    expect(refusalOf({ written: [written] })).toEqual([`--vary ${said}`]);
  });

  it("is a number of points for a grid, none for a sample, and nothing to vary", () => {
    expect(refusalOf({ points: 5 })).toEqual([
      "--points: found 5, expected no number of points for a grid. Leave it out, or take the design lhs or sobol.",
    ]);
    expect(refusalOf({ design: "sobol", written: ["link_workers.fte=0.5:1"] })).toEqual([
      "--points: found no number of points, expected how many points sobol draws. A power of two, such as 256, is the most even.",
    ]);
    expect(refusalOf({ design: "lhs", points: 0, written: ["link_workers.fte=0.5:1"] })).toEqual([
      "--points: found 0, expected a whole number from 1 to 100,000.",
    ]);
    expect(refusalOf({ written: [] })).toEqual([
      "--vary: found nothing to vary, expected a parameter or more. For example link_workers.fte=0.5:1.0:0.1.",
    ]);
  });

  it("is a grid too large to be meant", () => {
    const wide = ["uptake", "uptake_per_week"].map((key) => `waiting_list.${key}=0:10:0.01`);
    expect(refusalOf({ written: wide })).toEqual([
      "--vary: found 1002001 points, expected a grid of at most 100000. Take longer steps, or the design sobol.",
    ]);
  });
});

describe("a step in a sample", () => {
  it("is told, since the sample is drawn from all of the range", () => {
    const vary = [variationOf("link_workers.fte=0.5:1:0.1")];
    expect(planSweep({ vary, design: "lhs", points: 4 }).warnings.map(renderProblem)).toEqual([
      "--vary link_workers.fte: warning: found a range with a step, expected a range without one, as lhs draws from all of it." +
        " Write A:B, or list the values to keep to them.",
    ]);
  });
});
