/** When some work began, by the calendar, and on a clock that nobody sets. */
export interface Clock {
  readonly start: Date;
  readonly ticks: number;
}

export const startClock = (): Clock => ({ start: new Date(), ticks: performance.now() });

/** Says how long ago that was, to the millisecond, even if the computer's date was set back since. */
export const secondsSince = ({ ticks }: Clock): number => Math.round(performance.now() - ticks) / 1000;
