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
};

function line(row: BenchRow): string {
  const unit = row.unit ?? 'ms';
  const ratio = row.ratio === undefined ? '' : ` (${row.ratio.toFixed(2)} ×)`;
  return `| ${row.name} | ${row.medianMs.toFixed(1)} ${unit}${ratio} | ${row.p95Ms.toFixed(1)} ${unit} | ${row.target} | ${row.met ? 'met' : 'missed'} |`;
}

function report({ suite, rows }: BenchSuite): string {
  return [`### ${suite}`, '', '| what | median | p95 | target | |', '|---|---|---|---|---|', ...rows.map(line), ''].join('\n');
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'string' }, runs: { type: 'string', default: '10' }, peer: { type: 'boolean', default: false } },
  });
  const wanted = positionals.length > 0 ? positionals : Object.keys(suites);
  const unknown = wanted.filter((name) => !(name in suites));
  if (unknown.length > 0) {
    process.stderr.write(`Unknown suite: ${unknown.join(', ')}. There are: ${Object.keys(suites).join(', ')}.\n`);
    process.exitCode = 2;
    return;
  }
  const results: BenchSuite[] = [];
  for (const name of wanted) {
    process.stderr.write(`Measuring ${name}…\n`);
    const { run } = await (suites[name] as (typeof suites)[string])();
    const result = await run({ runs: Number(values.runs), peer: values.peer });
    results.push(result);
    process.stdout.write(`${report(result)}\n`);
  }
  const machine = { cpus: cpus().length, model: cpus()[0]?.model, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.versions.node };
  if (values.json) await writeFile(values.json, `${JSON.stringify({ machine, suites: results }, null, 2)}\n`);
}

await main();
