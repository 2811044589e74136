import { absoluteRow, type BenchOptions, type BenchRow, type BenchSuite } from '../measure.ts';
import { startBench } from '../served.ts';
import { measureInWorkbench } from './in-the-workbench.ts';
import { measureCompiler } from './measure-compiler.ts';
import { measureRows } from './rows.ts';

async function compilerRows(runs: number): Promise<BenchRow[]> {
  const cold: number[] = [];
  const changed: number[] = [];
  for (let run = 0; run < runs; run++) {
    const times = await measureCompiler(100);
    cold.push(times.cold);
    changed.push(Math.max(times.template, times.style, times.script));
  }
  return [absoluteRow('cold compile, 100 pages, new process', cold, 500), absoluteRow('one file changed to compiled (slowest kind)', changed, 30)];
}

/** Compiler, updates of 1,000 rows, and the phone beside the editor. */
export async function run({ runs }: BenchOptions): Promise<BenchSuite> {
  const bench = await startBench();
  try {
    const compiler = await compilerRows(runs);
    const rows = await measureRows(bench.scratch, runs * 3);
    const { firstScreen, savedToVisible, memory } = await measureInWorkbench(bench, runs);
    return {
      suite: 'simulator',
      rows: [
        ...compiler,
        absoluteRow('saved to visible in the phone', savedToVisible, 100),
        absoluteRow('setData of one field in 1,000 keyed rows, call to callback', rows.oneField, 2),
        absoluteRow('create 1,000 rows', rows.create, 30),
        absoluteRow('update every 10th of 1,000 rows', rows.everyTenth, 5),
        absoluteRow('swap two of 1,000 rows', rows.swap, 10),
        absoluteRow('first screen of the coffee template', firstScreen, 700),
        { ...absoluteRow("memory of a phone over an empty frame's process", memory, 60), unit: 'MB', target: '≤ 60 MB' },
      ],
    };
  } finally {
    await bench.dispose();
  }
}
