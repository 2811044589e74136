import { AppError } from '#shared/model/errors.ts';
import type { Acting } from '#shared/model/identity.ts';
import type { ProjectBinding } from '#shared/model/workspace.ts';

/**
 * The one gate before every write to the platform: passes only when the project belongs to the merchant that is acted for,
 * in the environment that is acted in (a binding that names no environment fits any).
 * Throws `NOT_ACTING`, `TARGET_NOT_BOUND`, `TARGET_MISMATCH` or `TARGET_ENVIRONMENT_MISMATCH`.
 */
export function assertTarget(project: ProjectBinding | null, acting: Acting | null): void {
  if (acting === null || acting.merchant === null) throw new AppError('NOT_ACTING', {});
  if (project === null) throw new AppError('TARGET_NOT_BOUND', {});
  if (project.merchantId !== acting.merchant.merchantId) {
    throw new AppError('TARGET_MISMATCH', { project: project.merchantName, acting: acting.merchant.name });
  }
  if (project.environment !== undefined && project.environment !== acting.environment) {
    throw new AppError('TARGET_ENVIRONMENT_MISMATCH', { project: project.environment, acting: acting.environment });
  }
}
