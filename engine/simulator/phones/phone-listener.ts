import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import * as z from 'zod';
import type { Logger } from '#engine/log/index.ts';
import { closeServers, type LoopbackServers, listenOnLoopback, readBody } from '#engine/loopback/index.ts';
import { hostCall, phoneReport } from '#shared/model/phone.ts';
import { mediaTypeOf } from './media-type.ts';
import type { Phone } from './phone.ts';
import { documentPolicy, phoneHeaders, resourcePolicy, workerPolicy } from './phone-policy.ts';

export interface PhoneListenerOptions {
  /** Holds `phone.js` and `logic.js`. */
  runtimeDirectory: string;
  log: Logger;
  phoneOf(id: string): Phone | undefined;
  /** Origins whose pages may show a phone in a frame. */
  frameAncestors(): readonly string[];
}

const phoneDocument =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mini program</title></head><body><script type="module" src="/runtime/phone.js"></script></body></html>';

const largestReport = 32 * 1024 * 1024;
const largestCall = 64 * 1024 * 1024;
const reports = z.array(phoneReport).max(5000);

/** Serves phones and nothing else: no contract, no workbench. Every phone has a host name of its own. */
export class PhoneListener {
  readonly #options: PhoneListenerOptions;
  readonly #runtime = new Map<string, Promise<Buffer>>();
  #listening: Promise<LoopbackServers> | null = null;

  constructor(options: PhoneListenerOptions) {
    this.#options = options;
  }

  /** The port, listening from now on. */
  async port(): Promise<number> {
    this.#listening ??= listenOnLoopback((request, response) => void this.#answer(request, response), 0);
    return (await this.#listening).port;
  }

  async close(): Promise<void> {
    const listening = this.#listening;
    this.#listening = null;
    if (listening) await closeServers((await listening).servers);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(phoneHeaders)) response.setHeader(name, value);
    response.setHeader('content-security-policy', documentPolicy(this.#options.frameAncestors()));
    try {
      const phone = await this.#phoneOf(request);
      if (phone === null) return end(response, 421);
      await this.#route(phone, request, response, new URL(request.url ?? '/', 'http://phone'));
    } catch (error) {
      this.#options.log.warn('A phone was not answered', { error: error instanceof Error ? error.message : String(error) });
      if (!response.headersSent) end(response, 500);
      else response.destroy();
    }
  }

  /** The phone whose host name was asked for. Pages of any other origin are refused before they can read or change anything. */
  async #phoneOf(request: IncomingMessage): Promise<Phone | null> {
    const match = /^([0-9a-f]{32})\.localhost:(\d+)$/.exec(request.headers.host ?? '');
    if (!match || Number(match[2]) !== (await this.port())) return null;
    const { origin } = request.headers;
    if (origin !== undefined && origin !== `http://${request.headers.host}`) return null;
    return this.#options.phoneOf(match[1] ?? '') ?? null;
  }

  async #route(phone: Phone, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const { pathname } = url;
    if (request.method === 'POST') return this.#take(phone, pathname, request, response);
    if (request.method !== 'GET') return end(response, 405);
    if (pathname === '/') return send(response, 'text/html; charset=utf-8', phoneDocument);
    if (pathname.startsWith('/runtime/')) return this.#sendRuntime(pathname.slice('/runtime/'.length), response);
    if (pathname === '/boot') return json(response, await phone.boot());
    if (pathname === '/events') return stream(phone, response);
    if (pathname === '/remote') return sendRemote(phone, url, response);
    if (pathname.startsWith('/app/')) return sendApp(phone, url, response);
    if (pathname.startsWith('/files/')) return sendTemporary(phone, pathname.slice('/files/'.length), response);
    end(response, 404);
  }

