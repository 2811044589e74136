import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '#engine/files/index.ts';
import type { MerchantRow } from '#shared/model/templates.ts';
import type { LoadedTemplate } from '../pack/load-template.ts';
import { type ProducedFile, produceProject } from '../render/project-template.ts';
import { compareProject } from './compare-project.ts';
import { type StagedProject, stageProject } from './stage-project.ts';
import type { StagingFolder } from './staging-folder.ts';

/**
 * Why a project was not generated. `exists`: something else is there already. `invalid`: the row. `name`: this system has
 * no folder of that name. `case-collision`: on this disk another merchant's folder. `template`: rendering failed.
 * `disk-full`, `access-denied`, `file-failed`, `interrupted`: the same call again takes up where this one stopped.
 */
export type FailureReason = 'exists' | 'invalid' | 'name' | 'case-collision' | 'template' | 'disk-full' | 'access-denied' | 'file-failed' | 'interrupted';

export type Outcome = { status: 'created' | 'identical' } | { status: 'failed'; reason: FailureReason; detail?: string };

export function failed(reason: FailureReason, detail?: string): Outcome {
  return { status: 'failed', reason, ...(detail === undefined ? {} : { detail }) };
}

function outcomeOfFailure(error: unknown): Outcome {
  const errno = errnoOf(error);
  if (errno === 'ENOSPC' || errno === 'EDQUOT') return failed('disk-full');
  if (errno === 'EACCES' || errno === 'EPERM' || errno === 'EROFS') return failed('access-denied', errno);
  if (errno !== undefined) return failed('file-failed', errno);
  throw error;
}

/** What every project of a run shares. */
export interface Run {
  template: LoadedTemplate;
  /** Absolute and real. */
  out: string;
  /** Null in a dry run. */
  staging: StagingFolder | null;
}

/** A project on its way: decided already, or staged and to be moved into place. */
export type Prepared = { kind: 'decided'; outcome: Outcome } | { kind: 'staged'; final: string; files: readonly ProducedFile[]; staged: StagedProject };

const decided = (outcome: Outcome): Prepared => ({ kind: 'decided', outcome });

async function discard(folder: string, error: unknown): Promise<Outcome> {
  await rm(folder, { recursive: true, force: true });
  return outcomeOfFailure(error);
}

async function stage({ staging, out }: Run, merchantId: string, files: readonly ProducedFile[]): Promise<Prepared> {
  const final = join(out, merchantId);
  const existing = await compareProject(final, files);
  if (existing !== 'absent') return decided(existing === 'identical' ? { status: 'identical' } : failed('exists'));
  if (staging === null) return decided({ status: 'created' });
  const folder = join(staging.path, merchantId);
  try {
    return { kind: 'staged', final, files, staged: stageProject(folder, files) };
  } catch (error) {
    return decided(await discard(folder, error));
  }
}

/** Renders one project and stages it. Only what nobody foresaw is thrown. */
export async function prepareProject(run: Run, { merchantId, name, answers }: MerchantRow): Promise<Prepared> {
  const { manifest, parameters, files } = run.template;
  let produced: ProducedFile[];
  try {
    produced = produceProject(manifest, files, { merchant: { id: merchantId, name }, answers: parameters.complete(answers) });
  } catch (error) {
    return decided(failed('template', error instanceof Error ? error.message : String(error)));
  }
  try {
    return await stage(run, merchantId, produced);
  } catch (error) {
    return decided(outcomeOfFailure(error));
  }
}

/** Makes sure that a staged project is on the disk, and moves it into place whole. */
export async function placeProject(prepared: Prepared): Promise<Outcome> {
  if (prepared.kind === 'decided') return prepared.outcome;
  const { final, files, staged } = prepared;
  try {
    await staged.sync();
    await rename(staged.folder, final);
    return { status: 'created' };
  } catch (error) {
    // Somebody else put something there since we looked; a rename never replaces a folder that holds anything.
    const taken = ['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(errnoOf(error) ?? '');
    const outcome = await discard(staged.folder, error);
    if (!taken) return outcome;
    return (await compareProject(final, files)) === 'identical' ? { status: 'identical' } : failed('exists');
  }
}
