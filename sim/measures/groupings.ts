import { MINUTES_PER_YEAR } from "../engine/minutes.ts";
import { isIntegrated } from "../model/mechanisms/integration.ts";
import type { World } from "../model/world.ts";
import { REFERRAL_SOURCES } from "../scenario/vocabulary.ts";
import type { Detail } from "./result.ts";

/** Splits those referred into groups: a code for each person, and the groups' names. */
export interface Grouping {
  readonly groupBy: string;
  readonly names: readonly string[];
  readonly code: Int32Array;
  /** The groups of those carried in, in the order of `Cohort.carriedIn`. */
  readonly codeOfCarriedIn?: Int32Array;
}

/** Declares a grouping: the groups' names in a world, and the group of an episode's record. */
interface GroupingRule {
  readonly groupBy: string;
  /**
   * Whether each group is a single practice or post, of which a city has thousands: left out of a summary.
   */
  readonly isOfMembers?: boolean;
  readonly names: (w: World) => readonly string[];
  readonly code: (w: World, record: number) => number;
}

/**
 * Declared once for all replications: V8 forgets the machine code of functions that are made anew for each.
 */
const RULES: readonly GroupingRule[] = [
  { groupBy: "all", names: () => ["all"], code: () => 0 },
  {
    groupBy: "practice",
    isOfMembers: true,
    names: ({ layout }) => layout.practices.map(({ id }) => id),
    code: ({ episodes }, r) => episodes.columns.practice[r],
  },
  {
    groupBy: "link_worker",
    isOfMembers: true,
    names: ({ layout }) => layout.posts.map(({ id }) => id),
    code: ({ episodes }, r) => episodes.columns.post[r],
  },
  {
    groupBy: "integration",
    names: () => ["partial", "full"],
    code: (w, r) => (isIntegrated(w, w.episodes.columns.practice[r]) ? 1 : 0),
  },
  {
    groupBy: "quintile",
    names: () => ["1", "2", "3", "4", "5"],
    code: ({ episodes }, r) => episodes.columns.quintile[r],
  },
  { groupBy: "sex", names: () => ["women", "men"], code: ({ episodes }, r) => episodes.columns.sex[r] },
  {
    groupBy: "age_band",
    names: ({ scenario }) => Object.keys(scenario.people.age_bands),
    code: ({ episodes }, r) => episodes.columns.ageBand[r],
  },
  { groupBy: "crisis", names: () => ["no", "yes"], code: ({ episodes }, r) => episodes.columns.crisis[r] },
  {
    groupBy: "source",
    names: () => REFERRAL_SOURCES,
    code: ({ episodes }, r) => episodes.columns.source[r],
  },
  {
    groupBy: "year",
    names: (w) => Array.from({ length: yearsOf(w) }, (_, n) => String(n + 1)),
    code: (w, r) => {
      const year = Math.floor((w.episodes.columns.requestedAt[r] - w.clock.startMinute) / MINUTES_PER_YEAR);
      return Math.min(yearsOf(w) - 1, year);
    },
  },
];

/**
 * Splits the episodes from record `first` on, `size` of them, and those carried in, in every way that the
 * detail asks for.
 */
export function groupingsOf(
  w: World,
  first: number,
  size: number,
  carriedIn: Int32Array,
  detail: Detail,
): Grouping[] {
  return RULES.filter(({ isOfMembers }) => detail === "full" || !isOfMembers).map(
    ({ groupBy, names, code }) => ({
      groupBy,
      names: names(w),
      code: codesOf(w, first, size, code),
      codeOfCarriedIn: carriedIn.map((record) => code(w, record)),
    }),
  );
}

function codesOf(w: World, first: number, size: number, code: GroupingRule["code"]): Int32Array {
  const codes = new Int32Array(size);
  for (let i = 0; i < size; i++) codes[i] = code(w, first + i);
  return codes;
}

/** Gives the years of the measured time, a begun one counted unless it is hours only. */
function yearsOf({ clock }: World): number {
  return Math.max(1, Math.ceil((clock.endMinute - clock.startMinute) / MINUTES_PER_YEAR - 1e-3));
}