  async #take(phone: Phone, pathname: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers.origin === undefined) return end(response, 403);
    if (pathname === '/report') {
      const parsed = reports.safeParse(JSON.parse(await readBody(request, largestReport)));
      if (!parsed.success) this.#options.log.warn('A phone reported something that cannot be read', { detail: z.prettifyError(parsed.error).slice(0, 500) });
      else phone.session.take(parsed.data);
      return end(response, parsed.success ? 204 : 400);
    }
    if (pathname === '/host') {
      const parsed = hostCall.safeParse(JSON.parse(await readBody(request, largestCall)));
      if (!parsed.success) return end(response, 400);
      return json(response, await phone.host.answer(parsed.data));
    }
    if (pathname === '/files') {
      const body = Buffer.from(await readBody(request, largestCall), 'base64');
      return json(response, { path: phone.temporaryFiles.keep(body, request.headers['x-extension']?.toString() ?? 'bin') });
    }
    end(response, 404);
  }

  async #sendRuntime(name: string, response: ServerResponse): Promise<void> {
    if (!/^[\w.-]+$/.test(name)) return end(response, 404);
    const pending = this.#runtime.get(name) ?? readFile(join(this.#options.runtimeDirectory, name));
    this.#runtime.set(name, pending);
    const body = await pending.catch(() => null);
    if (body === null) {
      this.#runtime.delete(name);
      return end(response, 404);
    }
    if (name === 'logic.js') response.setHeader('content-security-policy', workerPolicy);
    send(response, mediaTypeOf(name), body);
  }
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end();
}

function send(response: ServerResponse, type: string, body: string | Buffer): void {
  response.setHeader('content-type', type);
  response.end(body);
}

function json(response: ServerResponse, value: unknown): void {
  send(response, 'application/json; charset=utf-8', JSON.stringify(value));
}

function stream(phone: Phone, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8' });
  // The first byte tells the document that it is heard.
  response.write('\n');
  const disconnect = phone.session.connect((line) => response.write(line));
  response.once('close', disconnect);
}

function namesIn(url: URL): string[] {
  return (url.searchParams.get('ids') ?? '').split(',').filter((id) => id !== '');
}

async function sendApp(phone: Phone, url: URL, response: ServerResponse): Promise<void> {
  const { pathname } = url;
  const script = 'text/javascript; charset=utf-8';
  if (pathname === '/app/view.js') return send(response, script, phone.app.viewScript(namesIn(url)));
  if (pathname === '/app/styles.json') return json(response, phone.app.styles(namesIn(url)));
  if (pathname === '/app/logic.js' || pathname.startsWith('/app/evaluate/')) {
    const text = pathname === '/app/logic.js' ? phone.app.logicScript(Number(url.searchParams.get('v'))) : phone.evaluation(pathname);
    response.setHeader('content-security-policy', workerPolicy);
    return text === null ? end(response, 404) : send(response, script, text);
  }
  if (pathname.startsWith('/app/files/')) return sendFile(phone, decodeURIComponent(pathname.slice('/app/files'.length)), response);
  end(response, 404);
}

async function sendFile(phone: Phone, projectPath: string, response: ServerResponse): Promise<void> {
  const path = await phone.app.filePath(projectPath);
  const found = path === null ? null : await stat(path).catch(() => null);
  if (path === null || !found?.isFile()) return end(response, 404);
  response.writeHead(200, { 'content-type': mediaTypeOf(path), 'content-length': found.size, 'content-security-policy': resourcePolicy });
  createReadStream(path)
    .on('error', () => response.destroy())
    .pipe(response);
}

async function sendRemote(phone: Phone, url: URL, response: ServerResponse): Promise<void> {
  const answer = await phone.host.fetchResource(url.searchParams.get('url') ?? '');
  if (answer === null) return end(response, 502);
  // Only what a page can show; a remote document never becomes one of the phone's origin.
  const type = answer.headers['content-type'] ?? '';
  if (!/^(image|font|audio|video)\//.test(type) && !/^application\/(font|x-font|vnd\.ms-fontobject|octet-stream)/.test(type)) return end(response, 415);
  response.writeHead(answer.status, { 'content-type': type, 'content-security-policy': resourcePolicy });
  response.end(answer.body);
}

function sendTemporary(phone: Phone, id: string, response: ServerResponse): void {
  const file = phone.temporaryFiles.read(id);
  if (file === null) return end(response, 404);
  response.setHeader('content-security-policy', resourcePolicy);
  send(response, mediaTypeOf(`.${file.extension}`), file.body);
}
