import { isAppError } from '#shared/model/errors.ts';
import { client } from './connection.ts';
import { explainError } from './i18n.ts';
import { notify } from './notifications.ts';

/** Tells a person what went wrong and what to do, and keeps the details in the log. */
export function reportError(error: unknown): void {
  if (isAppError(error, 'CANCELLED') || (error instanceof Error && error.name === 'AbortError')) return;
  notify({ kind: 'error', text: explainError(error) });
  const data = error instanceof Error ? { message: error.message, stack: error.stack } : { error: String(error) };
  client.log
    .append({ level: 'error', source: 'workbench', message: 'A failure was shown', data })
    .catch((failure: unknown) => console.warn('The log does not answer', failure));
}

/** Runs something a person asked for; a failure is reported instead of thrown. */
export function attempt(action: () => Promise<unknown>): void {
  action().catch(reportError);
}
