import { randomToken, sameSecret } from '../store/hash.ts';
import type { AuthorisationRequest } from './authorisation-request.ts';

const lifetime = 10 * 60 * 1000;
const limit = 100;

/** A sign-in that a browser is in the middle of. */
export interface PendingRequest {
  readonly id: string;
  /** Held by that browser in a cookie. */
  readonly secret: string;
  /** Expected in every form of its pages: another site cannot know it. */
  readonly formToken: string;
  readonly request: AuthorisationRequest;
  /** Chosen on the first page, asked for consent on the second. */
  accountId: string | null;
  readonly expiresAt: number;
}

/** Sign-ins between the first page and the answer. They live in memory: after a restart a person starts again. */
export class PendingRequests {
  readonly #pending = new Map<string, PendingRequest>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  add(request: AuthorisationRequest): PendingRequest {
    this.#forgetOld();
    const pending: PendingRequest = {
      id: randomToken(),
      secret: randomToken(),
      formToken: randomToken(),
      request,
      accountId: null,
      expiresAt: this.#now() + lifetime,
    };
    this.#pending.set(pending.id, pending);
    return pending;
  }

  /** The request, if this browser started it: its cookie names carry the id, since cookies of all ports share one jar. */
  find(id: string, cookies: ReadonlyMap<string, string>): PendingRequest | null {
    this.#forgetOld();
    const pending = this.#pending.get(id);
    if (pending === undefined) return null;
    return sameSecret(cookies.get(cookieName(id)) ?? '', pending.secret) ? pending : null;
  }

  remove(id: string): void {
    this.#pending.delete(id);
  }

  #forgetOld(): void {
    for (const [id, { expiresAt }] of this.#pending) {
      if (expiresAt <= this.#now() || this.#pending.size > limit) this.#pending.delete(id);
    }
  }
}

function cookieName(id: string): string {
  return `authorise-${id}`;
}

export function bindingCookie({ id, secret }: PendingRequest): string {
  return `${cookieName(id)}=${secret}; Path=/oauth/authorize; HttpOnly; SameSite=Strict; Max-Age=${lifetime / 1000}`;
}

export function expiredCookie(id: string): string {
  return `${cookieName(id)}=; Path=/oauth/authorize; HttpOnly; SameSite=Strict; Max-Age=0`;
}
