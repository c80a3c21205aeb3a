/** What only narrows a meaning: in which unit, of whom, from where to where. */
const NARROWED = /^(.+?), (?:in|at|as|of|over|from|both|spread|where) .*$/;

/** Shortens what a parameter means where it need only be told from others: without what narrows it. */
export const briefMeaning = (meaning: string): string => meaning.replace(NARROWED, "$1");
