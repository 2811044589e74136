import type { ApiError } from '#shared/model/phone.ts';
import type { DocumentCalls } from '../chrome/calls/call.ts';
import type { DocumentMessage, LogicMessage } from '../protocol/messages.ts';
import type { EngineLink } from './engine-link.ts';

type Call = Extract<LogicMessage, { type: 'call' }>;
type Result = Extract<DocumentMessage, { type: 'result' }>;

/** Calls that wait for a person; a program that only waits for them is idle. */
const askingCalls = new Set(
  'alert confirm prompt showModal showActionSheet pickOptions datePicker optionsSelect multiLevelSelect scan chooseImage makePhoneCall getOpenUserInfo getAuthUserInfo getPhoneNumber tradePay navigateToMiniProgram getAuthCode'.split(
    ' ',
  ),
);

function isApiError(error: unknown): error is ApiError {
  return typeof error === 'object' && error !== null && 'errorMessage' in error;
}

export interface ProgramCallsOptions {
  /** What this document answers itself. */
  calls: DocumentCalls;
  engine: EngineLink;
  /** Resolves when the page that a call is about is there; null when it is already. */
  arrival(instance: number | undefined): Promise<void> | null;
  answer(result: Result): void;
}

/** Has the calls of the program's `my` answered, by the document or by the engine, and knows which are under way. */
export class ProgramCalls {
  readonly #options: ProgramCallsOptions;
  #asking = 0;
  #atEngine = 0;

  constructor(options: ProgramCallsOptions) {
    this.#options = options;
  }

  /** Calls that only a person can answer. */
  get asking(): number {
    return this.#asking;
  }

  /** Calls that the engine has not answered yet. */
  get atEngine(): number {
    return this.#atEngine;
  }

  async take({ callId, to, api, args, instance }: Call): Promise<void> {
    try {
      const value = to === 'host' ? await this.#host(api, args) : await this.#documentCall(api, args, instance);
      this.#options.answer({ type: 'result', callId, ok: true, value });
    } catch (error) {
      const failure: ApiError = isApiError(error) ? error : { error: 3, errorMessage: error instanceof Error ? error.message : String(error) };
      this.#options.answer({ type: 'result', callId, ok: false, error: failure });
    }
  }

  /** Rejects with an `ApiError` for a call that this document does not know. */
  async document(api: string, args: Record<string, unknown>, instance: number | undefined): Promise<unknown> {
    const { calls } = this.#options;
    const run = Object.hasOwn(calls, api) ? calls[api] : undefined;
    if (!run) throw { error: 1, errorMessage: `my.${api} is not supported in the simulator` } satisfies ApiError;
    const asks = askingCalls.has(api);
    if (asks) this.#asking++;
    try {
      return (await run(args, instance)) ?? {};
    } finally {
      if (asks) this.#asking--;
    }
  }

  async #documentCall(api: string, args: unknown, instance: number | undefined): Promise<unknown> {
    const arrival = this.#options.arrival(instance);
    if (arrival) await arrival;
    return this.document(api, typeof args === 'object' && args !== null ? (args as Record<string, unknown>) : {}, instance);
  }

  async #host(api: string, args: unknown): Promise<unknown> {
    this.#atEngine++;
    try {
      const answer = await this.#options.engine.host({ api, args });
      if (!answer.ok) throw answer.error;
      return answer.value;
    } finally {
      this.#atEngine--;
    }
  }
}
