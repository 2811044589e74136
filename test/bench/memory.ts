import { join } from 'node:path';
import { copyTemplate } from '#test/support/copy-template.ts';
import { type BenchOptions, type BenchSuite, median, percentile } from './measure.ts';
import { openTree, startBench } from './served.ts';

const limit = 150;

/** The main thread's heap with one small file open, after a forced collection. */
export async function run({ runs }: BenchOptions): Promise<BenchSuite> {
  const bench = await startBench();
  try {
    const folder = await copyTemplate('coffee-ordering', join(bench.scratch, 'project'));
    const samples: number[] = [];
    for (let index = 0; index < runs; index++) {
      const served = await bench.serve(folder);
      const page = await bench.newPage();
      await openTree(page, served.url);
      await page.getByRole('treeitem', { name: 'app.js', exact: true }).click();
      await page.locator('.monaco-editor .view-line').first().waitFor();
      const session = await page.context().newCDPSession(page);
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      samples.push(usedSize / 1024 / 1024);
      await page.context().close();
      await served.stop();
    }
    const medianMs = median(samples);
    return {
      suite: 'memory',
      rows: [
        {
          name: 'main-thread heap, one small file open',
          medianMs,
          p95Ms: percentile(samples, 0.95),
          target: `≤ ${limit} MB`,
          met: medianMs <= limit,
          unit: 'MB',
        },
      ],
    };
  } finally {
    await bench.dispose();
  }
}
