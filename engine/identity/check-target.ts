import type { InferContractRouterOutputs } from '@orpc/contract';
import type { contract } from '#shared/contract/index.ts';
import { isAppError } from '#shared/model/errors.ts';
import type { Acting } from '#shared/model/identity.ts';
import type { ProjectBinding } from '#shared/model/workspace.ts';
import { assertTarget } from './target-gate.ts';

export type TargetAnswer = InferContractRouterOutputs<typeof contract.identity>['checkTarget'];

/** What the gate would say, as an answer instead of a failure. */
export function checkTarget(project: ProjectBinding | null, acting: Acting | null): TargetAnswer {
  try {
    assertTarget(project, acting);
    return { kind: 'allowed' };
  } catch (error) {
    if (isAppError(error, 'NOT_ACTING')) return { kind: 'not-acting' };
    if (isAppError(error, 'TARGET_NOT_BOUND')) return { kind: 'not-bound' };
    if (isAppError(error, 'TARGET_MISMATCH')) return { kind: 'mismatch', ...error.parameters, projectMerchantId: project?.merchantId ?? '' };
    if (isAppError(error, 'TARGET_ENVIRONMENT_MISMATCH')) return { kind: 'environment-mismatch', ...error.parameters };
    throw error;
  }
}
