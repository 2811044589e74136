import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf, fileError } from '#engine/files/index.ts';
import { bindingOf, type Instance, instance, instanceFilePath } from '#shared/model/instance.ts';
import type { ProjectBinding } from '#shared/model/workspace.ts';
import { parseJsonText } from './json-text.ts';

export type InstanceFile = { kind: 'missing' } | { kind: 'valid'; value: Instance } | { kind: 'invalid'; line: number; column: number };

/** Reads `.minifoundry/instance.json` below a project's real path. */
export async function readInstance(projectPath: string): Promise<InstanceFile> {
  let text: string;
  try {
    text = await readFile(join(projectPath, ...instanceFilePath.split('/')), 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '')) return { kind: 'missing' };
    throw fileError(error, instanceFilePath);
  }
  const parsed = parseJsonText(text);
  if (parsed.kind === 'invalid') return parsed;
  const result = instance.safeParse(parsed.value);
  return result.success ? { kind: 'valid', value: result.data } : { kind: 'invalid', line: 1, column: 1 };
}

/** The merchant that a project is bound to, or null when there is none or it cannot be read. */
export async function readBinding(projectPath: string): Promise<ProjectBinding | null> {
  const file = await readInstance(projectPath).catch(() => null);
  return file?.kind === 'valid' ? bindingOf(file.value) : null;
}
