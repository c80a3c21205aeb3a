import { describe, expect, it } from "vitest";
import { makeWorld } from "../../sim/experiment/simulator.ts";
import { runReplication } from "../../sim/model/run.ts";
import { replicationKey, rootKey } from "../../sim/random/keys.ts";
import { aScenario } from "../support/a-scenario.ts";
import { difference, valuesOf } from "../support/paired.ts";

/*
 * The rows of the evidence that ask something of a mechanism beyond being there: one number changed, under
 * common random numbers, 24 replications at a fixed seed. The observable must move in the stated direction
 * by more than the 99.9 % interval of the paired difference, so a rule without effect would pass one check
 * in two thousand.
 */
const REPLICATIONS = 24;
type Values = ReturnType<typeof valuesOf>;
const cache = new Map<string, Values>();

function of(set: readonly string[] = [], timeline = ""): Values {
  const name = JSON.stringify([set, timeline]);
  const known = cache.get(name);
  if (known !== undefined) return known;
  const more = timeline === "" ? "" : `timeline: [${timeline}]\n`;
  const values = valuesOf(aScenario(set, more), REPLICATIONS);
  cache.set(name, values);
  return values;
}

const ofType =
  (metric: string, type: string) =>
  (values: Values): number[] =>
    values(metric, "organisation_type", type);

function expectRise(from: readonly number[], to: readonly number[]): void {
  expect(difference(from, to).low).toBeGreaterThan(0);
}

describe("capacity", () => {
  it("M2: fewer places in the caseload make waits longer", () => {
    const wait = "wait.first_contact.mean";
    expectRise(of()(wait), of(["link_workers.caseload_cap=10 people"])(wait));
  });

  it("M3: as need rises more contacts are made and a smaller share is seen", () => {
    const few = of(["referral.rate=40 per 1000 a year"]);
    const many = of(["referral.rate=80 per 1000 a year"]);
    expectRise(few("contacts.per_link_worker_year"), many("contacts.per_link_worker_year"));
    expectRise(many("engaged.share"), few("engaged.share"));
  });

  it("M9: chasing makes more people take their place, and costs minutes", () => {
    const idle = of(["links.taken_up_chased=75 %"]);
    expectRise(of()("links.failed.not_taken_up"), idle("links.failed.not_taken_up"));
    const slow = ["contact.absorption_gap=50 days"];
    expectRise(
      of([...slow, "links.chase=0 minutes"])("hours.casework"),
      of([...slow, "links.chase=60 minutes"])("hours.casework"),
    );
  });

  it("M34: reviewing cases out early shortens waits and leaves fewer with three contacts", () => {
    const busy = ["referral.rate=60 per 1000 a year", "link_workers.caseload_cap=15 people"];
    const open = of(busy);
    const reviewed = of([...busy, "contact.at_most=2 contacts"]);
    expectRise(reviewed("wait.first_contact.mean"), open("wait.first_contact.mean"));
    expectRise(reviewed("reached_3.share"), open("reached_3.share"));
  });

  it("M24: reliance keeps long cases open", () => {
    const relying = of(["mechanisms.reliance=on", "reliance.from=3 contacts", "reliance.per_contact=20 %"]);
    expectRise(of()("contacts.per_referral"), relying("contacts.per_referral"));
    expect(of(["reliance.per_contact=0 %"])("contacts.per_referral")).toEqual(of()("contacts.per_referral"));
  });
});

describe("organisations", () => {
  it("M7, M8: charities over their places take people in crisis, and let others queue", () => {
    const { scenario, template } = aScenario(["organisations.types.local.background=130 %"]);
    const w = makeWorld(scenario, template);
    let queued = 0;
    let queuedCrisis = 0;
    for (let replication = 0; replication < REPLICATIONS; replication++) {
      runReplication(w, replicationKey(rootKey("rows"), replication));
      w.layout.organisations.forEach(({ type }, o) => {
        if (type !== "local") return;
        queued += w.organisations.othersQueued[o];
        queuedCrisis += w.organisations.othersQueuedCrisis[o];
      });
    }
    // A tenth of those who come are in a crisis; of those who wait at the end hardly any.
    expect(queued).toBeGreaterThan(1000);
    expect(queuedCrisis).toBeLessThan(queued / 50);
  });

  it("M12: eligibility tightens as a statutory service gives up places", () => {
    const withdrawal = "{ id: w, date: 2014-04-03, kind: statutory_withdrawal, share: 50 % }";
    const sent = ["mechanisms.hold-off=off", "organisations.types.statutory.ineligible=30 %"];
    expectRise(
      of([...sent, "links.tightening=0"], withdrawal)("links.failed.ineligible"),
      of(sent, withdrawal)("links.failed.ineligible"),
    );
  });

  it("M15: growth funding gives places where need can be shown, and help with the application more", () => {
    const need = [
      "organisations.types.local.background=120 %",
      "fundraising.chance=1 a year",
      "fundraising.from_load=1",
    ];
    const on = of([...need, "mechanisms.fundraising=on"]);
    expectRise(of(need)("organisations.places_gained"), on("organisations.places_gained"));
    const alone = of([...need, "mechanisms.fundraising=on", "fundraising.with_tie=1"]);
    expectRise(alone("organisations.places_gained"), on("organisations.places_gained"));
  });

  it("M19: an agreement saves calls and refusals at statutory services", () => {
    const strict = [
      "organisations.types.statutory.ineligible=70 %",
      "matching.weight_tie=0",
      "matching.tie=0.1",
      "referral.rate=80 per 1000 a year",
      "referral.ramp=0 weeks",
      "mechanisms.hold-off=off",
      "turnover.link_worker=0 a year",
    ];
    const agreed = of(strict, "{ id: a, date: 2014-04-03, kind: agreement, types: [statutory] }");
    expectRise(agreed("links.calls"), of(strict)("links.calls"));
    expectRise(agreed("links.failed.ineligible"), of(strict)("links.failed.ineligible"));
  });

  it("M21: who knows the organisations sends fewer people to large ones than one who picks blindly", () => {
    const statutory = ofType("links.sent", "statutory");
    const far = ["organisations.types.statutory.background=125 %"];
    expectRise(statutory(of(far)), statutory(of([...far, "mechanisms.matching=off"])));
  });

  it("M23: linked organisations pass people on, so fewer bounce", () => {
    const on = of(["mechanisms.onward=on", "links.onward=100 %"]);
    expectRise(on("bounces.per_patient"), of()("bounces.per_patient"));
    expect(on("links.onward").every((links) => links > 0)).toBe(true);
  });
});

