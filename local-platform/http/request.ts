import type { IncomingMessage } from 'node:http';

const bodyLimit = 64 * 1024;

/** One request, read whole. */
export interface PlatformRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  cookies: ReadonlyMap<string, string>;
  body: string;
}

/** A body over the limit: answered with 413, nothing of it is kept. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

async function readBody(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    const buffer = Buffer.from(chunk);
    size += buffer.length;
    if (size > bodyLimit) throw new BodyTooLarge();
    chunks.push(buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseCookies(header: string | undefined): Map<string, string> {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return new Map(pairs.filter((pair) => pair.includes('=')).map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
}

export async function readRequest(message: IncomingMessage): Promise<PlatformRequest> {
  const url = URL.parse(message.url ?? '/', 'http://platform.invalid') ?? new URL('http://platform.invalid/');
  return {
    method: message.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: message.headers,
    cookies: parseCookies(message.headers.cookie),
    body: await readBody(message),
  };
}

/** True when the body is of this media type. JSON bodies must say so, which keeps other sites' forms out. */
export function hasMediaType(request: PlatformRequest, type: string): boolean {
  return (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() === type;
}

/** The fields of a form body; null when the body is something else or names a field twice. */
export function formOf(request: PlatformRequest): URLSearchParams | null {
  if (!hasMediaType(request, 'application/x-www-form-urlencoded')) return null;
  const form = new URLSearchParams(request.body);
  return new Set(form.keys()).size === [...form.keys()].length ? form : null;
}
