/** How the rationale of a scenario begins that answers a plan. */
const PLANNED = "Planned: ";
/** Characters that a rationale may have. */
const MOST = 4000;

/** Says in a scenario's rationale what it answers, before what it said itself. */
export function plannedRationale(answer: string, rationale: string | undefined): string {
  const all = [`${PLANNED}${answer}`, ...(rationale === undefined ? [] : [rationale.trim()])];
  return all.join("\n\n").slice(0, MOST);
}

/** Gives what a scenario answers, by its rationale; undefined of one that answers no plan. */
export function plannedAnswer(rationale: string | undefined): string | undefined {
  const [first] = (rationale ?? "").split(/\n\s*\n/);
  return first.startsWith(PLANNED) ? first.slice(PLANNED.length).replaceAll(/\s+/g, " ").trim() : undefined;
}
