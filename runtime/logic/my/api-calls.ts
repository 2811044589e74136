import type { ApiError, ApiMock } from '#shared/model/phone.ts';
import type { InstanceId, LogicMessage } from '../../protocol/messages.ts';
import { NativePromise, now } from '../core/intrinsics.ts';
import type { LogicPlatform } from '../core/platform.ts';
import type { Reporter } from '../core/reporter.ts';
import { isObject } from '../core/types.ts';
import { previewOf } from '../values/preview.ts';
import { toTransferable } from '../values/transferable.ts';
import { ApiFailure, apiErrors } from './api-failure.ts';

export interface ApiCallsDependencies {
  send(message: LogicMessage): void;
  platform: LogicPlatform;
  reporter: Reporter;
  /** The page that calls are made for when they do not say: the one on top, from before its `onLoad` on. */
  topPage(): InstanceId | undefined;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: ApiFailure): void;
}

/** A call as the timeline shows it. */
export interface CallRecord {
  id: number;
  api: string;
  args: unknown;
  startedAt: number;
  mocked: boolean;
  stack?: string;
}

function apiErrorOf(error: unknown, api: string): ApiError {
  if (error instanceof ApiFailure) return error.answer;
  if (isObject(error) && typeof error.error === 'number') return { error: error.error, errorMessage: String(error.errorMessage ?? '') };
  return { error: apiErrors.unknown, errorMessage: error instanceof Error ? error.message : `my.${api} failed` };
}

/** Numbers, reports, mocks and answers of `my.*` calls. */
export class ApiCalls {
  readonly #dependencies: ApiCallsDependencies;
  readonly #waiting = new Map<number, Waiting>();
  #mocks = new Map<string, ApiMock>();
  #lastId = 0;
  #unanswered = 0;

  constructor(dependencies: ApiCallsDependencies) {
    this.#dependencies = dependencies;
  }

  /** Calls without an answer. */
  get pending(): number {
    return this.#unanswered;
  }

  setMocks(mocks: readonly ApiMock[]): void {
    this.#mocks = new Map(mocks.filter(({ outcome }) => outcome !== 'default').map((mock) => [mock.api, mock]));
  }

  mockOf(api: string): ApiMock | null {
    return this.#mocks.get(api) ?? null;
  }

  /** Runs one asynchronous call: reported when it begins and ends, answered by its mock when there is one. */
  async run(api: string, args: unknown, answer: () => unknown): Promise<unknown> {
    const mock = this.mockOf(api);
    const record = this.begin(api, args, mock !== null);
    this.#unanswered++;
    this.#report(record, 'pending', undefined);
    try {
      const value = mock === null ? await answer() : await this.#mocked(mock);
      this.end(record, 'success', value);
      return value;
    } catch (error) {
      const failure = apiErrorOf(error, api);
      this.end(record, 'fail', failure);
      throw failure;
    } finally {
      this.#unanswered--;
    }
  }

  /** Runs one synchronous call; what fails is returned as the error object. */
  runSync(api: string, args: unknown, answer: () => unknown): unknown {
    const mock = this.mockOf(api);
    const record = this.begin(api, args, mock !== null);
    if (mock !== null) {
      this.end(record, mock.outcome === 'fail' ? 'fail' : 'success', mock.result);
      return mock.result;
    }
    try {
      const value = answer();
      this.end(record, 'success', value);
      return value;
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error;
      this.end(record, 'fail', error.answer);
      return error.answer;
    }
  }

  begin(api: string, args: unknown, mocked: boolean): CallRecord {
    return { id: ++this.#lastId, api, args: previewOf(args ?? {}), startedAt: now(), mocked, stack: new Error(api).stack?.slice(0, 20_000) };
  }

  end(record: CallRecord, status: 'success' | 'fail', result: unknown): void {
    this.#report(record, status, result);
  }

  #report(record: CallRecord, status: 'pending' | 'success' | 'fail', result: unknown): void {
    const { id, api, args, startedAt, mocked, stack } = record;
    const ended = status === 'pending' ? {} : { result: previewOf(result), ms: now() - startedAt };
    this.#dependencies.reporter.report({ type: 'call', id, api, args, status, mocked, startedAt, stack, ...ended });
  }

  #mocked(mock: ApiMock): Promise<unknown> {
    return new NativePromise((resolve, reject) => {
      const settle = () => {
        if (mock.outcome === 'success') resolve(mock.result ?? {});
        else reject(isObject(mock.result) ? mock.result : new ApiFailure(apiErrors.unknown, 'Set to fail'));
      };
      this.#dependencies.platform.setTimeout(settle, mock.delayMs);
    });
  }

  /** Asks the document or the engine; rejects with `ApiFailure`. */
  ask(to: 'document' | 'host', api: string, args: unknown, from?: InstanceId): Promise<unknown> {
    const instance = from ?? (to === 'document' ? this.#dependencies.topPage() : undefined);
    const callId = ++this.#lastId;
    const { value } = toTransferable(args ?? {}, { binary: to === 'document' });
    return new NativePromise((resolve, reject) => {
      this.#waiting.set(callId, { resolve, reject });
      this.#dependencies.send({ type: 'call', callId, to, api, args: value, ...(instance === undefined ? {} : { instance }) });
    });
  }

  /** The document's answer to `ask`. */
  settle(callId: number, answer: { ok: true; value: unknown } | { ok: false; error: ApiError }): void {
    const waiting = this.#waiting.get(callId);
    if (!waiting) return;
    this.#waiting.delete(callId);
    if (answer.ok) waiting.resolve(answer.value);
    else waiting.reject(new ApiFailure(answer.error.error, answer.error.errorMessage));
  }
}
