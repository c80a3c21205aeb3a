import { MINUTES_PER_YEAR } from "../engine/minutes.ts";
import { isIntegrated } from "../model/mechanisms/integration.ts";
import type { World } from "../model/world.ts";
import { REFERRAL_SOURCES } from "../scenario/vocabulary.ts";
import { type Groups, groupsOf } from "../stats/groups.ts";
import type { Detail } from "./result.ts";
import { yearCount } from "./windows.ts";

/** Splits those referred into groups that have names. */
export interface Grouping extends Groups {
  readonly groupBy: string;
  readonly names: readonly string[];
  /** The groups of those carried in, in the order of `Cohort.carriedIn`. */
  readonly codeOfCarriedIn?: Int32Array;
}

type Episodes = World["episodes"]["columns"];

/** What everybody is, referred or not: fields of an episode and of somebody of the reference demand. */
type People = Pick<Episodes, keyof Episodes & keyof World["demand"]["columns"]>;

/** Declares a grouping: the groups' names in a world, and the group of a record. */
interface AnyGroupingRule<Of> {
  readonly groupBy: string;
  /**
   * Whether each group is a single practice or post, of which a city has thousands: left out of a summary.
   */
  readonly isOfMembers?: boolean;
  readonly names: (w: World) => readonly string[];
  readonly code: (w: World, people: Of, record: number) => number;
}

/** A grouping by what people are, whatever the service does, or by what an episode came to. */
type GroupingRule =
  | (AnyGroupingRule<People> & { readonly isOfPeople: true })
  | (AnyGroupingRule<Episodes> & { readonly isOfPeople: false });

/**
 * Declared once for all replications: V8 forgets the machine code of functions that are made anew for each.
 */
const RULES: readonly GroupingRule[] = [
  { groupBy: "all", isOfPeople: true, names: () => ["all"], code: () => 0 },
  {
    groupBy: "practice",
    isOfPeople: true,
    isOfMembers: true,
    names: ({ layout }) => layout.practices.map(({ id }) => id),
    code: (_, { practice }, r) => practice[r],
  },
  {
    groupBy: "link_worker",
    isOfPeople: false,
    isOfMembers: true,
    names: ({ layout }) => layout.posts.map(({ id }) => id),
    code: (_, { post }, r) => post[r],
  },
  {
    groupBy: "integration",
    isOfPeople: false,
    names: () => ["partial", "full"],
    code: (w, { practice }, r) => (isIntegrated(w, practice[r]) ? 1 : 0),
  },
  {
    groupBy: "quintile",
    isOfPeople: true,
    names: () => ["1", "2", "3", "4", "5"],
    code: (_, { quintile }, r) => quintile[r],
  },
  { groupBy: "sex", isOfPeople: true, names: () => ["women", "men"], code: (_, { sex }, r) => sex[r] },
  {
    groupBy: "age_band",
    isOfPeople: true,
    names: ({ scenario }) => Object.keys(scenario.people.age_bands),
    code: (_, { ageBand }, r) => ageBand[r],
  },
  { groupBy: "crisis", isOfPeople: true, names: () => ["no", "yes"], code: (_, { crisis }, r) => crisis[r] },
  {
    groupBy: "source",
    isOfPeople: false,
    names: () => REFERRAL_SOURCES,
    code: (_, { source }, r) => source[r],
  },
  {
    groupBy: "year",
    isOfPeople: true,
    names: (w) => Array.from({ length: yearCount(w) }, (_, n) => String(n + 1)),
    code: (w, { requestedAt }, r) => {
      const year = Math.floor((requestedAt[r] - w.clock.startMinute) / MINUTES_PER_YEAR);
      return Math.min(yearCount(w) - 1, year);
    },
  },
];

/** Lists the groupings of the reference demand: by what people are. */
export const DEMAND_GROUPINGS: readonly string[] = RULES.flatMap(({ groupBy, isOfPeople }) =>
  isOfPeople ? [groupBy] : [],
);

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
  const { columns } = w.episodes;
  return rulesOf(detail).map((rule) => {
    const names = rule.names(w);
    return {
      groupBy: rule.groupBy,
      names,
      ...groupsOf(size, names.length, (i) => rule.code(w, columns, first + i)),
      codeOfCarriedIn: carriedIn.map((record) => rule.code(w, columns, record)),
    };
  });
}

/** Splits the reference demand in every way that the detail asks for and that hangs on people alone. */
export function demandGroupings(w: World, detail: Detail): Grouping[] {
  const { columns, length: size } = w.demand;
  return rulesOf(detail).flatMap((rule) => {
    if (!rule.isOfPeople) return [];
    const names = rule.names(w);
    const groups = groupsOf(size, names.length, (i) => rule.code(w, columns, i));
    return [{ groupBy: rule.groupBy, names, ...groups }];
  });
}

function rulesOf(detail: Detail): readonly GroupingRule[] {
  return RULES.filter(({ isOfMembers }) => detail === "full" || !isOfMembers);
}
