import { FOCUSES } from "../../words/focuses.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import type { World } from "../world.ts";
import { prepareDraws } from "./open-door.ts";

/**
 * **Displacement.** What a shrunken or closed statutory service turns away does not vanish: of its other
 * clients, in proportion to the places lost, a share goes each week to open charities of the same focus
 * within its region, by their places; where there is none, to those for isolation and wellbeing.
 */
export const displacement: MechanismDeclaration<"displacement"> = {
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
  const { organisations, areaOf, areas } = w.layout;
  const lost = new Float64Array(areas);
  const open = new Float64Array(areas);
  for (let o = 0; o < organisations.length; o++) {
    if (w.organisations.placesAtStart[o] === Infinity) continue;
    if (organisations[o].type === "statutory")
      lost[areaOf[o]] +=
        (1 - w.organisations.places[o] / w.organisations.placesAtStart[o]) *
        w.organisations.othersPerWeek[o] *
        share;
    else if (takes(w, o)) open[areaOf[o]] += w.organisations.places[o];
  }
  for (let area = 0; area < areas; area++) {
    const nearest = area - (area % FOCUSES.length) + NEAREST;
    if (open[area] > 0 || area === nearest) continue;
    lost[nearest] += lost[area];
    lost[area] = 0;
  }
  for (let o = 0; o < organisations.length; o++) {
    const clients = takes(w, o) ? (lost[areaOf[o]] * w.organisations.places[o]) / open[areaOf[o]] : 0;
    if (clients === w.organisations.displacedPerWeek[o]) continue;
    w.organisations.displacedPerWeek[o] = clients;
    prepareDraws(w, o);
  }
}

function takes(w: World, o: number): boolean {
  const { type } = w.layout.organisations[o];
  return (
    (type === "local" || type === "city_wide") &&
    w.organisations.isOpen[o] === 1 &&
    w.organisations.places[o] !== Infinity
  );
}
