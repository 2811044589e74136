import type { DocumentMessage, LogicMessage } from '../protocol/messages.ts';
import { createProgramConsole } from './console/program-console.ts';
import type { App } from './core/app.ts';
import { Listeners } from './core/listeners.ts';
import type { LogicPlatform } from './core/platform.ts';
import { ProgramErrors } from './core/program-errors.ts';
import { ProgramTimers } from './core/program-timers.ts';
import { Reporter } from './core/reporter.ts';
import { Watchdog } from './core/watchdog.ts';
import { type ModuleFactory, ModuleRegistry } from './modules/module-registry.ts';
import { VendorNamespaces } from './my/vendor-namespaces.ts';
import { type Boot, Program } from './program.ts';
import { MixinRegistry } from './units/mixin-registry.ts';
import { UnitRegistry } from './units/unit-registry.ts';

/** The logic of one phone, wherever it runs. */
export interface Logic {
  /** A message of the document. Never throws: what goes wrong in the program is reported. */
  receive(message: DocumentMessage): void;
  /** `defineModule` of the program's script. */
  defineModule(path: string, factory: ModuleFactory, table?: Record<string, string>): void;
  /** `defineEvaluation` of an evaluation's script. */
  defineEvaluation(run: unknown): void;
  /** What the program finds as global beside its module parameters: `Mixin`, `setTimeout`, `console`… */
  globals: PropertyDescriptorMap;
  uncaughtError(error: unknown): void;
  unhandledRejection(reason: unknown, promise: unknown): void;
}

function descriptorsOf(values: Record<string, unknown>): PropertyDescriptorMap {
  const entries = Object.entries(values).map(([name, value]) => [name, { value, writable: true, enumerable: true, configurable: true }]);
  return Object.fromEntries(entries) as PropertyDescriptorMap;
}

/** Creates the logic; it waits for the `boot` message. */
export function createLogic(platform: LogicPlatform): Logic {
  const watchdog = new Watchdog((reason, detail) => {
    reporter.report({ type: 'stopped', reason, detail });
    reporter.flush();
  });
  const send = (message: LogicMessage) => {
    if (!watchdog.stopped || message.type === 'report' || message.type === 'pong' || message.type === 'answer') platform.send(message);
  };
  const reporter = new Reporter((reports) => send({ type: 'report', reports }));
  const listeners = new Listeners();
  const vendors = new VendorNamespaces();
  let app: App | null = null;
  let program: Program | null = null;
  const errors = new ProgramErrors(reporter, {
    app: () => app?.self,
    listeners,
    explain: (error) => vendors.explain(error),
    thrown: (self, error, where) => program?.componentThrew(self, error, where),
  });
  const timers = new ProgramTimers(platform, errors);
  const programConsole = createProgramConsole(reporter);
  const modules = new ModuleRegistry(() => program?.moduleScope(programConsole) ?? []);
  const mixins = new MixinRegistry();
  const units = new UnitRegistry(modules, mixins, errors);

  const boot = (message: Boot) => {
    program = new Program({ platform, send, reporter, errors, listeners, timers, watchdog, modules, units, console: programConsole }, message);
    app = program.app;
    program.start();
  };

  const receive = (message: DocumentMessage) => {
    try {
      if (message.type === 'boot') boot(message);
      else if (message.type === 'ping') {
        reporter.flush();
        send({ type: 'pong', id: message.id, work: program?.work() ?? { calls: 0, renders: 0, routes: 0, ...timers.pending } });
      } else if (!watchdog.stopped) program?.receive(message);
    } catch (error) {
      errors.report(error, `the message ${message.type}`);
    }
  };

  return {
    receive,
    defineModule: (path, factory, table) => modules.define(path, factory, table),
    defineEvaluation: (run) => program?.questions.defineEvaluation(run),
    globals: {
      ...descriptorsOf({ ...timers.functions(), console: programConsole, Mixin: (options: unknown) => mixins.register(options) }),
      ...vendors.descriptors,
    },
    uncaughtError: (error) => errors.report(error, 'the program'),
    unhandledRejection: (reason, promise) => errors.unhandledRejection(reason, promise),
  };
}
