import { latinHypercube, shuffled } from "../experiment/design/latin-hypercube.ts";
import { entityKey, rootKey } from "../random/keys.ts";
import type { EnsembleMember } from "./members-file.ts";

/** Members of which a plan asks whether they meet its goals. */
export const DRAWN = 30;

/**
 * Draws members by weight: systematically in a shuffled order (Madow 1949), so that each is drawn as often as
 * its weight says, rounded up or down. The weight of one that is drawn is how often it was. Where
 * there are no more than are to be drawn, all of them, with weights that add up to their number.
 */
export function drawMembers(
  members: readonly EnsembleMember[],
  seed: string,
  count = DRAWN,
): readonly EnsembleMember[] {
  const sum = members.reduce((all, { weight }) => all + weight, 0);
  if (members.length <= count)
    return members
      .filter(({ weight }) => weight > 0)
      .map((member, _, { length }) => ({ ...member, weight: (member.weight * length) / sum }));
  const key = (what: string) => entityKey(rootKey(seed), "ensemble/drawn members", what);
  const order = Array.from(shuffled(members.length, key("order")), (at) => members[at]);
  const [start] = latinHypercube(1, key("start"));
  let before = 0;
  let drawn = 0;
  return order
    .flatMap((member): EnsembleMember[] => {
      before += member.weight;
      let times = 0;
      while (drawn < count && drawn + start < (before / sum) * count) {
        drawn++;
        times++;
      }
      return times === 0 ? [] : [{ ...member, weight: times }];
    })
    .sort((a, b) => a.member - b.member);
}
