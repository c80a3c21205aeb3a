import { expect, it } from "vitest";
import { sideBySide, worthReadingText } from "../../cli/screen/story-text.ts";

const day = (minute: number, date: string, ...sentences: string[]) => ({ minute, date, sentences });

it("sets days of one date beside each other, each column wrapped for itself", () => {
  const long = "She saw the link worker for the first time, two weeks after the referral.";
  const text = sideBySide(
    ["base", "cut"],
    [day(0, "Monday", long), day(1440, "Tuesday", "She left.")],
    [day(0, "Monday", "She waited."), day(2880, "Wednesday", "She gave up.")],
  );
  expect(text).toMatchInlineSnapshot(`
    "base                                             | cut
    ------------------------------------------------ | ------------------------------------------------
    Monday. She saw the link worker for the first    | Monday. She waited.
    time, two weeks after the referral.              |
                                                     |
    Tuesday. She left.                               |
                                                     |
                                                     | Wednesday. She gave up.
                                                     |
    "
  `);
});

it("says so where nobody was referred", () => {
  const place = { scenario: "empty", seed: "1", replication: 3 };
  expect(worthReadingText([], place, "linksim trace empty")).toBe(
    "Nobody was referred in empty, seed 1, replication 3.\n",
  );
});
