/** One line of a suite: what was measured, how long it took, and whether that meets the target. */
export interface BenchRow {
  name: string;
  medianMs: number;
  p95Ms: number;
  /** What the number is held against, in words. */
  target: string;
  /** Measured value ÷ the peer's or limit's, where the target is a ratio. */
  ratio?: number;
  met: boolean;
  /** Milliseconds unless said otherwise. */
  unit?: string;
}

export interface BenchSuite {
  suite: string;
  rows: BenchRow[];
}

export interface BenchOptions {
  runs: number;
  /** Measure peers beside us where they are installed. */
  peer: boolean;
}

/** The value below which `share` of the samples lie, by nearest rank. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5);
}

/** Runs something several times and gives each duration in milliseconds. The first, uncounted run warms up. */
export async function repeat(runs: number, action: (run: number) => Promise<number>): Promise<number[]> {
  await action(-1);
  const samples: number[] = [];
  for (let run = 0; run < runs; run++) samples.push(await action(run));
  return samples;
}

export async function timed(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

/** A row with an absolute target in milliseconds, held against the median. */
export function absoluteRow(name: string, samples: readonly number[], limitMs: number): BenchRow {
  const medianMs = median(samples);
  return { name, medianMs, p95Ms: percentile(samples, 0.95), target: `≤ ${limitMs} ms`, met: medianMs <= limitMs };
}

/** A row held against a peer that was measured in the same run. */
export function ratioRow(name: string, samples: readonly number[], peer: readonly number[], limit: number, peerName: string): BenchRow {
  const medianMs = median(samples);
  const ratio = medianMs / median(peer);
  return { name, medianMs, p95Ms: percentile(samples, 0.95), target: `≤ ${limit} × ${peerName} (${median(peer).toFixed(1)} ms)`, ratio, met: ratio <= limit };
}
