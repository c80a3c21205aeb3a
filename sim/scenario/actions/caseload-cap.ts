import * as z from "zod";
import { countText } from "../../words/numbers.ts";
import { declareAction } from "../declare-action.ts";
import { quantity, unlimited } from "../quantity.ts";

export const caseloadCap = declareAction(
  "caseload_cap",
  {
    cap: z.union([
      quantity("people", {
        min: 1,
        max: 100_000,
        whole: true,
        meaning: "maximum number of open cases of a full-time post",
      }),
      unlimited(),
    ]),
  },
  {
    example: "cap: 10 people",
    meaning: "another cap on caseloads",
    text: ({ cap }) =>
      cap === Number.POSITIVE_INFINITY
        ? "there is no cap on caseloads"
        : `a full-time post has at most ${countText(cap, "open case")}`,
    mark: ({ cap }) => (cap === Number.POSITIVE_INFINITY ? "no caseload cap" : `caseload cap ${cap}`),
  },
);
