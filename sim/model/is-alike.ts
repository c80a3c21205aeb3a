/** Says whether two plain values, lists, typed arrays and records of such have the same content. */
export function isAlike(one: unknown, two: unknown): boolean {
  if (Object.is(one, two)) return true;
  if (typeof one !== "object" || typeof two !== "object" || one === null || two === null) return false;
  if (isListed(one) || isListed(two)) return isListed(one) && isListed(two) && isEachAlike(one, two);
  const mine = Object.entries(one).filter(([, value]) => value !== undefined);
  const theirs = new Map(Object.entries(two).filter(([, value]) => value !== undefined));
  return (
    mine.length === theirs.size &&
    mine.every(([key, value]) => theirs.has(key) && isAlike(value, theirs.get(key)))
  );
}

type Listed = ArrayLike<unknown>;

const isListed = (value: object): value is Listed => Array.isArray(value) || ArrayBuffer.isView(value);

function isEachAlike(one: Listed, two: Listed): boolean {
  if (one.length !== two.length) return false;
  for (let i = 0; i < one.length; i++) if (!isAlike(one[i], two[i])) return false;
  return true;
}
