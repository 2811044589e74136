import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { rgPath } from '@vscode/ripgrep';
import { type BenchOptions, type BenchSuite, ratioRow, timed } from './measure.ts';
import { inputToScreen } from './on-screen.ts';
import { openTree, startBench } from './served.ts';

const execute = promisify(execFile);

async function makeTree(folder: string): Promise<void> {
  for (let outer = 0; outer < 500; outer++) {
    const inner = join(folder, `package-${outer}`);
    await mkdir(inner, { recursive: true });
    await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        writeFile(join(inner, `module-${index}.js`), `export const value = ${outer * 200 + index};\nexport default value;\n`),
      ),
    );
  }
  await writeFile(join(folder, 'package-250', 'module-100.js'), 'export const theOnlyNeedle = true;\n');
}

/** One hit in 100,000 files, from the pressed key to the end of the search, alternating with ripgrep alone. */
export async function run({ runs }: BenchOptions): Promise<BenchSuite> {
  const bench = await startBench();
  try {
    const folder = join(bench.scratch, 'tree');
    await makeTree(folder);
    const served = await bench.serve(folder);
    const page = await bench.newPage();
    await openTree(page, served.url);
    await page.keyboard.press('Control+Shift+f');
    const field = page.getByRole('textbox', { name: 'Search' });
    const done = page.getByText('1 results in 1 files');
    const ours: number[] = [];
    const alone: number[] = [];
    for (let run = -2; run < runs; run++) {
      await field.fill('');
      await done.waitFor({ state: 'detached' });
      await field.fill('theOnlyNeedle');
      const duration = await inputToScreen(page, 'keydown', { selector: '[role=status]', text: '1 results in 1 files' }, () => field.press('Enter'));
      const peer = await timed(() => execute(rgPath, ['--json', '--', 'theOnlyNeedle', folder]));
      if (run < 0) continue;
      ours.push(duration);
      alone.push(peer);
    }
    await served.stop();
    return { suite: 'search', rows: [ratioRow('one hit in 100,000 files, in the window', ours, alone, 1.3, 'ripgrep alone')] };
  } finally {
    await bench.dispose();
  }
}
