// M/M/4 in simjs, as bench/engine.ts runs it: prints CPU seconds and events (arrivals and services).
// The package exports nothing: it puts its classes into a browser's window.
globalThis.window = {};
require("simjs");
const { Entity, Facility, Random, Sim } = globalThis.window.Sim;

const ARRIVALS = Number(process.argv[2]);
const MEAN = 10_000;
const sim = new Sim();
const random = new Random(1);
const posts = new Facility("posts", Facility.FCFS, 4);
let left = ARRIVALS;

class Arrivals extends Entity {
  start() {
    if (left-- === 0) return;
    this.setTimer(random.exponential(3.6 / MEAN)).done(this.arrive);
  }

  arrive() {
    this.useFacility(posts, random.exponential(1 / MEAN));
    this.start();
  }
}

const before = process.cpuUsage();
sim.addEntity(Arrivals);
sim.simulate(Number.MAX_VALUE);
console.log(process.cpuUsage(before).user / 1e6, 2 * ARRIVALS);
