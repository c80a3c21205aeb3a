/**
 * What other work may say on the front of a report: each in a sentence or two, absent until it is known.
 * `why` comes of an attribution, `whatToDo` of a plan, the others of an ensemble.
 */
export interface FrontSlots {
  /** What an ensemble says of the people, which leads in place of what the runs say of them. */
  readonly underEnsemble?: string;
  readonly why?: string;
  readonly whatToDo?: string;
  readonly doubt?: string;
  readonly measureFirst?: string;
}

/** Nothing but the runs themselves is known. */
export const NO_SLOTS: FrontSlots = {};
