import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * Who may talk to the browser shell: one host name, one origin, one token that works once, one cookie.
 * The host name and the cookie name are random per run, because cookies ignore ports: a fixed name
 * would hand our cookie to any other server on this machine.
 */
export interface Access {
  readonly host: string;
  readonly origin: string;
  readonly cookieName: string;
  /** A fresh one-time token; earlier unused tokens keep working. */
  issueToken(): string;
  /** The cookie header for a valid token, which is used up by this; null otherwise. */
  exchange(token: string): string | null;
  hasRightHost(request: IncomingMessage): boolean;
  /** For requests that a page makes: the `Origin` must be ours, exactly. */
  hasRightOrigin(request: IncomingMessage): boolean;
  hasSession(request: IncomingMessage): boolean;
}

function equalSecrets(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

function readCookies(header: string | undefined): Map<string, string> {
  const pairs = (header ?? '').split(';').map((part) => part.trim().split('=', 2));
  return new Map(pairs.flatMap(([name, value]) => (name && value !== undefined ? [[name, value]] : [])));
}

/** A random host name under `.localhost`; drawn before listening, so that only `port` is still to be known. */
export function randomHostName(): string {
  return `mf-${randomBytes(8).toString('hex')}.localhost`;
}

export function createAccess(hostName: string, port: number): Access {
  const host = `${hostName}:${port}`;
  const origin = `http://${host}`;
  const cookieName = `mf_${randomBytes(8).toString('hex')}`;
  const session = randomBytes(32).toString('base64url');
  const tokens = new Set<string>();

  return {
    host,
    origin,
    cookieName,
    issueToken() {
      const token = randomBytes(32).toString('base64url');
      tokens.add(token);
      return token;
    },
    exchange(token) {
      const known = [...tokens].find((candidate) => equalSecrets(candidate, token));
      if (known === undefined) return null;
      tokens.delete(known);
      return `${cookieName}=${session}; Path=/; HttpOnly; SameSite=Strict`;
    },
    hasRightHost: (request) => request.headers.host === host,
    hasRightOrigin: (request) => request.headers.origin === origin,
    hasSession(request) {
      const value = readCookies(request.headers.cookie).get(cookieName);
      return value !== undefined && equalSecrets(value, session);
    },
  };
}
