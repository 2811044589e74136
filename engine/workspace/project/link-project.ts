import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { atomicWrite, fileError, resolveInside, type WorkspaceRoot } from '#engine/files/index.ts';
import { AppError } from '#shared/model/errors.ts';
import { type Instance, instance, instanceFilePath } from '#shared/model/instance.ts';
import { readInstance } from '../instance-file.ts';

export interface ProjectLink {
  merchantId: string;
  merchantName: string;
  environment: string;
}

/**
 * Binds a project to a merchant in `.minifoundry/instance.json`; template, answers and file hashes stay.
 * `JSON_INVALID` when the file is there and unreadable: it is not replaced. `BAD_INPUT` for an id that no merchant can have.
 */
export async function linkProject(root: WorkspaceRoot, link: ProjectLink, dataDirectory: string): Promise<void> {
  const before = await readInstance(root.realPath);
  if (before.kind === 'invalid') throw new AppError('JSON_INVALID', { path: instanceFilePath, line: before.line, column: before.column });
  const old: Partial<Instance> = before.kind === 'valid' ? before.value : {};
  const merchant = { merchantId: link.merchantId, name: link.merchantName };
  const result = instance.safeParse({ ...old, schemaVersion: 1, merchant, environment: link.environment });
  if (!result.success) throw new AppError('BAD_INPUT', { detail: 'This merchant id is not valid' });
  const absolute = await resolveInside(root, instanceFilePath);
  try {
    await stat(root.realPath);
    await mkdir(dirname(absolute), { recursive: true });
    await atomicWrite(absolute, Buffer.from(`${JSON.stringify(result.data, null, 2)}\n`), { copiesDirectory: join(dataDirectory, 'copies') });
  } catch (error) {
    throw fileError(error, instanceFilePath);
  }
}
