import type * as z from 'zod';
import { AppError, isAppError } from '#shared/model/errors.ts';
import type { Merchant } from '#shared/model/identity.ts';
import { accountAnswer, type Envelope, envelope, merchantAnswer, merchantsAnswer } from './local-platform-answers.ts';
import type { LocalPlatformProcess } from './local-platform-process.ts';
import type { AuthorisationServer, MiniProgramPlatform, PlatformAccount, PlatformSession, PlatformState } from './mini-program-platform.ts';

const clientId = 'minifoundry';
const defaultTimeout = 10_000;
/** One for a connection that was lost, one for the process that turned out to be gone. */
const attempts = 3;

interface Answer {
  status: number;
  body: unknown;
}

/** The platform on this machine, over HTTP like any other. */
export class LocalPlatformClient implements MiniProgramPlatform {
  readonly environment = 'local';
  readonly #process: LocalPlatformProcess;
  readonly #timeout: number;

  /** `timeout` in milliseconds, for each request. */
  constructor(process: LocalPlatformProcess, timeout: number = defaultTimeout) {
    this.#process = process;
    this.#timeout = timeout;
  }

  get state(): PlatformState {
    return this.#process.state;
  }

  onStateChange(listener: () => void): () => void {
    return this.#process.onStateChange(listener);
  }

  warmUp(): void {
    // Whoever needs the platform next is told why it is not there; the process itself has logged it.
    this.#process.url().catch(() => undefined);
  }

  async discover(): Promise<AuthorisationServer> {
    const issuer = await this.#process.url();
    return { issuer: new URL(issuer), clientId, fetch: (url, init) => this.#fetch(issuer, url, init) };
  }

  account(session: PlatformSession): Promise<PlatformAccount> {
    return this.#inquire(session, 'accounts/inquiry', {}, accountAnswer);
  }

  merchants(session: PlatformSession, workspaceId: string): Promise<Merchant[]> {
    return this.#inquire(session, 'merchants/inquiryList', { workspaceId }, merchantsAnswer);
  }

  async merchant(session: PlatformSession, workspaceId: string, merchantId: string): Promise<Merchant> {
    try {
      return await this.#inquire(session, 'merchants/inquiry', { workspaceId, merchantId }, merchantAnswer);
    } catch (error) {
      if (isAppError(error, 'PLATFORM_REFUSED') && error.parameters.code === 'MERCHANT_NOT_EXIST') {
        throw new AppError('MERCHANT_UNKNOWN', { merchantId }, { cause: error });
      }
      throw error;
    }
  }

  dispose(): Promise<void> {
    return this.#process.dispose();
  }

  async #fetch(origin: string, url: string, init: RequestInit): Promise<Response> {
    try {
      const timeout = AbortSignal.timeout(this.#timeout);
      return await fetch(url, { ...init, redirect: 'error', signal: init.signal ? AbortSignal.any([init.signal, timeout]) : timeout });
    } catch (error) {
      // A platform that is slow, or that dropped one connection, keeps running; where nobody listens it is started again.
      if (isRefused(error)) this.#process.connectionFailed(origin);
      throw new AppError('PLATFORM_UNREACHABLE', { environment: this.environment }, { cause: error });
    }
  }

  async #post(path: string, token: string, input: object): Promise<Answer> {
    const origin = await this.#process.url();
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json; charset=UTF-8', Accept: 'application/json' };
    const response = await this.#fetch(origin, `${origin}/api/open/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(input) });
    try {
      return { status: response.status, body: JSON.parse(await response.text()) };
    } catch (error) {
      if (error instanceof SyntaxError) return { status: response.status, body: null };
      throw new AppError('PLATFORM_UNREACHABLE', { environment: this.environment }, { cause: error });
    }
  }

  /** An inquiry changes nothing, so it is asked again when the platform was not there or did not know. */
  async #postWithRetry(path: string, token: string, input: object): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      try {
        const answer = await this.#post(path, token, input);
        if (answer.status < 500 || attempt === attempts) return answer;
      } catch (error) {
        if (attempt === attempts || !isAppError(error, 'PLATFORM_UNREACHABLE') || isTimeout(error)) throw error;
      }
    }
  }

  async #inquire<T>(session: PlatformSession, path: string, input: object, schema: z.ZodType<T>): Promise<T> {
    const token = await session.accessToken();
    const first = await this.#postWithRetry(path, token, input);
    const answer = first.status === 401 ? await this.#postWithRetry(path, await session.renew(token), input) : first;
    const parsed = envelope.safeParse(answer.body);
    if (!parsed.success) throw new AppError('PLATFORM_REFUSED', { code: 'ANSWER_INVALID', message: `HTTP ${answer.status}` });
    return readPayload(parsed.data, answer, schema);
  }
}

/** Nobody listens there: the process is gone. */
function isRefused(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED';
}

function isTimeout(error: AppError): boolean {
  return error.cause instanceof DOMException;
}

function readPayload<T>({ result }: Envelope, answer: Answer, schema: z.ZodType<T>): T {
  if (result.resultStatus !== 'S') throw new AppError('PLATFORM_REFUSED', { code: result.resultCode, message: result.resultMessage });
  const payload = schema.safeParse(answer.body);
  if (!payload.success) throw new AppError('PLATFORM_REFUSED', { code: 'ANSWER_INVALID', message: `HTTP ${answer.status}` }, { cause: payload.error });
  return payload.data;
}
