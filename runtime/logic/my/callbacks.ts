import type { ApiError } from '#shared/model/phone.ts';
import type { ProgramErrors } from '../core/program-errors.ts';
import { isFunction, isObject, type ProgramFunction, type ProgramObject } from '../core/types.ts';

const callbackNames = ['success', 'fail', 'complete'] as const;

/** `success`, `fail` and `complete` of a call. */
export class Callbacks {
  readonly #api: string;
  readonly #errors: ProgramErrors;
  readonly #functions: Partial<Record<(typeof callbackNames)[number], ProgramFunction>> = {};

  constructor(api: string, options: unknown, errors: ProgramErrors) {
    this.#api = api;
    this.#errors = errors;
    if (!isObject(options)) return;
    for (const name of callbackNames) if (isFunction(options[name])) this.#functions[name] = options[name];
  }

  /** Whether the program hears of a failure without the promise. */
  get any(): boolean {
    return Object.keys(this.#functions).length > 0;
  }

  succeed(result: unknown): void {
    this.#call('success', result);
    this.#call('complete', result);
  }

  fail(error: ApiError): void {
    this.#call('fail', error);
    this.#call('complete', error);
  }

  #call(name: (typeof callbackNames)[number], argument: unknown): void {
    const run = this.#functions[name];
    if (run) this.#errors.call(`${name} of my.${this.#api}`, undefined, run, [argument]);
  }
}

/** Arguments of a call without its callbacks. */
export function argumentsOf(options: unknown): ProgramObject {
  if (!isObject(options)) return {};
  return Object.fromEntries(Object.entries(options).filter(([name]) => !callbackNames.some((callback) => callback === name)));
}
