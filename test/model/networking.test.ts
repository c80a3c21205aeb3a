import { describe, expect, it } from "vitest";
import { makeWorld } from "../../sim/experiment/simulator.ts";
import { NEED } from "../../sim/model/events.ts";
import { FOCUS_COUNT } from "../../sim/model/kinds.ts";
import { isKnown, isThere } from "../../sim/model/known.ts";
import { focusMostNeeded, network } from "../../sim/model/mechanisms/networking.ts";
import { runReplication } from "../../sim/model/run.ts";
import type { World } from "../../sim/model/world.ts";
import { replicationKey, rootKey } from "../../sim/random/keys.ts";
import { aScenario } from "../support/a-scenario.ts";

const POST = 0;

function ran(set: readonly string[]): World {
  const { scenario, template } = aScenario(["horizon=40 weeks", ...set]);
  const w = makeWorld(scenario, template);
  runReplication(w, replicationKey(rootKey("networking"), 0));
  return w;
}

/** Lets a post make its n-th visit, and gives the edge that it visits. */
function visit(w: World, n: number): { edge: number; known: number[]; visitedAt: Int32Array } {
  const known: number[] = [];
  for (let edge = w.layout.edgeStart[POST * FOCUS_COUNT]; edge < edgesEnd(w); edge++)
    if (isKnown(w, edge) && isThere(w, edge)) known.push(edge);
  const visitedAt = w.beliefs.visitedAt.slice();
  w.posts.visits[POST] = n - 1;
  w.posts.networkingMinutes[POST] = 0;
  w.now += 10_000;
  network(w, POST, w.scenario.networking.visit);
  return { edge: w.beliefs.visitedAt.indexOf(w.now), known, visitedAt };
}

const edgesEnd = (w: World): number => w.layout.edgeStart[(POST + 1) * FOCUS_COUNT];
const focusOf = (w: World, edge: number): number => w.layout.focusOf[w.layout.edgeOrganisation[edge]];

describe("a networking visit", () => {
  it("goes to the known organisation unvisited longest of the focus most needed", () => {
    const w = ran([]);
    const focus = focusMostNeeded(w, POST);
    const { edge, known, visitedAt } = visit(w, 1);
    expect(focusOf(w, edge)).toBe(focus);
    const ofFocus = known.filter((one) => focusOf(w, one) === focus);
    expect(ofFocus.length).toBeGreaterThan(1);
    expect(visitedAt[edge]).toBe(Math.min(...ofFocus.map((one) => visitedAt[one])));
  });

  it("counts the needs of the post's own patients that look for an organisation, open or held", () => {
    const w = ran([]);
    const counts = new Array<number>(FOCUS_COUNT).fill(0);
    for (const patient of w.patients.records()) {
      const c = w.patients.fields;
      if (c.isOpen[patient] === 0 || c.post[patient] !== POST) continue;
      for (let n = 0; n < c.needs[patient]; n++) {
        const need = w.patients.need(patient, n);
        const looks = w.needs.state[need] === NEED.open || w.needs.state[need] === NEED.held;
        if (looks && w.needs.isOwn[need] === 0) counts[w.needs.focus[need]]++;
      }
    }
    expect(Math.max(...counts)).toBeGreaterThan(0);
    expect(focusMostNeeded(w, POST)).toBe(counts.indexOf(Math.max(...counts)));
  });

  it("goes every fourth time to an unknown organisation, of that focus if there is one", () => {
    // Ties neither grow, or it would soon know all, nor fade in the week of the visit.
    const w = ran(["matching.known=40 %", "networking.gain=0 %", "networking.fade=3000 weeks"]);
    const focus = focusMostNeeded(w, POST);
    const { edge, known } = visit(w, 4);
    expect(known).not.toContain(edge);
    const unknown = Array.from({ length: edgesEnd(w) }, (_, one) => one).filter(
      (one) => !known.includes(one),
    );
    if (unknown.some((one) => focusOf(w, one) === focus && isThere(w, one)))
      expect(focusOf(w, edge)).toBe(focus);
  });

  it("goes in turn to whoever was not visited longest, of any focus, where structure says so", () => {
    const w = ran(["structure.networking=in_turn"]);
    const { edge, known, visitedAt } = visit(w, 1);
    expect(visitedAt[edge]).toBe(Math.min(...known.map((one) => visitedAt[one])));
  });
});
