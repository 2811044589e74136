import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import type { Command } from 'commander';
import {
  type GenerateResult,
  generateProjects,
  type LoadedTemplate,
  type NumberedMerchantsFile,
  openGallery,
  type ProjectResult,
  readMerchants,
} from '#engine/index.ts';
import { AppError } from '#shared/model/errors.ts';
import { merchantId as merchantIdSchema, type RowProblem } from '#shared/model/templates.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';

type Context = Pick<CommandContext, 'stdout' | 'stderr' | 'translate' | 'templatesDirectory' | 'exitWith' | 'interrupted'>;

interface GenerateCommandOptions {
  merchants: string;
  out: string;
  dryRun: boolean;
  json: boolean;
}

interface ReportedProject {
  merchantId: string;
  path: string;
  status: 'created' | 'identical' | 'failed';
  reason?: string;
}

/** Reasons that pass: the same command again takes up where this one stopped. */
const resumable = new Set(['disk-full', 'access-denied', 'file-failed', 'interrupted']);
const progressIntervalMs = 500;
const largestMerchantsFile = 64 * 1024 * 1024;

async function readMerchantsFile(path: string, template: LoadedTemplate): Promise<NumberedMerchantsFile> {
  const bytes = await readFile(path).catch((error: unknown) => {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw missing ? new AppError('NOT_FOUND', { path }) : new AppError('ACCESS_DENIED', { path });
  });
  if (bytes.length > largestMerchantsFile) throw new AppError('TOO_LARGE', { path, size: bytes.length, limit: largestMerchantsFile });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new AppError('MERCHANTS_FILE_INVALID', { line: 1, detail: 'UTF-8' });
  }
  return readMerchants(text, extname(path).toLowerCase() === '.json' ? 'json' : 'csv', template.parameters);
}

function reportFile({ problems, unknownColumns }: NumberedMerchantsFile, { stderr, translate }: Context): void {
  if (unknownColumns.length > 0) stderr(`${translate('cli.generate.unknownColumns', { columns: unknownColumns.join(', ') })}\n`);
  for (const { line, merchantId, code, field, detail } of problems) {
    stderr(`${translate('cli.generate.badRow', { line, merchantId, problem: translate(`templates.rowProblem.${code}`, { field, detail }) })}\n`);
  }
}

function progressReporter({ stderr, translate }: Context): (done: number, total: number) => void {
  let shownAt = performance.now();
  return (done, total) => {
    if (performance.now() - shownAt < progressIntervalMs) return;
    shownAt = performance.now();
    stderr(`${translate('cli.generate.progress', { done, total })}\n`);
  };
}

function lineFor({ status, merchantId, path, reason }: ReportedProject, { translate }: Context, dryRun: boolean): string {
  const word = translate(dryRun && status === 'created' ? 'cli.generate.wouldCreate' : `templates.status.${status}`);
  const why = reason === undefined ? '' : ` (${translate(`templates.reason.${reason}`)})`;
  return `${word}  ${merchantId}  ${path}${why}\n`;
}

function exitCodeOf(projects: readonly ReportedProject[]): number {
  if (projects.some(({ reason }) => reason === 'interrupted')) return exitCodes.interrupted;
  const failures = projects.filter(({ status }) => status === 'failed');
  if (failures.length === 0) return exitCodes.ok;
  const partly = failures.length < projects.length && failures.some(({ reason }) => resumable.has(reason ?? ''));
  return partly ? exitCodes.partlyDone : exitCodes.findings;
}

function reported({ merchantId, path, ...outcome }: ProjectResult): ReportedProject {
  return { merchantId, path, status: outcome.status, ...(outcome.status === 'failed' ? { reason: outcome.reason } : {}) };
}

function unreadRow({ merchantId }: RowProblem, out: string): ReportedProject {
  return { merchantId, path: merchantIdSchema.safeParse(merchantId).success ? resolve(out, merchantId) : resolve(out), status: 'failed', reason: 'invalid' };
}

function inFileOrder({ lines, problems }: NumberedMerchantsFile, results: readonly ProjectResult[], out: string): ReportedProject[] {
  const numbered = [
    ...results.map((result, index) => ({ line: lines[index] ?? 0, project: reported(result) })),
    ...problems.map((problem) => ({ line: problem.line, project: unreadRow(problem, out) })),
  ];
  return numbered.sort((a, b) => a.line - b.line).map(({ project }) => project);
}

function report({ run, durationMs, projects: results }: GenerateResult, file: NumberedMerchantsFile, options: GenerateCommandOptions, context: Context): void {
  const { stdout, stderr, translate } = context;
  for (const result of results) if (result.status === 'failed' && result.detail !== undefined) stderr(`${result.merchantId}: ${result.detail}\n`);
  const projects = inFileOrder(file, results, options.out);
  if (options.json) stdout(`${JSON.stringify({ run, durationMs, projects })}\n`);
  else stdout(projects.map((project) => lineFor(project, context, options.dryRun)).join(''));
  const count = (status: string) => projects.filter((project) => project.status === status).length;
  stderr(`${translate('cli.generate.summary', { created: count('created'), identical: count('identical'), failed: count('failed') })}\n`);
  context.exitWith(exitCodeOf(projects));
}

/** Generates one project per row of a merchants file; rows that cannot be used are named and the others generated. */
export async function generate(templateId: string, options: GenerateCommandOptions, context: Context): Promise<void> {
  const template = await openGallery({ directory: context.templatesDirectory, onInvalid: () => undefined }).get(templateId);
  const file = await readMerchantsFile(resolve(options.merchants), template);
  reportFile(file, context);
  const result = await generateProjects({
    template,
    rows: file.rows,
    outDirectory: resolve(options.out),
    dryRun: options.dryRun,
    onProgress: progressReporter(context),
    signal: context.interrupted,
  });
  report(result, file, options, context);
}

export function registerGenerate(program: Command, context: Context): void {
  const { translate } = context;
  program
    .command('generate <template>')
    .description(translate('cli.generate.description'))
    .requiredOption('--merchants <file>', translate('cli.generate.merchants'))
    .requiredOption('--out <folder>', translate('cli.generate.out'))
    .option('--dry-run', translate('cli.generate.dryRun'), false)
    .option('--json', translate('cli.generate.json'), false)
    .action((template: string, options: GenerateCommandOptions) => generate(template, options, context));
}
