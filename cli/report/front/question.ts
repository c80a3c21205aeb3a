import { listText } from "../../../sim/words/lists.ts";
import { countText } from "../../../sim/words/numbers.ts";
import type { SummaryInput } from "../../screen/summary-input.ts";
import type { ReportInput } from "../input/report-input.ts";

/** Letters of a change that a question has room for. */
const ROOM = 120;

/** Asks what the scenarios answer: what dated changes do, where one has its own; else which is better. */
export function questionOf({ mains }: ReportInput): string {
  const [base, other, ...more] = mains;
  if (other === undefined) return `What happens in ${named(base)}?`;
  if (more.length > 0)
    return `Which helps most: ${listText(mains.map(named)).replace(/ and ([^ ]+)$/, " or $1")}?`;
  const changes = other.timeline.filter((text) => !base.timeline.includes(text));
  const [first] = changes;
  if (first === undefined || first.length > ROOM)
    return `${named(other)} beside ${named(base)}: what differs?`;
  const rest = changes.length - 1;
  const and = rest === 0 ? "" : `, with ${countText(rest, "more change")}`;
  // What else is said of it stands under the scenario.
  return `What if, ${first.replace(/(?:;.*)?\.$/, "").replace(": ", ", ")}${and}?`;
}

const named = ({ title, plan }: SummaryInput): string => title ?? plan.scenario;
