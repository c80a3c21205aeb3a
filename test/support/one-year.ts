import type { SimulatedTime } from "../../sim/findings/unlike-worlds.ts";

/** The time of scenarios whose numbers are made up. */
export const ONE_YEAR: SimulatedTime = { start: "2014-04-02", warm_up: 0, horizon: 52 * 10_080 };
