import type { LogLevel } from '#shared/model/log.ts';

/** What services log through. `data` is redacted before it is kept. */
export interface Logger {
  debug(message: string, data?: unknown): void;
  info(message: string, data?: unknown): void;
  warn(message: string, data?: unknown): void;
  error(message: string, data?: unknown): void;
  /** The same log, under another source name. */
  child(source: string): Logger;
}

/** A logger over one function that takes every entry. */
export function createLogger(source: string, write: (level: LogLevel, source: string, message: string, data?: unknown) => void): Logger {
  return {
    debug: (message, data) => write('debug', source, message, data),
    info: (message, data) => write('info', source, message, data),
    warn: (message, data) => write('warn', source, message, data),
    error: (message, data) => write('error', source, message, data),
    child: (name) => createLogger(name, write),
  };
}
