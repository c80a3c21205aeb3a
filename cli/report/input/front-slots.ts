/**
 * What other work may say on the front of a report: each in a sentence or two, absent until it is known.
 * `why` comes of an attribution, `whatToDo` of a plan, the other two of an ensemble.
 */
export interface FrontSlots {
  readonly why?: string;
  readonly whatToDo?: string;
  readonly doubt?: string;
  readonly measureFirst?: string;
}

/** Nothing but the runs themselves is known. */
export const NO_SLOTS: FrontSlots = {};
