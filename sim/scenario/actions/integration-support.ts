import * as z from "zod";
import { percentText } from "../../words/numbers.ts";
import { declareAction } from "../declare-action.ts";
import { id, share } from "../fields.ts";
import { someOf } from "../internal/action-parts.ts";

export const integrationSupport = declareAction(
  "integration_support",
  {
    practices: z.array(id).min(1).optional().describe("practices it concerns; all if left out"),
    by: share("what support adds to each driver of integration, up to a maximum of 1"),
  },
  {
    example: "by: 50 %",
    meaning: "practices are helped to make the programme their own",
    text({ practices, by }) {
      const whom = practices === undefined ? "all practices" : someOf(practices);
      return `${whom} get support that adds ${percentText(by)} to each driver of integration`;
    },
    mark: () => "practices supported",
  },
);
