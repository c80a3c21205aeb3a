import * as z from "zod";
import { declareAction } from "../declare-action.ts";

export const triage = declareAction(
  "triage",
  {
    order: z
      .enum(["fifo", "crisis_first"])
      .describe("who is next: whoever was referred first, or people in a crisis before others"),
  },
  {
    example: "order: crisis_first",
    meaning: "another order of the waiting lists",
    text: ({ order }) =>
      order === "fifo"
        ? "waiting lists go by date of referral"
        : "people in a crisis go first on waiting lists",
    mark: ({ order }) => (order === "fifo" ? "lists by date" : "crisis first"),
  },
);
