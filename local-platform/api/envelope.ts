import { json, type Reply } from '../http/reply.ts';

/** S success, F failed: do not retry blindly, U unknown: retry or query. */
type ResultStatus = 'S' | 'F' | 'U';

function envelope(resultStatus: ResultStatus, resultCode: string, resultMessage: string): { result: Record<string, string> } {
  return { result: { resultStatus, resultCode, resultMessage } };
}

export function success(payload: Record<string, unknown>): Reply {
  return json(200, { ...envelope('S', 'SUCCESS', 'success'), ...payload });
}

export function failure(status: number, code: string, message: string): Reply {
  const headers: Record<string, string> = status === 401 ? { 'WWW-Authenticate': 'Bearer error="invalid_token"' } : {};
  return json(status, envelope(status >= 500 ? 'U' : 'F', code, message), headers);
}
