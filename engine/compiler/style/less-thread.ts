import { Worker } from 'node:worker_threads';
import { assertNever } from '#shared/model/assert-never.ts';
import type { FromLessWorker, LessFailure, ToLessWorker } from './less-messages.ts';

/** Finds and reads a style file for `@import`; null when there is none. Both paths are project paths. */
export type LoadLess = (specifier: string, from: string) => Promise<{ path: string; text: string } | null>;

export type LessOutcome = { kind: 'compiled'; css: string } | { kind: 'failed'; failure: LessFailure };

/** Milliseconds that one file may take. Component libraries take a few. */
const timeLimit = 10_000;
const memoryLimitMb = 512;

/** Built beside the folders of the programs that use it; run from the sources otherwise. */
const address = new URL(import.meta.url.endsWith('.ts') ? './less-worker.ts' : '../engine/less-worker.js', import.meta.url);

let worker: Worker | null = null;
let last: Promise<unknown> = Promise.resolve();

/** Compiles a file in the thread for LESS, after those that were asked for before. A file that takes too much ends the thread, not the engine. */
export function runLess(file: string, text: string, load: LoadLess): Promise<LessOutcome> {
  const outcome = last.then(() => compileInThread(file, text, load));
  last = outcome.catch(() => undefined);
  return outcome;
}

function currentWorker(): Worker {
  if (worker) return worker;
  const started = new Worker(address, { resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb } });
  // A command line ends when nothing else is to do.
  started.unref();
  // An error that nobody listens for would end the engine, also between two files. The thread ends by itself, and the next file gets a new one.
  started.on('error', () => {
    if (worker === started) worker = null;
  });
  started.on('exit', () => {
    if (worker === started) worker = null;
  });
  worker = started;
  return started;
}

function compileInThread(file: string, text: string, load: LoadLess): Promise<LessOutcome> {
  const thread = currentWorker();
  const failed = (reason: string): LessOutcome => ({ kind: 'failed', failure: { reason, file: null, line: 1, column: 0 } });
  return new Promise((resolve) => {
    const timer = setTimeout(() => end(failed(`it takes longer than ${timeLimit / 1000} s`)), timeLimit);
    const onError = (error: Error): void =>
      end(failed((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? `it takes more than ${memoryLimitMb} MB of memory` : error.message));
    function finish(outcome: LessOutcome): void {
      clearTimeout(timer);
      thread.off('message', onMessage);
      thread.off('error', onError);
      resolve(outcome);
    }
    /** What the thread still does is of no use. */
    function end(outcome: LessOutcome): void {
      if (worker === thread) worker = null;
      void thread.terminate();
      finish(outcome);
    }
    function onMessage(message: FromLessWorker): void {
      switch (message.kind) {
        case 'load':
          load(message.specifier, message.from).then(
            (found) => send({ kind: 'loaded', id: message.id, found }),
            (error: unknown) => end(failed(String(error))),
          );
          return;
        case 'compiled':
        case 'failed':
          return finish(message);
        default:
          return assertNever(message);
      }
    }
    function send(message: ToLessWorker): void {
      thread.postMessage(message);
    }
    thread.on('message', onMessage);
    thread.on('error', onError);
    send({ kind: 'compile', file, text });
  });
}
