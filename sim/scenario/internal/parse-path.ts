/**
 * One part of a path as users write it: a key, or in brackets an id, a number from 1, or `*` for every
 * member.
 */
export interface PathPart {
  readonly kind: "key" | "member";
  readonly name: string;
}

/** Takes apart `practices[practice-3].list_size`; null if it is not of that form. */
export function parsePath(path: string): readonly PathPart[] | null {
  const parts: PathPart[] = [];
  let rest = path.trim();
  while (rest !== "") {
    const member = /^\[([^\]]+)\]/.exec(rest);
    const key = member === null ? /^[^.[\]]+/.exec(rest) : null;
    const found = member ?? key;
    if (found === null || (parts.length === 0 && member !== null)) return null;
    parts.push(
      member === null ? { kind: "key", name: found[0] } : { kind: "member", name: member[1].trim() },
    );
    rest = rest.slice(found[0].length);
    if (rest === "" || rest.startsWith("[")) continue;
    if (!rest.startsWith(".") || rest === ".") return null;
    rest = rest.slice(1);
    if (rest.startsWith("[")) return null;
  }
  return parts.length === 0 ? null : parts;
}
