/** Tells somebody at a terminal how far a run has come. */
export interface Progress {
  start(total: number): void;
  /** Says that more has been decided on. */
  more(count: number): void;
  /** Says that one more is done. */
  done(): void;
  stop(): void;
}

const SILENT: Progress = { start: () => {}, more: () => {}, done: () => {}, stop: () => {} };

/** Opens a progress bar on stderr that counts something, or a silent one where nobody watches. */
export async function openProgress(isQuiet: boolean, counted = "replications"): Promise<Progress> {
  if (isQuiet || !process.stderr.isTTY) return SILENT;
  const { default: cliProgress } = await import("cli-progress");
  const bar = new cliProgress.SingleBar({
    format: `{bar} {value} of {total} ${counted}, {rate} a second, {eta_formatted} left`,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
    etaBuffer: 100,
  });
  let began = 0;
  let count = 0;
  const rate = (): string => (count === 0 ? "-" : (count / ((performance.now() - began) / 1000)).toFixed(1));
  return {
    start(total) {
      began = performance.now();
      bar.start(total, 0, { rate: rate() });
    },
    more: (added) => bar.setTotal(bar.getTotal() + added),
    done() {
      count++;
      bar.increment(1, { rate: rate() });
    },
    stop: () => bar.stop(),
  };
}
