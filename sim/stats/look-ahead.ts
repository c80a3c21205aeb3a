/**
 * Numbers of values over which a precision must hold on: so many up to 100 values, so many a hundred beyond.
 * Hoad, Robinson & Davies recommend 5.
 */
const K_LIMIT = 5;

/**
 * Gives the number of values beyond `n` over which a precision that is met at `n` must hold on: f(kLimit, n)
 * of Hoad, Robinson & Davies.
 */
export function lookAheadOf(n: number): number {
  return n <= 100 ? K_LIMIT : Math.floor((K_LIMIT * n) / 100);
}

/**
 * Says whether a precision is met for good: `at` is the number of values that sufficed, null if none did so
 * far; `met` is where the current stretch of being met began.
 */
export interface Lasting {
  readonly at: number | null;
  readonly met: number | null;
}

/**
 * Finds the first number of values at which a precision is met and stays met over the look-ahead: the
 * replications algorithm of Hoad, Robinson & Davies (2010, "Automated selection of the number of
 * replications for a discrete-event simulation", J Opl Res Soc 61, 1632-1644). A spread that was small by
 * chance is found out, and the number depends on the values alone, however many of them were made at once.
 * `isMet` is asked for `minimum` values and more, up to `count`.
 */
export function lastingPrecision(count: number, minimum: number, isMet: (n: number) => boolean): Lasting {
  let met: number | null = null;
  for (let n = minimum; n <= count; n++) {
    if (!isMet(n)) met = null;
    else met ??= n;
    if (met !== null && n >= met + lookAheadOf(met)) return { at: met, met };
  }
  return { at: null, met };
}
