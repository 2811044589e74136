import * as z from 'zod';

export const logLevel = z.enum(['debug', 'info', 'warn', 'error']);
export type LogLevel = z.infer<typeof logLevel>;

export const logEntry = z.object({
  at: z.iso.datetime(),
  level: logLevel,
  source: z.string(),
  message: z.string(),
  data: z.unknown().optional(),
});
export type LogEntry = z.infer<typeof logEntry>;
