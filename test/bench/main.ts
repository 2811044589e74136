import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import type { BenchOptions, BenchRow, BenchSuite } from './measure.ts';

const suites: Record<string, () => Promise<{ run(options: BenchOptions): Promise<BenchSuite> }>> = {
  generate: () => import('./generate.ts'),
  open: () => import('./open.ts'),
  files: () => import('./files.ts'),
  typing: () => import('./typing.ts'),
  search: () => import('./search.ts'),
  memory: () => import('./memory.ts'),
  simulator: () => import('./simulator/index.ts'),
};

/** A suite that takes longer than this hangs. Per run, because only the runs make a suite long. */
const minutesPerRun = 1;

function line(row: BenchRow): string {
  const unit = row.unit ?? 'ms';
  const ratio = row.ratio === undefined ? '' : ` (${row.ratio.toFixed(2)} ×)`;
  return `| ${row.name} | ${row.medianMs.toFixed(1)} ${unit}${ratio} | ${row.p95Ms.toFixed(1)} ${unit} | ${row.target} | ${row.met ? 'met' : 'missed'} |`;
}

function report({ suite, rows }: BenchSuite): string {
  return [`### ${suite}`, '', '| what | median | p95 | target | |', '|---|---|---|---|---|', ...rows.map(line), ''].join('\n');
}

/** Measures one suite, or says why that did not work; the other suites still run. */
async function measure(name: string, options: BenchOptions): Promise<BenchSuite | null> {
  process.stderr.write(`Measuring ${name}…\n`);
  const limit = setTimeout(
    () => {
      process.stderr.write(`${name} did not come to an end and was stopped.\n`);
      process.exit(1);
    },
    (options.runs + 5) * minutesPerRun * 60_000,
  );
  try {
    const { run } = await (suites[name] as (typeof suites)[string])();
    const result = await run(options);
    process.stdout.write(`${report(result)}\n`);
    return result;
  } catch (error) {
    process.stderr.write(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
    return null;
  } finally {
    clearTimeout(limit);
  }
}

function usageError(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'string' }, runs: { type: 'string', default: '10' }, peer: { type: 'boolean', default: false } },
  });
  const wanted = positionals.length > 0 ? positionals : Object.keys(suites);
  const unknown = wanted.filter((name) => !(name in suites));
  const runs = Number(values.runs);
  if (unknown.length > 0) return usageError(`Unknown suite: ${unknown.join(', ')}. There are: ${Object.keys(suites).join(', ')}.`);
  if (!Number.isInteger(runs) || runs < 1) return usageError('--runs takes a whole number from 1.');
  const results: BenchSuite[] = [];
  for (const name of wanted) {
    const result = await measure(name, { runs, peer: values.peer });
    if (result) results.push(result);
  }
  const machine = { cpus: cpus().length, model: cpus()[0]?.model, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.versions.node };
  if (values.json) await writeFile(values.json, `${JSON.stringify({ machine, date: new Date().toISOString(), suites: results }, null, 2)}\n`);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
await main();
