import * as z from "zod";
import { id, strict } from "./fields.ts";
import { date } from "./quantity.ts";

/** Says who is there before an action. */
export interface Staff {
  readonly posts: number;
  /** Full-time equivalents of the posts together. */
  readonly fte: number;
  /** Share of full time of each post that there ever is, by id. */
  readonly hours: ReadonlyMap<string, number>;
  readonly practices: number;
  /** Whether posts or equivalents are as if posts had the mean hours: a rule chose among unlike ones. */
  readonly isRough?: boolean;
}

/** What is said of an action of one kind. */
interface ActionWords<A> {
  /** What it is, in the schema. */
  readonly meaning: string;
  /** An example, without id, date and kind, that a year of a town with two posts must feel. */
  readonly example: string;
  /** Reads it back without its day: "the programme has an agreement with all organisations". */
  text(action: A, staff: Staff): string;
  /** Whether it all happens on its day, and is not in force from then on. */
  readonly isOver?: true;
  /** Marks it in a figure, in a few words. */
  mark(action: A): string;
  /** Keys of which exactly one is given. */
  readonly exactlyOne?: readonly string[];
  /** The day from which it can change something, where that is before its date. */
  actsFrom?(action: A): string;
  /** Who is there after it, where posts or their hours become more or fewer. */
  staffAfter?(action: A, staff: Staff): Staff;
}

const ofEvery = <K extends string>(kind: K, meaning: string) => ({
  id,
  date: date("when it takes effect"),
  kind: z.literal(kind).describe(meaning),
});

type Written<K extends string, S extends z.ZodRawShape> = z.output<
  z.ZodObject<ReturnType<typeof ofEvery<K>> & S, z.core.$strict>
>;

/**
 * Declares a kind of dated action once: its name, its day and its kind, what it changes, and what is said of
 * it.
 */
export function declareAction<const K extends string, const S extends z.ZodRawShape>(
  kind: K,
  fields: S,
  words: ActionWords<Written<K, S>>,
) {
  return { ...words, kind, schema: strict({ ...ofEvery(kind, words.meaning), ...fields }) };
}

/**
 * A declaration of any kind, as those read it who have looked it up by the kind of the action that they
 * hold.
 */
export interface AnyAction<Kind, Action> extends ActionWords<Action> {
  readonly kind: Kind;
}
