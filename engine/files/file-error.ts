import { AppError, type ErrorCode, isAppError } from '#shared/model/errors.ts';

const codeByErrno: Partial<Record<string, ErrorCode>> = {
  ENOENT: 'NOT_FOUND',
  EEXIST: 'ALREADY_EXISTS',
  ENOTEMPTY: 'ALREADY_EXISTS',
  EACCES: 'ACCESS_DENIED',
  EPERM: 'ACCESS_DENIED',
  EROFS: 'READ_ONLY',
  ENOSPC: 'DISK_FULL',
  EDQUOT: 'DISK_FULL',
  ENAMETOOLONG: 'NAME_TOO_LONG',
  ELOOP: 'LINK_LOOP',
  ENOTDIR: 'NOT_A_FOLDER',
  EISDIR: 'IS_A_FOLDER',
  EBUSY: 'BUSY',
};

/**
 * Translates a Node file-system failure into the error a person is shown. `path` is what the sentence names:
 * a workspace path, never an absolute one outside a folder picker.
 */
export function fileError(error: unknown, path: string): AppError {
  if (isAppError(error)) return error;
  const errno = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';
  if (errno === 'EMFILE' || errno === 'ENFILE') return new AppError('TOO_MANY_OPEN_FILES', {}, { cause: error });
  const code = codeByErrno[errno];
  return code === undefined ? new AppError('FILE_FAILED', { path, errno }, { cause: error }) : new AppError(code as 'NOT_FOUND', { path }, { cause: error });
}
