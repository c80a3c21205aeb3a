import { deriveChild, LEVEL } from "../../random/keys.ts";
import { PURPOSE } from "../../random/purposes.ts";
import { category, exponential } from "../../random/quantiles.ts";
import { uniform, words } from "../../random/threefry.ts";
import { type Problem, ScenarioError } from "../../scenario/problem.ts";
import { surgeryMinute } from "../clock.ts";
import { openEpisode } from "../episodes/open.ts";
import { release } from "../episodes/returns.ts";
import { EVENT, HAPPENED } from "../events.ts";
import { highestSurge } from "../levers/demand-surge.ts";
import { LEVERS } from "../levers/levers.ts";
import type { MechanismDeclaration } from "../mechanism.ts";
import { askForHelpElsewhere } from "../other-clients.ts";
import { highestDemand, observeDemand } from "../reference-demand.ts";
import { rateAtList, referralRate, type Service } from "../referral-rate.ts";
import { CEILING_PER_YEAR, REGISTER_BLOCK } from "../state/candidates.ts";
import type { Request, World } from "../world.ts";
import { goesStraight } from "./presence.ts";

/**
 * **Referral.** Requests come to each practice as a non-homogeneous Poisson process: base rate x list size
 * (a larger list refers less for each person) x deprivation quintile of the person x growth over the first
 * months x the share of the week that a post is on site. It is a thinned superset: each block of 1,000
 * register numbers has candidates at a fixed ceiling; candidate k is a register number, and it becomes a
 * request if the number is on the list and its own uniform is below rate / ceiling. So a higher rate keeps
 * every request of a lower one and adds new ones (Lewis & Shedler 1979, thinning). Somebody who is open is
 * not referred twice: the request is counted. A practice without time of a post refers to nobody: its
 * requests are counted as usual care. After an ended episode a person comes back with a chance
 * (`returns.chance`) that is higher by a factor if needs were left open. The returner is the same person:
 * age, readiness and the needs that are still unmet come along (their work left, or one unit where it was
 * done), what an organisation still has stays there, and a Poisson number of new needs is added, one at
 * least where none came along.
 */
export const referral: MechanismDeclaration<"referral"> = {
  id: "referral",
  evidence: ["M3", "M32", "R8", "R20", "R24", "R25", "PR4"],
  parameters: ["referral", "people.deprivation"],
  observable: "requests.count by source, returns.within_52_weeks",
  off: (scenario) => ({
    ...scenario,
    referral: {
      ...scenario.referral,
      ramp: 0,
      on_site: 0,
      list_exponent: 0,
      relative_rate: [1, 1, 1, 1, 1],
      returns: { ...scenario.referral.returns, chance: 0 },
    },
  }),
};

/**
 * Gives the highest yearly rate of a person of a practice in any state the scenario can reach; the rest of
 * the candidates never counts.
 */
function highestRate(w: Service, practice: number): number {
  const { referral: rule, confidence } = w.scenario;
  const most = confidence.speed > 0 ? confidence.most : 1;
  // Posts may come later, and then be on site all week.
  const isFixed = w.scenario.timeline.every(({ kind }) => LEVERS[kind].rule !== "posts");
  const onSite = isFixed ? w.staffing.onSite[practice] : 1;
  return rateAtList(w, practice, onSite) * Math.max(...rule.relative_rate) * highestSurge(w.scenario) * most;
}

/**
 * Refuses a practice whose rate passes the ceiling of candidates without any feedback: its requests could
 * not all come.
 */
export function refuseRateOverCeiling(w: Service): void {
  const most = w.scenario.confidence.speed > 0 ? w.scenario.confidence.most : 1;
  let over = 0;
  let worst = -1;
  let highest = CEILING_PER_YEAR;
  for (const [practice, { listSize }] of w.layout.practices.entries()) {
    const rate = highestRate(w, practice) / most;
    if (rate <= CEILING_PER_YEAR || listSize === 0) continue;
    over++;
    if (rate > highest) [worst, highest] = [practice, rate];
  }
  if (over === 0) return;
  const { id } = w.layout.practices[worst];
  const others = over === 1 ? "" : ` (${over} practices are over it, this one most)`;
  const problem: Problem = {
    file: w.scenario.name,
    // A practice that was made from counts stands nowhere.
    path: w.scenario.practices.some((listed) => listed.id === id) ? `practices[${id}]` : "referral.rate",
    found: `${Math.round(highest * 1000)} requests per 1000 a year at its highest in ${id}${others}`,
    expected: `at most ${CEILING_PER_YEAR * 1000} per 1000 a year, with list size, deprivation and surges`,
    hint: "Lower referral.rate or the surge, or make the list larger.",
    severity: "error",
  };
  throw new ScenarioError([problem]);
}

/** Gives the highest rate of each practice over the ceiling, in a world on its first day. */
export const highestRates = (w: World): Float64Array =>
  w.practices.highest.map((_, practice) => highestRate(w, practice) / CEILING_PER_YEAR);

