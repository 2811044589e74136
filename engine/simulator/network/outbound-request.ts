import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { assertPublicHost, guardedLookup } from './guarded-lookup.ts';

export interface NetworkPolicy {
  /** The person (a setting, never the project) lets mini programs reach this machine and its network. */
  allowPrivate(): Promise<boolean>;
}

export interface OutboundRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: Buffer | null;
  timeoutMs: number;
  /** Bytes; a longer answer is refused. */
  maximumBytes: number;
  signal?: AbortSignal;
}

export interface OutboundAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

export class OutboundError extends Error {
  readonly reason: 'address' | 'timeout' | 'too-large' | 'too-many-redirects';

  constructor(reason: OutboundError['reason'], message: string) {
    super(message);
    this.name = 'OutboundError';
    this.reason = reason;
  }
}

const maximumRedirects = 5;

function parseAddress(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !['http:', 'https:'].includes(parsed.protocol)) throw new OutboundError('address', `${url} is not an http or https address`);
  return parsed;
}

function headersOf(message: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]));
}

async function readAnswer(message: IncomingMessage, maximumBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maximumBytes) {
      message.destroy();
      throw new OutboundError('too-large', `The answer is longer than ${maximumBytes} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function send(url: URL, { method, headers, body }: OutboundRequest, policy: NetworkPolicy, signal: AbortSignal): Promise<IncomingMessage> {
  const guarded = !(await policy.allowPrivate());
  if (guarded) assertPublicHost(url.hostname);
  return new Promise((resolve, reject) => {
    const start = url.protocol === 'https:' ? requestHttps : requestHttp;
    // Without an agent no connection is shared with requests that were made under another policy.
    // Node frames the body of some methods only, such as POST, by itself.
    const framed = body === null ? headers : { ...headers, 'content-length': String(body.length) };
    const request = start(url, { method, headers: framed, signal, agent: false, ...(guarded ? { lookup: guardedLookup() } : {}) }, resolve);
    request.on('error', reject);
    request.end(body);
  });
}

function redirected(outbound: OutboundRequest, status: number, from: URL, location: string): OutboundRequest {
  const url = new URL(location, from);
  const becomesGet = status === 303 || ((status === 301 || status === 302) && outbound.method === 'POST');
  const headers = Object.fromEntries(
    Object.entries(outbound.headers).filter(
      ([name]) => !(becomesGet && /^content-/i.test(name)) && !(url.origin !== from.origin && /^(authorization|cookie)$/i.test(name)),
    ),
  );
  return { ...outbound, url: url.href, headers, ...(becomesGet ? { method: 'GET', body: null } : {}) };
}

async function follow(outbound: OutboundRequest, policy: NetworkPolicy, signal: AbortSignal, left: number): Promise<OutboundAnswer> {
  const url = parseAddress(outbound.url);
  const message = await send(url, outbound, policy, signal);
  const status = message.statusCode ?? 0;
  const { location } = message.headers;
  if (status >= 300 && status < 400 && status !== 304 && location !== undefined) {
    message.resume();
    if (left === 0) throw new OutboundError('too-many-redirects', `${outbound.url} redirects too often`);
    return follow(redirected(outbound, status, url, location), policy, signal, left - 1);
  }
  return { status, headers: headersOf(message), body: await readAnswer(message, outbound.maximumBytes) };
}

/** Makes a request for a mini program. Every hop's resolved address is checked: `PrivateAddressError`, {@link OutboundError}, or the system's own. */
export async function outboundRequest(outbound: OutboundRequest, policy: NetworkPolicy): Promise<OutboundAnswer> {
  const timeout = AbortSignal.timeout(outbound.timeoutMs);
  const signal = outbound.signal ? AbortSignal.any([outbound.signal, timeout]) : timeout;
  try {
    return await follow(outbound, policy, signal, maximumRedirects);
  } catch (error) {
    if (timeout.aborted) throw new OutboundError('timeout', `No answer within ${outbound.timeoutMs} ms`);
    throw error;
  }
}
