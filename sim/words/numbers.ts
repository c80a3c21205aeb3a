/** Writes a number with a fixed number of decimals and commas between thousands; "-" where there is none. */
export function numberText(value: number | null, decimals: number): string {
  if (value === null || !Number.isFinite(value)) return "-";
  const fixed = value.toFixed(decimals);
  // -0.04 with one decimal is no number that a reader expects to see signed.
  const [whole, fraction] = (Number(fixed) === 0 ? fixed.replace("-", "") : fixed).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** The minus sign of print; screens and files keep the hyphen. */
export const MINUS = "\u2212";

/** Writes a number with its sign, if it has one as it is written: +1.2, -3, 0.0. */
export function signedText(value: number | null, decimals: number, minus = "-"): string {
  const text = numberText(value, decimals);
  return value !== null && value > 0 && /[1-9]/.test(text) ? `+${text}` : text.replace(/^-(?=\d)/, minus);
}

/** Writes a share as a percentage, as short as it can be said: 0.3 gives "30 %". */
export function percentText(share: number): string {
  return `${Number((share * 100).toFixed(2))} %`;
}

/** Writes a share in whole percent, as a chance is said: 0.304 gives "30 %". */
export function wholePercentText(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** Writes a count with its noun: 1 practice, 7 practices. */
export function countText(count: number, singular: string, plural = `${singular}s`): string {
  return `${numberText(count, 0)} ${count === 1 ? singular : plural}`;
}

/** Writes money that is held in pence in whole pounds. */
export function poundsText(pence: number): string {
  return `GBP ${numberText(pence / 100, 0)}`;
}
