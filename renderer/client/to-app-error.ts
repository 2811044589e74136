import { ORPCError } from '@orpc/client';
import { AppError, type ErrorCode, errorParameters, isAppError } from '#shared/model/errors.ts';

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorParameters, code);
}

/** Rebuilds the engine's typed error on this side; everything else passes unchanged. */
export function toAppError(error: unknown): unknown {
  if (isAppError(error) || !(error instanceof ORPCError) || !isErrorCode(error.code)) return error;
  const parameters = errorParameters[error.code].safeParse(error.data);
  return parameters.success ? new AppError(error.code, parameters.data as never) : error;
}
