import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { logEntry, logLevel } from '#shared/model/log.ts';
import { procedure } from './procedure.ts';

export const logContract = {
  /** From the renderer; redacted like everything else. */
  append: procedure
    .input(z.object({ level: logLevel, source: z.string().max(100), message: z.string().max(10_000), data: z.unknown().optional() }))
    .output(z.void()),
  /** The newest entries, then new ones as they are written. */
  follow: procedure.output(eventIterator(z.array(logEntry))),
  /** The whole redacted log as text, to attach to a bug report. */
  report: procedure.output(z.object({ fileName: z.string(), text: z.string() })),
};
