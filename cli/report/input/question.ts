import { listText } from "../../../sim/words/lists.ts";
import { countText } from "../../../sim/words/numbers.ts";
import type { SummaryInput } from "../../screen/summary-input.ts";

/** Letters of a change that a question has room for. */
const ROOM = 120;

/** Asks what the scenarios answer: what dated changes do, where one has its own; else which is better. */
export function questionOf(mains: readonly SummaryInput[]): string {
  const [base, other, ...more] = mains;
  if (other === undefined) return `What happens in ${named(base)}?`;
  if (more.length > 0)
    return `Which helps most: ${listText(mains.map(named)).replace(/ and ([^ ]+)$/, " or $1")}?`;
  const [first, ...rest] = changesOf(mains);
  if (!isChangeTold(mains)) return `${named(other)} beside ${named(base)}: what differs?`;
  const and = rest.length === 0 ? "" : `, with ${countText(rest.length, "more change")}`;
  // What else is said of it stands under the scenario.
  return `What if, ${first.replace(/(?:;.*)?\.$/, "").replace(": ", ", ")}${and}?`;
}

/** Says whether the question tells what changes, so that an answer needs no names of scenarios. */
export function isChangeTold(mains: readonly SummaryInput[]): boolean {
  if (mains.length !== 2) return false;
  const [first] = changesOf(mains);
  return first !== undefined && first.length <= ROOM;
}

const changesOf = ([base, other]: readonly SummaryInput[]): readonly string[] =>
  other.timeline.filter((text) => !base.timeline.includes(text));

const named = ({ title, plan }: SummaryInput): string => title ?? plan.scenario;
