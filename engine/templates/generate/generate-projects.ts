import { randomUUID } from 'node:crypto';
import { mkdir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { errnoOf, validateName } from '#engine/files/index.ts';
import { AppError, isAppError } from '#shared/model/errors.ts';
import { type MerchantRow, merchantId as merchantIdSchema, type RowProblem } from '#shared/model/templates.ts';
import { checkRows } from '../merchants/check-rows.ts';
import type { LoadedTemplate } from '../pack/load-template.ts';
import { failed, type Outcome, type Prepared, placeProject, prepareProject, type Run } from './generate-project.ts';
import { createStagingFolder, isCaseInsensitive, removeDeadStaging } from './staging-folder.ts';

/** What became of one row. `path` is absolute. */
export type ProjectResult = { merchantId: string; name: string; path: string } & Outcome;

export interface GenerateOptions {
  template: LoadedTemplate;
  rows: readonly MerchantRow[];
  /** Created when missing. */
  outDirectory: string;
  /** Says what would happen and writes nothing. */
  dryRun: boolean;
  onProgress?(done: number, total: number): void;
  /** Aborting stops before the next project. */
  signal?: AbortSignal;
}

export interface GenerateResult {
  run: string;
  durationMs: number;
  /** In the order of the rows. */
  projects: ProjectResult[];
}

function unusable(path: string, error: unknown): never {
  throw new AppError('OUTPUT_FOLDER_UNUSABLE', { path, detail: errnoOf(error) ?? String(error) }, { cause: error });
}

/** The real path of the output folder, or the path it will have. `OUTPUT_FOLDER_UNUSABLE` when it cannot be one. */
async function prepareOutDirectory(outDirectory: string, dryRun: boolean): Promise<string> {
  const path = resolve(outDirectory);
  try {
    if (!dryRun) await mkdir(path, { recursive: true });
    if (!(await stat(path)).isDirectory()) throw new AppError('OUTPUT_FOLDER_UNUSABLE', { path, detail: 'ENOTDIR' });
    return await realpath(path);
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (dryRun && errnoOf(error) === 'ENOENT') return path;
    return unusable(path, error);
  }
}

/** Staged together and synced together, so that a journalling disk commits for several projects at once. */
const batchSize = 16;

async function openRun(options: GenerateOptions): Promise<Run> {
  const out = await prepareOutDirectory(options.outDirectory, options.dryRun);
  if (options.dryRun) return { template: options.template, out, staging: null };
  try {
    await removeDeadStaging(out);
    return { template: options.template, out, staging: await createStagingFolder(out) };
  } catch (error) {
    return unusable(out, error);
  }
}

/** Outcomes that are known before anything is rendered, by index of the row. */
async function rejectRows(run: Run, rows: readonly MerchantRow[]): Promise<Map<number, Outcome>> {
  const { problems } = checkRows(
    rows.map((row, line) => ({ line, row })),
    run.template.parameters,
  );
  const rejected = new Map(problems.map((problem): [number, Outcome] => [problem.line, failed('invalid', describeProblem(problem))]));
  const foldCase = run.staging !== null && (await isCaseInsensitive(run.staging));
  const folders = new Set<string>();
  rows.forEach(({ merchantId }, index) => {
    if (rejected.has(index)) return;
    const folder = foldCase ? merchantId.toLowerCase() : merchantId;
    if (folders.has(folder)) rejected.set(index, failed('case-collision'));
    else if (!isFolderName(merchantId)) rejected.set(index, failed('name'));
    folders.add(folder);
  });
  return rejected;
}

function describeProblem({ code, field, detail }: RowProblem): string {
  return [code, field, detail].filter((part) => part !== null && part !== '').join(': ');
}

/** Names such as `con` are devices on Windows and ordinary folders elsewhere. */
function isFolderName(merchantId: string): boolean {
  if (process.platform !== 'win32') return true;
  try {
    validateName(merchantId);
    return true;
  } catch (error) {
    if (isAppError(error, 'NAME_INVALID')) return false;
    throw error;
  }
}

/** Stages up to a batch of rows, beginning with `from`; stops early when aborted. Returns what was prepared, by index. */
async function prepareBatch(run: Run, { rows, signal }: GenerateOptions, rejected: ReadonlyMap<number, Outcome>, from: number): Promise<Map<number, Prepared>> {
  const prepared = new Map<number, Prepared>();
  for (let index = from; index < Math.min(rows.length, from + batchSize) && !signal?.aborted; index++) {
    const outcome = rejected.get(index);
    const row = rows[index];
    if (outcome) prepared.set(index, { kind: 'decided', outcome });
    else if (row) prepared.set(index, await prepareProject(run, row));
  }
  return prepared;
}

async function generateAll(run: Run, options: GenerateOptions, rejected: ReadonlyMap<number, Outcome>): Promise<Outcome[]> {
  const { rows, signal, onProgress } = options;
  const outcomes = rows.map((_, index) => rejected.get(index) ?? failed('interrupted'));
  let done = 0;
  for (let from = 0; from < rows.length && !signal?.aborted; from += batchSize) {
    const prepared = await prepareBatch(run, options, rejected, from);
    const placed = Array.from(prepared, async ([index, project]) => {
      outcomes[index] = await placeProject(project);
      onProgress?.(++done, rows.length);
    });
    await Promise.all(placed);
  }
  return outcomes;
}

/**
 * One project per row in `<outDirectory>/<merchantId>`: rendered, staged inside the output folder, moved into place whole.
 * What is there already is never overwritten. A row that fails does not stop the others. `OUTPUT_FOLDER_UNUSABLE`.
 */
export async function generateProjects(options: GenerateOptions): Promise<GenerateResult> {
  const started = performance.now();
  const run = await openRun(options);
  try {
    const outcomes = await generateAll(run, options, await rejectRows(run, options.rows));
    const projects = options.rows.map(({ merchantId, name }, index): ProjectResult => {
      const place = merchantIdSchema.safeParse(merchantId).success ? join(run.out, merchantId) : run.out;
      return { merchantId, name, path: place, ...(outcomes[index] ?? failed('interrupted')) };
    });
    return { run: randomUUID(), durationMs: Math.round(performance.now() - started), projects };
  } finally {
    await run.staging?.remove();
  }
}
