import { percentText } from "../../words/numbers.ts";
import { declareAction } from "../declare-action.ts";
import { share } from "../fields.ts";

export const handover = declareAction(
  "handover",
  {
    ties: share("part of a tie that is kept when either side leaves"),
    patients: share("part of the effect of a new link worker on patients that a joint meeting takes away"),
  },
  {
    example: "ties: 100 %, patients: 100 %",
    meaning: "who leaves hands over",
    text: ({ ties, patients }) =>
      `who leaves hands over, which keeps ${percentText(ties)} of ties and takes away ` +
      `${percentText(patients)} of what a new link worker means to patients`,
    mark: () => "handover",
  },
);
