import { FOCUSES } from "../../scenario/vocabulary.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import type { World } from "../state.ts";
import { prepareDraws } from "./open-door.ts";

/**
 * **Displacement.** What a shrunken or closed statutory service turns away does not vanish: of its other clients, in proportion to the places lost, a share
 * goes each week to open charities of the same focus within its region, by their places; where there is none, to those for isolation and wellbeing.
 */
export const displacement: MechanismDeclaration = {
  id: "displacement",
  evidence: ["M12", "M13", "O30"],
  parameters: ["organisations.displaced"],
  observable: "organisation.arrivals of charities after a statutory cut",
  off: (scenario) => ({ ...scenario, organisations: { ...scenario.organisations, displaced: 0 } }),
};

const NEAREST = FOCUSES.indexOf("isolation_wellbeing");

/** Works out, once a month, how many displaced clients each charity gets in a week. */
export function displace(w: World): void {
  const { displaced: share } = w.scenario.organisations;
  if (share === 0) return;
  const { organisations } = w.layout;
  const before = w.displacedPerWeek.slice();
  w.displacedPerWeek.fill(0);
  for (let o = 0; o < organisations.length; o++) {
    const { type, focusNumber, region } = organisations[o];
    if (type !== "statutory" || w.placesAtStart[o] === Infinity) continue;
    const lost = (1 - w.places[o] / w.placesAtStart[o]) * w.othersPerWeek[o] * share;
    if (lost <= 0) continue;
    if (!spread(w, lost, focusNumber, region)) spread(w, lost, NEAREST, region);
  }
  for (let o = 0; o < organisations.length; o++) if (w.displacedPerWeek[o] !== before[o]) prepareDraws(w, o);
}

/** Spreads clients over the open charities of a focus in a region by their places; false if there is none. */
function spread(w: World, clients: number, focus: number, region: string | undefined): boolean {
  const { organisations } = w.layout;
  const takes = (o: number): boolean => {
    const site = organisations[o];
    const isCharity = site.type === "local" || site.type === "city_wide";
    return isCharity && site.focusNumber === focus && site.region === region && w.isOrganisationOpen[o] === 1;
  };
  let places = 0;
  for (let o = 0; o < organisations.length; o++)
    if (takes(o) && w.places[o] !== Infinity) places += w.places[o];
  if (places === 0) return false;
  for (let o = 0; o < organisations.length; o++)
    if (takes(o) && w.places[o] !== Infinity) w.displacedPerWeek[o] += (clients * w.places[o]) / places;
  return true;
}
