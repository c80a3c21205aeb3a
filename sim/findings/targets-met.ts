import { countText } from "../words/numbers.ts";

/** How simulated figures stand to one published figure. */
export interface JudgedTarget {
  readonly id: string;
  readonly role: string;
  readonly verdict: string;
  /** About how many replications would decide it; null where it is decided, or no number would. */
  readonly replicationsToDecide: number | null;
}

/**
 * Says how many of the fitted and of the held-out targets are met, which are missed, and what would decide
 * the others.
 */
export function targetsMetText(targets: readonly JudgedTarget[]): string {
  const sentences = (["fitted", "held_out"] as const).flatMap((role) => {
    const some = targets.filter((target) => target.role === role);
    if (some.length === 0) return [];
    const met = some.filter(({ verdict }) => verdict === "met").length;
    const told = `${met} of ${countText(some.length, `${role.replace("_", "-")} target`)} met`;
    const missed = some.filter(({ verdict }) => verdict === "missed").map(({ id }) => id);
    return [missed.length === 0 ? `${told}.` : `${told}; missed: ${missed.join(", ")}.`];
  });
  const open = targets.filter(({ verdict }) => verdict === "undecided");
  const needed = open.flatMap(({ replicationsToDecide }) => replicationsToDecide ?? []);
  if (open.length > 0)
    sentences.push(
      needed.length < open.length
        ? `Undecided: ${open.map(({ id }) => id).join(", ")}.`
        : `Undecided: ${open.map(({ id }) => id).join(", ")}; about ` +
            `${countText(Math.max(...needed), "replication")} would decide.`,
    );
  return sentences.join(" ");
}
