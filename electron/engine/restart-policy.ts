/** How often something may fail in a row, and how long to wait before each new attempt. Times in milliseconds. */
export interface RestartPolicy {
  /** What to do about a failure now. */
  failed(now: number): { kind: 'restart'; after: number } | { kind: 'give-up' };
  /** Forgets the failures: a person asked to try again. */
  reset(): void;
}

const delays = [0, 250, 1000, 2000, 4000];
const windowMilliseconds = 60_000;

/** Restarts with back-off, and gives up after more failures within a minute than there are delays. */
export function createRestartPolicy(): RestartPolicy {
  let failures: number[] = [];
  return {
    failed(now) {
      failures = [...failures.filter((time) => now - time < windowMilliseconds), now];
      const after = delays[failures.length - 1];
      return after === undefined ? { kind: 'give-up' } : { kind: 'restart', after };
    },
    reset() {
      failures = [];
    },
  };
}