/** Works out what rate each practice may come to. */
export function beginReferral(w: World): void {
  w.practices.highest.set(highestRates(w));
}

/** Schedules the first candidate of each block. */
export function scheduleCandidates(w: World): void {
  const { practices, candidates } = w;
  for (const block of w.part.blocks) {
    const practice = candidates.practice[block];
    candidates.highest[block] = practices.highest[practice];
    candidates.observed[block] = Math.max(practices.highest[practice], highestDemand(w, practice));
    scheduleCandidate(w, block, 0);
  }
}

/**
 * Schedules the next candidate of a block that can become a request in any state; those that cannot are
 * passed over without an event. Every candidate on the list is passed here once, whatever the state, so the
 * reference demand is observed here.
 */
function scheduleCandidate(w: World, block: number, number: number): void {
  const k0 = w.candidates.key0[block];
  const k1 = w.candidates.key1[block];
  const practice = w.candidates.practice[block];
  const listSize = w.practices.listSize[practice];
  const highest = w.candidates.highest[block];
  const observed = w.candidates.observed[block];
  const meanGap = w.candidates.meanGap;
  for (let k = number; ; k++) {
    w.candidates.surgeryTime[block] += exponential(uniform(k0, k1, k, PURPOSE.candidateGap), meanGap);
    // In most blocks most candidates end here, so the cheapest test comes first.
    const accepted = uniform(k0, k1, k, PURPOSE.candidateAccepted);
    if (accepted >= observed) {
      if (w.candidates.surgeryTime[block] < w.candidates.surgeryEnd) continue;
      return;
    }
    // Who comes on a holiday is asked on the next working day, perhaps later in it than the next one comes.
    const minute = Math.max(w.now, surgeryMinute(w.clock, w.candidates.surgeryTime[block]));
    if (minute >= w.clock.endMinute) return;
    const register = candidateRegister(w, block, k);
    if (register > listSize) continue;
    observeDemand(w, block, { number: k, register, minute }, accepted);
    if (accepted >= highest) continue;
    w.calendar.schedule(minute, EVENT.candidate, block, k);
    return;
  }
}

/** Makes a candidate a request or not, and schedules the next. */
export function onCandidate(w: World, block: number, number: number): void {
  const practice = w.candidates.practice[block];
  const register = candidateRegister(w, block, number);
  const request = whoAsks(w, practice, register);
  const u = uniform(w.candidates.key0[block], w.candidates.key1[block], number, PURPOSE.candidateAccepted);
  const wanted = referralRate(w, practice, request.quintile, w.now);
  const rate = wanted * w.practices.confidence[practice];
  const pool = w.staffing.poolOfPractice[practice];
  if (u * CEILING_PER_YEAR < rate) {
    if (rate > CEILING_PER_YEAR) w.tally.countPool("clipped", pool, 1);
    deriveChild(request.person0, request.person1, LEVEL.episode, number);
    request.key0 = words[0];
    request.key1 = words[1];
    request.former = -1;
    if (!goesStraight(w, request)) openEpisode(w, request);
  } else if (u * CEILING_PER_YEAR < wanted) {
    w.tally.countPool("neverReferred", pool, 1);
    w.journal?.asker(w, HAPPENED.never_referred, request);
    deriveChild(request.person0, request.person1, LEVEL.episode, number);
    askForHelpElsewhere(w, practice, words[0], words[1]);
  }
  scheduleCandidate(w, block, number + 1);
}

/** Opens the episode of somebody who comes back. */
export function onReturn(w: World, slot: number): void {
  const { key0, key1 } = w.returns.fields;
  const former = w.returns.fields.former[slot];
  const c = w.patients.fields;
  const request = whoAsks(w, c.practice[former], c.register[former]);
  request.key0 = key0[slot];
  request.key1 = key1[slot];
  request.former = former;
  w.journal?.asker(w, HAPPENED.comes_back, request);
  openEpisode(w, request);
  c.mayReturn[former] = 0;
  release(w, former);
  w.returns.give(slot);
}

function candidateRegister(w: World, block: number, number: number): number {
  const u = uniform(w.candidates.key0[block], w.candidates.key1[block], number, PURPOSE.candidateRegister);
  return w.candidates.first[block] + Math.floor(u * REGISTER_BLOCK);
}

/** Fills the world's request with the person behind a register number. */
function whoAsks(w: World, practice: number, register: number): Request {
  deriveChild(w.practices.key0[practice], w.practices.key1[practice], LEVEL.person, register);
  const { request } = w;
  request.practice = practice;
  request.register = register;
  request.person0 = words[0];
  request.person1 = words[1];
  request.quintile = category(
    uniform(words[0], words[1], 0, PURPOSE.quintile),
    w.practices.quintileShares[practice],
  );
  return request;
}
