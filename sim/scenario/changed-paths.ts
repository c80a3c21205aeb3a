/** Says that two scenarios differ in one place. */
export interface ChangedPath {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Lists the paths at which two scenarios differ, in the order of the first; members of lists are known by their ids, else by their numbers from 1. */
export function changedPaths(before: unknown, after: unknown, path = ""): ChangedPath[] {
  if (Object.is(before, after)) return [];
  const [membersBefore, membersAfter] = [membersOf(before), membersOf(after)];
  if (membersBefore === undefined || membersAfter === undefined) return [{ path, before, after }];
  const keys = new Set([...membersBefore.keys(), ...membersAfter.keys()]);
  return [...keys].flatMap((key) =>
    changedPaths(
      membersBefore.get(key),
      membersAfter.get(key),
      path === "" || key.startsWith("[") ? path + key : `${path}.${key}`,
    ),
  );
}

function membersOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  return new Map(
    value.map((member: unknown, i) => [
      `[${typeof member === "object" && member !== null && "id" in member ? String(member.id) : i + 1}]`,
      member,
    ]),
  );
}
