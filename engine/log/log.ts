import { arch, release } from 'node:os';
import { join } from 'node:path';
import { EventStream } from '#engine/events/index.ts';
import type { LogEntry, LogLevel } from '#shared/model/log.ts';
import { LogFiles } from './log-files.ts';
import { createLogger, type Logger } from './logger.ts';
import { createRedactor } from './redact.ts';

/** The log of this run: entries are redacted before they reach the disk, a follower or a report. */
export interface Log {
  readonly logger: Logger;
  /** The newest entries, then new ones, until the signal aborts. */
  follow(signal?: AbortSignal): EventStream<LogEntry[]>;
  /** Everything kept on disk as text, headed by version and platform. */
  report(): { fileName: string; text: string };
  close(): void;
}

export interface LogOptions {
  /** The product's version, for the report. */
  version?: string;
  /** Bytes per file. */
  maximumSize?: number;
}

const kept = 500;

function toLine(entry: LogEntry): string {
  try {
    return JSON.stringify(entry);
  } catch (error) {
    return JSON.stringify({ ...entry, data: `[not serialisable: ${String(error)}]` });
  }
}

/** The log in `dataDirectory/logs`: JSON lines, five files of 1 MB. */
export function createLog(dataDirectory: string, options: LogOptions = {}): Log {
  const files = new LogFiles(join(dataDirectory, 'logs'), options.maximumSize);
  const redactor = createRedactor();
  const newest: LogEntry[] = [];
  const followers = new Set<EventStream<LogEntry[]>>();

  function write(level: LogLevel, source: string, message: string, data?: unknown): void {
    const entry: LogEntry = { at: new Date().toISOString(), level, source, message: redactor.text(message) };
    if (data !== undefined) entry.data = redactor.value(data);
    files.write(toLine(entry));
    newest.push(entry);
    if (newest.length > kept) newest.shift();
    for (const follower of followers) follower.push([entry]);
  }

  function follow(signal?: AbortSignal): EventStream<LogEntry[]> {
    const stream: EventStream<LogEntry[]> = new EventStream({
      signal,
      onEnd: () => followers.delete(stream),
      coalesce: (waiting, next) => [...waiting, ...next].slice(-kept),
    });
    if (stream.open) followers.add(stream);
    stream.push([...newest]);
    return stream;
  }

  function report(): { fileName: string; text: string } {
    const at = new Date().toISOString();
    const header = [
      `Minifoundry ${options.version ?? 'unknown version'}`,
      `${process.platform} ${release()} ${arch()}, Node ${process.versions.node}`,
      `Written ${at}`,
    ];
    return { fileName: `minifoundry-log-${at.slice(0, 19).replace(/[:T]/g, '-')}.txt`, text: `${header.join('\n')}\n\n${files.read()}` };
  }

  return { logger: createLogger('engine', write), follow, report, close: () => files.close() };
}
