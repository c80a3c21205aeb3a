/** Whole numbers as small as hold them: what is read in no order then lies in a fast cache. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** Splits people into groups, numbered from 0. */
export interface Groups {
  /** The group of each person; `sizes.length` of one who is in none. */
  readonly code: Codes;
  /** People of each group. */
  readonly sizes: Int32Array;
}

/** Splits so many people into groups; who is given another number than those of the groups is in none. */
export function groupsOf(people: number, groups: number, groupOf: (person: number) => number): Groups {
  const code = codesUpTo(groups, people);
  const sizes = new Int32Array(groups);
  for (let person = 0; person < people; person++) {
    const group = groupOf(person);
    const isIn = group >= 0 && group < groups;
    code[person] = isIn ? group : groups;
    if (isIn) sizes[group]++;
  }
  return { code, sizes };
}

/** Puts so many people into one group. */
export function oneGroup(people: number): Groups {
  return { code: new Uint8Array(people), sizes: Int32Array.of(people) };
}

function codesUpTo(highest: number, length: number): Codes {
  if (highest <= 0xff) return new Uint8Array(length);
  return highest <= 0xffff ? new Uint16Array(length) : new Uint32Array(length);
}
