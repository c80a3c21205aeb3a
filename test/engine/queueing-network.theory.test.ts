import { describe, expect, it } from "vitest";
import { replicationKey, rootKey } from "../../sim/random/keys.ts";
import { meanInterval } from "../../sim/stats/mean-interval.ts";
import { type NetworkResult, type Node, runNetwork } from "../support/queueing-network.ts";
import {
  blockedShare,
  erlangA,
  erlangC,
  finiteSourceBusy,
  pollaczekKhinchine,
} from "../support/queueing-theory.ts";

/*
 * The kernel (calendar, draws, queues) against queueing theory, each within the run's own 99.9 % interval
 * over replications at a fixed seed: at another seed a correct kernel would fail one check in a thousand (12
 * checks: about 1 % together). Runs start empty and end when all have left; with 30,000 arrivals the bias of
 * that is hundreds of times smaller than the interval.
 */
const MEAN = 10_000;
const ARRIVALS = 30_000;
const plain: Node = {
  servers: 1,
  arrivalRate: 0,
  meanService: MEAN,
  serviceSigma: 0,
  meanPatience: Infinity,
  capacity: Infinity,
  routes: [],
};

function replicate(nodes: readonly Node[], replications = 30): NetworkResult[] {
  return Array.from({ length: replications }, (_, r) =>
    runNetwork(nodes, ARRIVALS, replicationKey(rootKey("kernel"), r)),
  );
}

function expectKnown(
  results: readonly NetworkResult[],
  measure: (result: NetworkResult) => number,
  known: number,
): void {
  const { ciLow, ciHigh } = meanInterval(results.map(measure), 0.999);
  expect(ciLow).toBeLessThan(known);
  expect(ciHigh).toBeGreaterThan(known);
  expect((ciHigh as number) - (ciLow as number)).toBeLessThan(0.2 * known);
}
const meanWait = ({ nodes: [node] }: NetworkResult): number =>
  node.waitedMinutes / (node.arrived - node.refused) / MEAN;

describe("closed forms", () => {
  it("have the values of the tables", () => {
    expect(erlangC(4, 3.6)).toBeCloseTo(0.7878, 4);
    expect(erlangC(1, 0.8)).toBeCloseTo(0.8, 12);
    expect(erlangA(4, 3.6, 2).abandoning).toBeCloseTo(0.1272, 4);
    expect(erlangA(4, 3.6, 2).waiting).toBeCloseTo(3.6 * 0.2545, 3);
    expect(pollaczekKhinchine(0.8, 1)).toBeCloseTo(3.2, 12);
    expect(blockedShare(0.9, 1)).toBeCloseTo(0.9 / 1.9, 12);
    // One case never waits: busy for one part in 1 + (1 - p) gap.
    expect(finiteSourceBusy(1, 0.25, 6)).toBeCloseTo(1 / 5.5, 12);
  });
});

describe("the kernel", () => {
  it("waits like M/M/1", () => {
    expectKnown(replicate([{ ...plain, arrivalRate: 0.8 / MEAN }]), meanWait, 4);
  });

  it("waits like M/M/4", () => {
    expectKnown(
      replicate([{ ...plain, servers: 4, arrivalRate: 3.6 / MEAN }], 40),
      meanWait,
      erlangC(4, 3.6) / (4 - 3.6),
    );
  });

  it("loses like M/M/4+M", () => {
    const results = replicate([{ ...plain, servers: 4, arrivalRate: 3.6 / MEAN, meanPatience: 2 * MEAN }]);
    const known = erlangA(4, 3.6, 2);
    expectKnown(results, ({ nodes: [node] }) => node.abandoned / node.arrived, known.abandoning);
    expectKnown(results, meanWait, known.waiting / 3.6);
  });

  it("waits like M/G/1 with a lognormal service", () => {
    // The network takes the median: with sigma 1 the mean is exp(1/2) times it, the squared variation e - 1.
    const results = replicate([
      { ...plain, serviceSigma: 1, meanService: MEAN * Math.exp(-0.5), arrivalRate: 0.7 / MEAN },
    ]);
    expectKnown(results, meanWait, pollaczekKhinchine(0.7, Math.E - 1) / 0.7);
  });

  it("turns away like M/M/1/5", () => {
    const results = replicate([{ ...plain, capacity: 5, arrivalRate: 0.9 / MEAN }]);
    expectKnown(results, ({ nodes: [node] }) => node.refused / node.arrived, blockedShare(0.9, 5));
  });

  it("holds the numbers of a Jackson network with feedback", () => {
    // Traffic equations: a = 0.3 + 0.2 c, b = 0.1 + 0.6 a, c = 0.4 a + 0.5 b; solved by hand: a = 0.3 + 0.2
    // c, c = 0.05 + 0.7 a.
    const a = 0.31 / 0.86;
    const b = 0.1 + 0.6 * a;
    const c = 0.05 + 0.7 * a;
    const nodes: Node[] = [
      { ...plain, arrivalRate: 0.3 / MEAN, meanService: 2 * MEAN, routes: [0, 0.6, 0.4] },
      { ...plain, arrivalRate: 0.1 / MEAN, meanService: 2 * MEAN, routes: [0, 0, 0.5] },
      { ...plain, servers: 2, meanService: 3 * MEAN, routes: [0.2, 0, 0] },
    ];
    const results = replicate(nodes);
    const number =
      (node: number) =>
      ({ nodes: totals, minutes }: NetworkResult): number =>
        totals[node].personMinutes / minutes;
    expectKnown(results, number(0), (2 * a) / (1 - 2 * a));
    expectKnown(results, number(1), (2 * b) / (1 - 2 * b));
    expectKnown(results, number(2), 3 * c + (erlangC(2, 3 * c) * 3 * c) / (2 - 3 * c));
  });

  it("serves a finite source like a saturated caseload cap", () => {
    // Five cases; after a contact one in four is replaced at once by a newcomer, who joins the queue, the
    // others go into a gap of 6 contacts' length.
    const until = 20_000 * MEAN;
    const nodes: Node[] = [
      { ...plain, arrivalRate: 1, routes: [0.25, 0.75] },
      { ...plain, servers: Infinity, meanService: 6 * MEAN, routes: [1, 0] },
    ];
    const results = Array.from({ length: 20 }, (_, r) =>
      runNetwork(nodes, 5, replicationKey(rootKey("finite source"), r), until),
    );
    expectKnown(results, ({ nodes: [post] }) => (post.served * MEAN) / until, finiteSourceBusy(5, 1 / 4, 6));
  });

  it("obeys Little's law to the minute", () => {
    for (const { nodes } of replicate(
      [{ ...plain, servers: 2, arrivalRate: 1.9 / MEAN, meanPatience: MEAN }],
      5,
    )) {
      const [node] = nodes;
      expect(node.personMinutes).toBe(node.stayedMinutes);
      expect(node.served + node.abandoned + node.refused).toBe(node.arrived);
    }
  });
});
