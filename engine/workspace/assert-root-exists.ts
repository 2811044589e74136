import { stat } from 'node:fs/promises';
import type { WorkspaceRoot } from '#engine/files/index.ts';
import { AppError } from '#shared/model/errors.ts';

/** `WORKSPACE_GONE` when the folder itself is no longer there. */
export async function assertRootExists(root: WorkspaceRoot): Promise<void> {
  const exists = await stat(root.realPath).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!exists) throw new AppError('WORKSPACE_GONE', { name: root.name });
}
