import { binomial } from "../../random/counts.ts";
import { PURPOSE, within } from "../../random/purposes.ts";
import { uniform } from "../../random/threefry.ts";
import { FOCUSES } from "../../words/focuses.ts";
import { ORGANISATION_TYPES } from "../../words/organisation-types.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import type { World } from "../world.ts";

/**
 * **Displacement.** What a shrunken or closed statutory service turns away does not vanish: of its other
 * clients, in proportion to the places lost, a share goes to open charities of the same focus within its
 * region, by their places; where there is none, to those for isolation and wellbeing. People are conserved:
 * each who comes to a charity instead is one of those who would have come to the service that week, in a
 * crisis or not as they were, and is taken from it.
 */
export const displacement: MechanismDeclaration<"displacement"> = {
  id: "displacement",
  evidence: ["M12", "M13", "O30"],
  parameters: ["organisations.displaced"],
  observable: "organisation.arrivals of charities and of the service after a statutory cut",
  off: (scenario) => ({ ...scenario, organisations: { ...scenario.organisations, displaced: 0 } }),
};

const LOCAL = ORGANISATION_TYPES.indexOf("local");
const CITY_WIDE = ORGANISATION_TYPES.indexOf("city_wide");
const STATUTORY = ORGANISATION_TYPES.indexOf("statutory");
const NEAREST = FOCUSES.indexOf("isolation_wellbeing");

/** Works out, once a month, which share of its other clients each service turns away, and who takes them. */
export function displace(w: World): void {
  const { displaced: share } = w.scenario.organisations;
  if (share === 0) return;
  const { typeOf } = w.layout;
  const { places, placesAtStart, displacedShare } = w.organisations;
  let isAnyDisplaced = false;
  for (const o of w.part.organisations) {
    if (typeOf[o] !== STATUTORY || placesAtStart[o] === Infinity) continue;
    displacedShare[o] = Math.max(0, 1 - places[o] / placesAtStart[o]) * share;
    if (displacedShare[o] > 0) isAnyDisplaced = true;
  }
  if (isAnyDisplaced) listTakers(w);
}

/**
 * Sends some of a service's newcomers of a week to charities, where they stand with those of the next intake;
 * gives how many. Who comes to one that has closed since the month began goes back to the service.
 */
export function turnAway(w: World, o: number, week: number, newcomers: number, isCrisis: 0 | 1): number {
  const { key0, key1, displacedShare, takersFrom, takers, takersPlaces, isOpen } = w.organisations;
  if (displacedShare[o] === 0) return 0;
  let area = w.layout.areaOf[o];
  if (takersFrom[area] === takersFrom[area + 1]) area += NEAREST - (area % FOCUSES.length);
  const first = takersFrom[area];
  const end = takersFrom[area + 1];
  if (first === end) return 0;
  const purpose = isCrisis === 1 ? PURPOSE.displacedCrisis : PURPOSE.displaced;
  const count = binomial(uniform(key0[o], key1[o], week, purpose), newcomers, displacedShare[o]);
  const joining = isCrisis === 1 ? w.organisations.extraCrisisArrivals : w.organisations.extraArrivals;
  let gone = 0;
  for (let person = 0; person < count; person++) {
    const occasion = within(PURPOSE.displacedTo, person & 4095, ((person >> 12) << 1) | isCrisis);
    const place = uniform(key0[o], key1[o], week, occasion) * takersPlaces[end - 1];
    const taker = takers[firstOver(takersPlaces, first, end - 1, place)];
    if (isOpen[taker] === 0) continue;
    joining[taker]++;
    gone++;
  }
  return gone;
}

/** Lists the charities that take displaced people, by area, with the sum of places up to each in its area. */
function listTakers(w: World): void {
  const { areaOf, areas } = w.layout;
  const { takersFrom, takers, takersPlaces, places } = w.organisations;
  takersFrom.fill(0);
  for (const o of w.part.organisations) if (takes(w, o)) takersFrom[areaOf[o] + 1]++;
  for (let area = 0; area < areas; area++) takersFrom[area + 1] += takersFrom[area];
  const next = takersFrom.slice();
  for (const o of w.part.organisations) {
    if (!takes(w, o)) continue;
    const at = next[areaOf[o]]++;
    takers[at] = o;
    takersPlaces[at] = places[o] + (at > takersFrom[areaOf[o]] ? takersPlaces[at - 1] : 0);
  }
}

/** Gives the first index from `from` on whose sum is over a value; the last at most. */
function firstOver(sums: Float64Array, from: number, last: number, value: number): number {
  let low = from;
  let high = last;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle] > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

function takes(w: World, o: number): boolean {
  const type = w.layout.typeOf[o];
  return (
    (type === LOCAL || type === CITY_WIDE) &&
    w.organisations.isOpen[o] === 1 &&
    w.organisations.places[o] !== Infinity
  );
}
