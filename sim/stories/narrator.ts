import type { ReasonValues } from "../model/reasons.ts";
import { TYPE_WORDS } from "../words/organisation-types.ts";
import type { Chronicle } from "./chronicle.ts";
import type { Happening } from "./happenings.ts";

/** Holds the words by which a person is called. */
export interface Pronouns {
  readonly they: "she" | "he";
  readonly them: "her" | "him";
  readonly their: "her" | "his";
}

/** What a teller of one happening knows of the rest of the life. */
export interface Narrator extends Pronouns {
  readonly simulated: Chronicle;
  readonly who: ReasonValues<"who">;
  /** The person's practice. */
  readonly practice: string;
  /** The whole life in order of time. */
  readonly life: readonly Happening[];
}

/** Says how a person is called, by sex. */
export function pronounsOf({ sex }: ReasonValues<"who">): Pronouns {
  return sex === 0 ? { they: "she", them: "her", their: "her" } : { they: "he", them: "him", their: "his" };
}

/** Names an organisation. */
export function organisationWords({ simulated }: Narrator, { organisation }: Happening): string {
  return simulated.names.organisations[organisation];
}

/** Names an organisation with its kind, as when it is met first. */
export function introducedOrganisation(narrator: Narrator, happening: Happening): string {
  const { type } = narrator.simulated.organisations[happening.organisation];
  return `${organisationWords(narrator, happening)}, ${TYPE_WORDS[type].noun}`;
}

/** Says how ready for change somebody is beside others, if it is worth a word. */
export function readinessWords({ simulated, they }: Narrator, readiness: number): string | undefined {
  const { readiness_sd: spread } = simulated.scenario.people;
  const standard = spread === 0 ? 0 : readiness / spread;
  if (standard > 0.5) return `${they} was readier for change than most`;
  return standard < -0.5 ? `${they} was less ready for change than most` : undefined;
}

/** Finds the last thing of some kinds that happened in the same episode before another. */
export function lastBefore(
  { life }: Narrator,
  happening: Happening,
  ...whats: readonly Happening["what"][]
): Happening | undefined {
  for (let i = life.indexOf(happening) - 1; i >= 0; i--)
    if (life[i].episode === happening.episode && whats.includes(life[i].what)) return life[i];
  return undefined;
}

/** Finds something of some kinds that happened in the same minute as another, before or after it. */
export function atOnceWith(
  { life }: Narrator,
  happening: Happening,
  ...whats: readonly Happening["what"][]
): Happening | undefined {
  return life.find(
    (other) => other !== happening && other.minute === happening.minute && whats.includes(other.what),
  );
}

/** Gives the number of the focus of an episode's need, from 1. */
export function focusOfNeed({ life }: Narrator, episode: number, need: number): number {
  const found = life.find(
    (other) => other.what === "need" && other.episode === episode && other.need === need,
  );
  if (found === undefined) throw new TypeError(`episode ${episode} has no need ${need}`);
  return found.focus;
}
