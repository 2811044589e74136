import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateProjects, openGallery } from '#engine/index.ts';
import type { MerchantRow } from '#shared/model/templates.ts';

export interface BenchRow {
  name: string;
  medianMs: number;
  p95Ms: number;
  target: string;
  /** To the peer that was measured in the same run. */
  ratio?: number;
  met: boolean;
}

export interface BenchOptions {
  /** At least ten for a figure to be quoted. */
  runs?: number;
  merchants?: number;
  /** Where the projects are written; the disk is part of what is measured. */
  directory?: string;
}

const templates = fileURLToPath(new URL('../../templates', import.meta.url));
const targetRatio = 3;

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

function summary(times: readonly number[]): { medianMs: number; p95Ms: number } {
  const sorted = [...times].sort((a, b) => a - b);
  return { medianMs: quantile(sorted, 0.5), p95Ms: quantile(sorted, 0.95) };
}

function merchantRows(count: number): MerchantRow[] {
  return Array.from({ length: count }, (_, index) => ({
    merchantId: `merchant-${index}`,
    name: `Sample shop ${index} 咖啡`,
    answers: { storeName: `Branch ${index}`, greeting: `“Hello” from ${index}` },
  }));
}

/** Lets the disk finish what came before, so that nobody waits for the other's writes. */
function settle(): void {
  execFileSync('sync');
}

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Generates one template for many merchants, and copies the very same bytes with `cp -r`, in turns. */
export async function run({ runs = 10, merchants = 500, directory = tmpdir() }: BenchOptions = {}): Promise<{ suite: string; rows: BenchRow[] }> {
  const folder = await mkdtemp(join(directory, 'minifoundry-bench-'));
  const times: { generate: number[]; copy: number[] } = { generate: [], copy: [] };
  try {
    const gallery = openGallery({
      directory: templates,
      onInvalid: (error) => {
        throw error;
      },
    });
    const template = await gallery.get('coffee-ordering');
    for (let index = 0; index < runs; index++) {
      const [out, copy] = [join(folder, `out-${index}`), join(folder, `copy-${index}`)];
      settle();
      times.generate.push(await timed(() => generateProjects({ template, rows: merchantRows(merchants), outDirectory: out, dryRun: false })));
      await readFile(join(out, `merchant-${merchants - 1}`, '.minifoundry/instance.json'));
      settle();
      times.copy.push(await timed(() => execFileSync('cp', ['-r', out, copy])));
      await Promise.all([out, copy].map((path) => rm(path, { recursive: true, force: true })));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const generate = summary(times.generate);
  const copy = summary(times.copy);
  const ratio = generate.medianMs / copy.medianMs;
  return {
    suite: 'generate',
    rows: [
      { name: `generate ${merchants} merchants × coffee-ordering`, ...generate, target: `≤ ${targetRatio} × cp -r`, ratio, met: ratio <= targetRatio },
      { name: 'cp -r of the same bytes', ...copy, target: 'peer', met: true },
    ],
  };
}
