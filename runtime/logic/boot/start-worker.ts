import type { DocumentMessage } from '../../protocol/messages.ts';
import { createLogic } from '../create-logic.ts';
import { answerFunctionIdiom } from './function-idiom.ts';
import { sealGlobal } from './seal-global.ts';
import { createWorkerPlatform, type WorkerGlobal } from './worker-platform.ts';

/** Names that scripts of the phone's origin call, and programs must not find. */
function defineWhile(global: object, names: Record<string, unknown>, run: () => void): void {
  for (const [name, value] of Object.entries(names)) Object.defineProperty(global, name, { value, configurable: true });
  try {
    run();
  } finally {
    for (const name of Object.keys(names)) Reflect.deleteProperty(global, name);
  }
}

/** Turns a worker into the logic of a phone: takes what it needs, removes the rest, waits for `boot`. */
export function startWorker(scope: WorkerGlobal & object): void {
  const platform = createWorkerPlatform(scope, (run) => {
    defineWhile(scope, { defineModule: logic.defineModule, defineEvaluation: logic.defineEvaluation }, run);
  });
  const logic = createLogic(platform);
  scope.addEventListener('message', ({ data }: { data: DocumentMessage }) => logic.receive(data));
  scope.addEventListener('error', (event: ErrorEvent) => {
    event.preventDefault();
    logic.uncaughtError(event.error ?? new Error(event.message));
  });
  scope.addEventListener('unhandledrejection', (event: PromiseRejectionEvent) => {
    event.preventDefault();
    logic.unhandledRejection(event.reason, event.promise);
  });
  sealGlobal(scope);
  answerFunctionIdiom(scope);
  Object.defineProperties(scope, logic.globals);
}
