/** What a slot of the front says. */
export interface SlotText {
  /** The few words that are read at once; left out where the text is as short. */
  readonly gist?: string;
  /** All of it, in a sentence or more. */
  readonly text: string;
}

/**
 * What other work may say on the front of a report: each absent until it is known. `why` comes of an
 * attribution, `whatToDo` of a plan, the others of an ensemble or a sensitivity analysis.
 */
export interface FrontSlots {
  /** What an ensemble says of the people, which leads in place of what the runs say of them. */
  readonly underEnsemble?: string;
  readonly why?: SlotText;
  readonly whatToDo?: SlotText;
  readonly doubt?: SlotText;
  readonly measureFirst?: SlotText;
}

/** Nothing but the runs themselves is known. */
export const NO_SLOTS: FrontSlots = {};
