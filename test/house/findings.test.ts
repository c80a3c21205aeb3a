import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Answers, kept } from "../../bench/findings/answers.ts";
import { firstReplications } from "../../bench/findings/first-replications.ts";
import { findingsPage } from "../../bench/findings/page.ts";

const stored = JSON.parse(readFileSync("bench/findings/kept.json", "utf8")) as {
  readonly first_replications: Readonly<Record<string, string>>;
  readonly answers: Answers;
};

describe("docs/findings.md", () => {
  it("tells the numbers that are kept, and no other", async () => {
    await expect(findingsPage(kept(stored.answers))).toMatchFileSnapshot("../../docs/findings.md");
  });

  it("has the numbers of the model as it is: npm run findings", () => {
    expect(firstReplications()).toEqual(stored.first_replications);
  });

  it("refuses a sentence that is no longer true, and a number that nobody asked for", () => {
    const flat = kept(
      Object.fromEntries(
        Object.entries(stored.answers).map(([command, answers]) => [
          command,
          Object.fromEntries(Object.keys(answers).map((question) => [question, 1])),
        ]),
      ),
    );
    expect(() => findingsPage(flat)).toThrow(
      "no longer true, write it anew: The cut makes the average wait shorter.",
    );
    expect(() => findingsPage(kept({}))).toThrow(
      'no answer is kept to "glasgow-2021 contacts.per_link_worker_year"',
    );
  });
});
