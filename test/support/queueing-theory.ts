/**
 * Closed forms of queueing theory, in units of the mean service time (Gross, Shortle, Thompson & Harris
 * 2008, chapters 2 to 5).
 */

/** Gives the chance that an arrival waits in M/M/c at an offered load (Erlang C). */
export function erlangC(servers: number, load: number): number {
  let blocking = 1;
  for (let k = 1; k <= servers; k++) blocking = (load * blocking) / (k + load * blocking);
  return blocking / (1 - (load / servers) * (1 - blocking));
}

/** Gives the mean number waiting and the share that gives up in M/M/c+M, by its birth-death chain. */
export function erlangA(
  servers: number,
  load: number,
  meanPatience: number,
): { waiting: number; abandoning: number } {
  let weight = 1;
  let total = 1;
  let waiting = 0;
  for (let k = 1; k < 2000; k++) {
    weight *= load / (Math.min(k, servers) + Math.max(0, k - servers) / meanPatience);
    total += weight;
    waiting += weight * Math.max(0, k - servers);
  }
  return { waiting: waiting / total, abandoning: waiting / total / meanPatience / load };
}

/**
 * Gives the mean number waiting in M/G/1 (Pollaczek-Khinchine), from the squared coefficient of variation of
 * the service time.
 */
export function pollaczekKhinchine(load: number, squaredVariation: number): number {
  return (load * load * (1 + squaredVariation)) / (2 * (1 - load));
}

/** Gives the share turned away in M/M/1/K. */
export function blockedShare(load: number, capacity: number): number {
  return (load ** capacity * (1 - load)) / (1 - load ** (capacity + 1));
}

/**
 * Gives the share of time that the server of a finite-source queue is busy: so many cases, a chance that a
 * contact is the last, and a mean gap between contacts.
 */
export function finiteSourceBusy(cases: number, lastChance: number, meanGap: number): number {
  const weights = [1];
  for (let inGap = 1; inGap <= cases; inGap++)
    weights.push((weights[inGap - 1] * (1 - lastChance) * meanGap) / inGap);
  return 1 - weights[cases] / weights.reduce((sum, weight) => sum + weight, 0);
}
