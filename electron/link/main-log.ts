import type { ToEngine } from './messages.ts';

type Entry = Extract<ToEngine, { kind: 'log' }>;

/** Main's log: kept until the engine, which owns the file and redacts, takes it. */
export interface MainLog {
  write(level: Entry['level'], message: string, data?: unknown): void;
  /** From now on entries go here; false keeps them. */
  connect(send: (entry: Entry) => boolean): void;
  /** Hands over what waits. */
  flush(): void;
}

const kept = 200;

function serialisable(data: unknown): unknown {
  return data instanceof Error ? { message: data.message, stack: data.stack } : data;
}

export function createMainLog(): MainLog {
  const waiting: Entry[] = [];
  let send: (entry: Entry) => boolean = () => false;

  function flush(): void {
    for (let entry = waiting[0]; entry !== undefined && send(entry); entry = waiting[0]) waiting.shift();
  }

  return {
    write(level, message, data) {
      if (level === 'error') process.stderr.write(`${message}${data instanceof Error ? `: ${data.stack}` : ''}\n`);
      waiting.push({ kind: 'log', level, message, data: serialisable(data) });
      if (waiting.length > kept) waiting.shift();
      flush();
    },
    connect(next) {
      send = next;
      flush();
    },
    flush,
  };
}
