import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateProjects, openGallery } from '#engine/index.ts';
import type { MerchantRow } from '#shared/model/templates.ts';
import { type BenchOptions, type BenchSuite, median, percentile, ratioRow, timed } from './measure.ts';

const templates = fileURLToPath(new URL('../../templates', import.meta.url));
const merchants = 500;

function merchantRows(): MerchantRow[] {
  return Array.from({ length: merchants }, (_, index) => ({
    merchantId: `merchant-${index}`,
    name: `Sample shop ${index} 咖啡`,
    answers: { storeName: `Branch ${index}`, greeting: `“Hello” from ${index}` },
  }));
}

/** Lets the disk finish what came before, so that nobody waits for the other's writes. */
function settle(): void {
  execFileSync('sync', { timeout: 120_000 });
}

function readTemplate() {
  const gallery = openGallery({
    directory: templates,
    onInvalid: (error) => {
      throw error;
    },
  });
  return gallery.get('coffee-ordering');
}

/** Generates one template for many merchants, and copies the very same bytes with `cp -r`, in turns. The disk is that of the temporary folder. */
export async function run({ runs }: BenchOptions): Promise<BenchSuite> {
  const folder = await mkdtemp(join(tmpdir(), 'minifoundry-bench-'));
  const ours: number[] = [];
  const copies: number[] = [];
  try {
    const template = await readTemplate();
    for (let index = -1; index < runs; index++) {
      const [out, copy] = [join(folder, `out-${index}`), join(folder, `copy-${index}`)];
      settle();
      const generated = await timed(() => generateProjects({ template, rows: merchantRows(), outDirectory: out, dryRun: false }));
      await readFile(join(out, `merchant-${merchants - 1}`, '.minifoundry/instance.json'));
      settle();
      const copied = await timed(async () => execFileSync('cp', ['-r', out, copy], { timeout: 120_000 }));
      await Promise.all([out, copy].map((path) => rm(path, { recursive: true, force: true })));
      if (index < 0) continue;
      ours.push(generated);
      copies.push(copied);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return {
    suite: 'generate',
    rows: [
      ratioRow(`generate ${merchants} merchants × coffee-ordering`, ours, copies, 3, 'cp -r'),
      { name: 'cp -r of the same bytes', medianMs: median(copies), p95Ms: percentile(copies, 0.95), target: 'peer', met: true },
    ],
  };
}
