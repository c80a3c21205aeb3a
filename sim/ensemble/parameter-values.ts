import type { EnsembleMember } from "./members-file.ts";

/** A parameter that members vary, as a number. */
export interface VariedValue {
  readonly path: string;
  /** What stands behind the number, such as minutes; x where it is a factor. */
  readonly unit: string;
  /** One a member. */
  readonly values: Float64Array;
}

const NUMBER = /^(x?)\s*([+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*(.*)$/i;

/**
 * Reads the parameters that members vary as numbers: those of which every member sets a number with the same
 * unit, and not all the same. Others, such as words, are left out.
 */
export function variedValues(members: readonly EnsembleMember[]): readonly VariedValue[] {
  const paths = new Set(
    members.flatMap(({ set }) => set.map((change) => change.slice(0, change.indexOf("=")))),
  );
  return [...paths].flatMap((path): VariedValue[] => {
    const read = members.map(({ set }) => {
      const change = set.find((one) => one.startsWith(`${path}=`));
      return change === undefined ? null : NUMBER.exec(change.slice(path.length + 1).trim());
    });
    const units = new Set(read.map((parts) => (parts === null ? null : parts[1] || parts[3])));
    if (units.size !== 1 || units.has(null)) return [];
    const values = Float64Array.from(read, (parts) => Number(parts?.[2] ?? Number.NaN));
    if (values.every((value) => value === values[0])) return [];
    return [{ path, unit: [...units][0] ?? "", values }];
  });
}
