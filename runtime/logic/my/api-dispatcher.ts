import type { InstanceId } from '../../protocol/messages.ts';
import { NativePromise } from '../core/intrinsics.ts';
import type { ProgramErrors } from '../core/program-errors.ts';
import type { Reporter } from '../core/reporter.ts';
import type { ProgramObject } from '../core/types.ts';
import { clonePlain } from '../values/clone-plain.ts';
import type { ApiCalls } from './api-calls.ts';
import { ApiFailure, apiErrors } from './api-failure.ts';
import { argumentsOf, Callbacks } from './callbacks.ts';
import type { ApiEntry, ArgumentType } from './table/api-entry.ts';

/** What a call brings with it beside its arguments. */
export interface CallExtras {
  /** Where relative addresses start: `this.router.navigateTo`. */
  base?: string;
  instance?: InstanceId;
  /** Rejects when the call is given up. */
  aborted?: Promise<never>;
  /** Anything the maker of the call shares with its handler. */
  shared?: unknown;
}

export type ApiHandler = (args: ProgramObject, extras: CallExtras) => unknown;

/** Arguments and results as they cross, where they differ from those of the API. */
export interface ApiAdapter {
  toAnswerer?(args: ProgramObject): ProgramObject;
  fromAnswerer?(result: unknown, args: ProgramObject): unknown;
}

export interface ApiDispatcherDependencies {
  calls: ApiCalls;
  errors: ProgramErrors;
  reporter: Reporter;
  handlers: ReadonlyMap<string, ApiHandler>;
  adapters: ReadonlyMap<string, ApiAdapter>;
}

const typeNames: Record<ArgumentType, string> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'an array',
  object: 'an object',
  any: 'a value',
};

function fits(value: unknown, type: ArgumentType): boolean {
  if (value === undefined) return false;
  if (type === 'any') return true;
  return type === 'array' ? Array.isArray(value) : typeof value === type;
}

/** Refuses a call that lacks what it needs. */
export function checkArguments({ name, needs = {} }: ApiEntry, args: ProgramObject): void {
  for (const [argument, type] of Object.entries(needs)) {
    if (!fits(args[argument], type)) throw new ApiFailure(apiErrors.invalidArgument, `my.${name} needs ${typeNames[type]} as ${argument}`);
  }
}

/** Carries out asynchronous calls: arguments checked, answered by whom the table says, callbacks and promise settled. */
export class ApiDispatcher {
  readonly #dependencies: ApiDispatcherDependencies;

  constructor(dependencies: ApiDispatcherDependencies) {
    this.#dependencies = dependencies;
  }

  /** The promise a program gets; a failure nobody can hear of otherwise stays unhandled, as on devices. */
  run(entry: ApiEntry, options: unknown, extras: CallExtras = {}): Promise<unknown> {
    const { calls, errors } = this.#dependencies;
    const callbacks = new Callbacks(entry.name, options, errors);
    const args = argumentsOf(options);
    const told = calls
      .run(entry.name, args, () => {
        if (entry.answeredBy !== 'unsupported') checkArguments(entry, args);
        const answer = this.#answer(entry, args, extras);
        return extras.aborted ? NativePromise.race([answer, extras.aborted]) : answer;
      })
      .then(
        (result) => {
          callbacks.succeed(result);
          return result;
        },
        (error) => {
          callbacks.fail(error);
          throw error;
        },
      );
    if (callbacks.any || entry.answeredBy === 'unsupported') told.catch(() => undefined);
    return told;
  }

  #answer(entry: ApiEntry, args: ProgramObject, extras: CallExtras): unknown {
    const { reporter, handlers } = this.#dependencies;
    const { name, answeredBy, fidelity, result } = entry;
    const handler = handlers.get(name);
    if (handler) return handler(args, extras);
    switch (answeredBy) {
      case 'document':
      case 'host':
        return this.#ask(answeredBy, name, args, extras.instance);
      case 'unsupported':
        reporter.system('warn', `my.${name} is not supported in the simulator. ${fidelity}`);
        throw new ApiFailure(apiErrors.unsupported, `my.${name} is not supported in the simulator. ${fidelity}`);
      default:
        return clonePlain(result ?? {});
    }
  }

  async #ask(to: 'document' | 'host', name: string, args: ProgramObject, instance: InstanceId | undefined): Promise<unknown> {
    const adapter = this.#dependencies.adapters.get(name);
    const result = await this.#dependencies.calls.ask(to, name, adapter?.toAnswerer?.(args) ?? args, instance);
    return adapter?.fromAnswerer ? adapter.fromAnswerer(result, args) : (result ?? {});
  }
}
