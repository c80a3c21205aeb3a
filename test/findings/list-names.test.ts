import { describe, expect, it } from "vitest";
import { listNames } from "../../sim/findings/list-names.ts";
import { scenarioFrom } from "../support/a-scenario.ts";

const nameIn = (yaml: string): ((list: string) => string) =>
  listNames(scenarioFrom(`name: a\nlink_workers: { fte: 1 }\n${yaml}`).scenario);

describe("a waiting list is named by", () => {
  it("its id alone where its practice has no title", () => {
    const nameOf = nameIn(
      "practices: [{ id: elm, list_size: 3000 }, { id: oak, list_size: 4000, title: Oak Street }]",
    );
    expect([nameOf("elm"), nameOf("oak")]).toEqual(["elm", "oak (Oak Street)"]);
  });

  it("the people of a practice that was generated, since that is no place", () => {
    const nameOf = nameIn(
      "generate: { practices: 3, pools: 0, regions: 1, posts: 3, list_size: 5000, list_spread: 0.3, most_deprived: [20 %, 60 %] }\n" +
        "practices: [{ id: elm, list_size: 3000 }]",
    );
    expect(nameOf("elm")).toBe("elm");
    expect(nameOf("practice-2")).toMatch(
      /^practice-2 \(\d,\d{3} people, \d+ % in the most deprived fifth\)$/,
    );
    expect(nameOf("practice-3")).not.toBe(nameOf("practice-2").replace("-2", "-3"));
  });

  it("the practices and people of a pool", () => {
    const nameOf = nameIn(
      "practices: [{ id: elm, list_size: 3000 }, { id: oak, list_size: 4000 }]\npools: [{ id: both, practices: [elm, oak] }]",
    );
    expect(nameOf("both")).toBe("both (2 practices, 7,000 people)");
  });
});
