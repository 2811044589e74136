import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '#engine/files/index.ts';
import type { MerchantRow } from '#shared/model/templates.ts';
import type { LoadedTemplate } from '../pack/load-template.ts';
import { type ProducedFile, produceProject } from '../render/project-template.ts';
import { compareProject } from './compare-project.ts';
import { stageProject } from './stage-project.ts';
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

async function placeProject({ staging, out }: Run, merchantId: string, files: readonly ProducedFile[]): Promise<Outcome> {
  const final = join(out, merchantId);
  const existing = await compareProject(final, files);
  if (existing !== 'absent') return existing === 'identical' ? { status: 'identical' } : failed('exists');
  if (staging === null) return { status: 'created' };
  const staged = join(staging.path, merchantId);
  try {
    await stageProject(staged, files);
    await rename(staged, final);
    return { status: 'created' };
  } catch (error) {
    await rm(staged, { recursive: true, force: true });
    // Somebody else put something there since we looked; a rename never replaces a folder that holds anything.
    if (['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(errnoOf(error) ?? ''))
      return (await compareProject(final, files)) === 'identical' ? { status: 'identical' } : failed('exists');
    throw error;
  }
}

/** Renders one project, stages it and moves it into place. Only what nobody foresaw is thrown. */
export async function generateProject(run: Run, { merchantId, name, answers }: MerchantRow): Promise<Outcome> {
  const { manifest, parameters, files } = run.template;
  let produced: ProducedFile[];
  try {
    produced = produceProject(manifest, files, { merchant: { id: merchantId, name }, answers: parameters.complete(answers) });
  } catch (error) {
    return failed('template', error instanceof Error ? error.message : String(error));
  }
  return placeProject(run, merchantId, produced).catch(outcomeOfFailure);
}
