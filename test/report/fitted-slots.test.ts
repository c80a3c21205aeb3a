import { expect, it } from "vitest";
import { fittedSlots } from "../../cli/report/front/fitted-slots.ts";
import { slotsOf } from "../../cli/report/front/slots.ts";

const words = (count: number): string => Array.from({ length: count }, () => "word").join(" ");
const svg = `<svg><title>${words(90)}</title><g><text>${words(20)}</text><desc>${words(90)}</desc></g></svg>`;
const FRONT = {
  question: words(10),
  answer: words(30),
  lines: [{ mark: "!", text: words(9) }],
  numbers: [{ value: "7", label: words(4), note: words(5) }],
  figure: { name: "people", heading: words(5), svg, narrow: words(90), title: words(90), description: "" },
};

it("slots of a front say at once, in their order, what 150 words leave room for", () => {
  const slots = [
    { heading: "Why", gist: words(6), text: "" },
    { heading: "What to do", gist: words(50), text: "behind" },
    { heading: "Measure first", text: words(35) },
    { heading: "Waiting lists", mark: "!", gist: words(14), text: "" },
  ];
  // 87 around them with the line at the foot, 8 of headings: 55 are left.
  const fitted = fittedSlots({ ...FRONT, slots }, words(2));
  expect(fitted.map(({ gist, text }) => gist ?? text)).toEqual([words(6), "", words(35), ""]);
  expect(fitted[1].text).toBe("behind");
});

it("what would change an answer and is to be measured first is said once", () => {
  const [doubt, measureFirst] = ["How many hangs on it.", "Measure it first."].map((text) => ({
    ...{ gist: "accepted requests", text },
  }));
  expect(slotsOf({ doubt, measureFirst })).toEqual([
    {
      heading: "What would change it, to measure first",
      gist: "accepted requests",
      text: "How many hangs on it. Measure it first.",
    },
  ]);
  expect(slotsOf({ doubt, measureFirst: { ...measureFirst, gist: "minutes" } })).toHaveLength(2);
});
