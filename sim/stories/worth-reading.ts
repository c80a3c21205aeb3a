import { ENDED, HAPPENED } from "../model/events.ts";
import { countWords } from "../words/counts-in-letters.ts";
import { spanWords } from "../words/durations.ts";
import type { Chronicle } from "./chronicle.ts";
import { type PersonNumber, patientName } from "./person.ts";

/** Names somebody whose story is worth reading, and says why. */
export interface WorthReading {
  readonly patient: string;
  readonly why: string;
}

interface Episode extends PersonNumber {
  readonly requestedAt: number;
  readonly isMeasured: boolean;
  reason: number;
  contacts: number;
  /** Minutes to the first contact; -1 if there was none. */
  wait: number;
  bounces: number;
  held: number;
  met: number;
  linkWorkersLost: number;
  crises: number;
}

/**
 * Lists people of a replication whose stories show the ways that a case can go: one of each, the earliest or
 * the most extreme. Episodes of the warm-up are left out.
 */
export function worthReading(simulated: Chronicle): WorthReading[] {
  const episodes = episodesOf(simulated).filter(({ isMeasured }) => isMeasured);
  const found: WorthReading[] = [];
  const named = new Set<string>();
  const add = (episode: Episode | undefined, why: (episode: Episode) => string): void => {
    if (episode === undefined) return;
    const patient = patientName(simulated, episode);
    if (named.has(patient)) return;
    named.add(patient);
    found.push({ patient, why: why(episode) });
  };
  const ended = (reason: number): Episode[] => episodes.filter((episode) => episode.reason === reason);
  add(
    ended(ENDED.finished).find(({ contacts, met }) => contacts >= 3 && met > 0),
    ({ contacts }) => `finished after ${countWords(contacts, "contact")}`,
  );
  add(
    ended(ENDED.left).find(({ contacts }) => contacts === 1 || contacts === 2),
    ({ contacts }) => `left after ${countWords(contacts, "contact")}`,
  );
  add(ended(ENDED.gave_up_waiting)[0], () => "gave up waiting");
  add(ended(ENDED.declined)[0], () => "declined the first appointment");
  add(ended(ENDED.never_attended)[0], () => "never came to an appointment");
  add(
    ended(ENDED.post_ended).find(({ contacts }) => contacts > 0),
    () => "lost the link worker when the post ended (the closing list)",
  );
  add(
    episodes.find(({ linkWorkersLost, contacts }) => linkWorkersLost > 0 && contacts > 2),
    () => "went on with another link worker",
  );
  add(most(episodes, "wait"), ({ wait }) => `the longest wait for a first contact: ${spanWords(wait)}`);
  add(
    most(episodes, "bounces"),
    ({ bounces }) => `came back from organisations most often: ${countWords(bounces, "time")}`,
  );
  add(most(episodes, "held"), ({ held }) => `had most needs held back: ${held}`);
  add(most(episodes, "contacts"), ({ contacts }) => `the most contacts: ${contacts}`);
  add(most(episodes, "crises"), ({ crises }) => `had ${countWords(crises, "crisis", "crises")}`);
  return found;
}

function most(
  episodes: readonly Episode[],
  of: "wait" | "bounces" | "held" | "contacts" | "crises",
): Episode | undefined {
  let best: Episode | undefined;
  for (const episode of episodes) if (episode[of] > (best?.[of] ?? 0)) best = episode;
  return best;
}

function episodesOf({ journal, startMinute }: Chronicle): Episode[] {
  const byRecord: Episode[] = [];
  const rosters = new Map<number, Set<Episode>>();
  journal.what.forEach((what, row) => {
    const record = journal.record[row];
    const minute = journal.minute[row];
    const post = journal.post[row];
    if (record < 0) {
      if (what === HAPPENED.link_worker_left || what === HAPPENED.post_ended)
        for (const episode of rosters.get(post) ?? []) episode.linkWorkersLost++;
      return;
    }
    if (what === HAPPENED.request) {
      byRecord[record] = {
        practice: journal.practice[row],
        register: journal.register[row],
        requestedAt: minute,
        isMeasured: minute >= startMinute,
        reason: ENDED.open,
        contacts: 0,
        wait: -1,
        bounces: 0,
        held: 0,
        met: 0,
        linkWorkersLost: 0,
        crises: 0,
      };
      return;
    }
    const episode = byRecord[record];
    if (what === HAPPENED.contact) {
      if (episode.contacts === 0) episode.wait = minute - episode.requestedAt;
      episode.contacts++;
    }
    if (what === HAPPENED.offered) rosters.set(post, (rosters.get(post) ?? new Set()).add(episode));
    if (what === HAPPENED.ended) {
      episode.reason = journal.value[row];
      rosters.get(post)?.delete(episode);
    }
    const isBounce = what === HAPPENED.link_refused || what === HAPPENED.link_failed;
    if (isBounce && episode.reason === ENDED.open) episode.bounces++;
    if (what === HAPPENED.need_held) episode.held++;
    if (what === HAPPENED.need_met) episode.met++;
    if (what === HAPPENED.crisis) episode.crises++;
  });
  // Numbers of records follow the order of requests.
  return byRecord;
}
