/** Writes a number with a fixed number of decimals and commas between thousands; "-" where there is none. */
export function numberText(value: number | null, decimals: number): string {
  if (value === null || !Number.isFinite(value)) return "-";
  const fixed = value.toFixed(decimals);
  // -0.04 with one decimal is no number that a reader expects to see signed.
  const [whole, fraction] = (Number(fixed) === 0 ? fixed.replace("-", "") : fixed).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Writes a share as a percentage, as short as it can be said: 0.3 gives "30 %". */
export function percentText(share: number): string {
  return `${Number((share * 100).toFixed(2))} %`;
}

/** Writes a count with its noun: 1 practice, 7 practices. */
export function countText(count: number, singular: string, plural = `${singular}s`): string {
  return `${numberText(count, 0)} ${count === 1 ? singular : plural}`;
}