describe("belief", () => {
  it("M5, M23: without visits what link workers believe is older", () => {
    expectRise(of()("belief.age"), of(["networking.visit=100000 minutes"])("belief.age"));
  });

  it("M6: a patient's failure misread as a refusal holds off organisations that have places", () => {
    const failing = ["links.taken_up=10 %", "links.taken_up_chased=10 %"];
    expectRise(
      of([...failing, "hold_off.misread=0 %"])("belief.false_holds"),
      of([...failing, "hold_off.misread=100 %"])("belief.false_holds"),
    );
  });
});

describe("people who come and go", () => {
  it("M11: each failed link makes leaving likelier", () => {
    const failing = ["links.not_right=60 %"];
    expectRise(
      of([...failing, "drop_off.per_failed_link=0"])("lost.share.left"),
      of([...failing, "drop_off.per_failed_link=1"])("lost.share.left"),
    );
  });

  it("M18: organisations' turnover alone wears ties down", () => {
    const still = ["turnover.link_worker=0 a year"];
    expectRise(
      of([...still, "turnover.organisation=2 a year"])("relationship.mean"),
      of([...still, "turnover.organisation=0 a year"])("relationship.mean"),
    );
  });

  it("M29: a joint meeting with the successor keeps patients", () => {
    const leaving = ["turnover.link_worker=3 a year", "drop_off.new_link_worker=2"];
    const met = of(leaving, "{ id: h, date: 2014-04-03, kind: handover, ties: 0 %, patients: 100 % }");
    expectRise(met("lost.share.left"), of(leaving)("lost.share.left"));
  });
});

describe("practices", () => {
  it("M26, M27: fully integrated practices leave time for networking, and the others push casework", () => {
    const full = of(["integration.drivers=[1, 1]", "integration.start=0.59"]);
    const partial = of(["integration.drivers=[0, 0]"]);
    expectRise(partial("hours.networking"), full("hours.networking"));
    expectRise(partial("relationship.mean"), full("relationship.mean"));
  });

  it("M28, M33: organisations that come into the practice take people directly, and without a post they do not", () => {
    const on = ["mechanisms.presence=on", "referral.presence=60 %", "integration.drivers=[1, 1]"];
    expectRise(of()("links.direct"), of(on)("links.direct"));
    const cut = "{ id: cut, date: 2014-04-03, kind: posts_cut, to: 0 }";
    expectRise(of(on, cut)("links.direct"), of(on)("links.direct"));
  });

  it("M31: GPs react late: confidence falls only months after waits grow", () => {
    const late = ["link_workers.caseload_cap=5 people"];
    const slow = of([...late, "confidence.speed=10 %"]);
    expectRise(of(late)("requests.count"), slow("requests.count"));
  });

  it("M32: an integrated practice's introduction brings more to a first appointment", () => {
    const full = ["integration.drivers=[1, 1]", "integration.start=0.59"];
    expectRise(of([...full, "integration.uptake=0"])("engaged.share"), of(full)("engaged.share"));
  });
});

describe("benefit", () => {
  it("X1 to X4: without an effect those with three contacts gain more, and referral as such nothing", () => {
    expect(of()("benefit.of_referral").every((points) => points === 0)).toBe(true);
    expectRise(of()("benefit.mean", "contacts", "1-2"), of()("benefit.mean", "contacts", "3+"));
    expectRise(of()("benefit.of_referral"), of(["benefit.effect=0.3"])("benefit.of_referral"));
    expect(() => of(["mechanisms.benefit=off"])("benefit.mean")).toThrow("no metric");
  });
});
