import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';

interface Reply {
  id?: number;
  result?: Record<string, unknown>;
  error?: { message: string };
  method?: string;
  params?: Record<string, unknown>;
  sessionId?: string;
}

type Waiting = { resolve(result: Record<string, unknown>): void; reject(error: Error): void };

const flags = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--mute-audio',
  '--hide-scrollbars',
];

function sandboxFlags(): string[] {
  // Chromium refuses its sandbox to root, as in containers.
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** Chromium without a window, driven over a pair of pipes: no port is opened. One page. */
export class HeadlessBrowser {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #waiting = new Map<number, Waiting>();
  readonly #exited: Promise<void>;
  #buffer = '';
  #lastId = 0;
  #sessionId: string | undefined;

  private constructor(process: ChildProcess, profile: string) {
    this.#process = process;
    this.#profile = profile;
    const exited = Promise.withResolvers<void>();
    this.#exited = exited.promise;
    process.once('exit', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('The browser has ended'));
      this.#waiting.clear();
      exited.resolve();
    });
    (process.stdio[4] as Duplex).setEncoding('utf8').on('data', (text: string) => this.#receive(text));
    // A browser that is gone cannot be told anything; its exit is what counts.
    (process.stdio[3] as Duplex).on('error', () => process.kill());
  }

  /** Starts the browser with an empty profile and one blank page of a size in CSS pixels. */
  static async start(executable: string, view: { width: number; height: number; pixelRatio: number }): Promise<HeadlessBrowser> {
    const profile = await mkdtemp(join(tmpdir(), 'minifoundry-browser-'));
    const child = spawn(executable, [...flags, ...sandboxFlags(), `--user-data-dir=${profile}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    const started = Promise.withResolvers<void>();
    child.once('spawn', started.resolve);
    child.once('error', started.reject);
    await started.promise;
    const browser = new HeadlessBrowser(child, profile);
    await browser.#attach(view);
    return browser;
  }

  async #attach({ width, height, pixelRatio }: { width: number; height: number; pixelRatio: number }): Promise<void> {
    const { targetId } = await this.#call('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.#call('Target.attachToTarget', { targetId, flatten: true });
    this.#sessionId = String(sessionId);
    await this.#call('Page.enable', {});
    await this.#call('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: pixelRatio, mobile: false });
  }

  #receive(text: string): void {
    const messages = (this.#buffer + text).split('\0');
    this.#buffer = messages.pop() ?? '';
    for (const message of messages) {
      const reply = JSON.parse(message) as Reply;
      if (reply.id === undefined) continue;
      const waiting = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      if (reply.error) waiting?.reject(new Error(reply.error.message));
      else waiting?.resolve(reply.result ?? {});
    }
  }

  #call(method: string, params: Record<string, unknown>): Promise<Record<string, unknown>> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      (this.#process.stdio[3] as Duplex).write(`${JSON.stringify({ id, method, params, sessionId: this.#sessionId })}\0`);
    });
  }

  async navigate(url: string): Promise<void> {
    const { errorText } = await this.#call('Page.navigate', { url });
    if (typeof errorText === 'string') throw new Error(errorText);
  }

  /** PNG of what is visible. */
  async screenshot(): Promise<Buffer> {
    const { data } = await this.#call('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(String(data), 'base64');
  }

  async close(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#exited;
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 3 });
  }
}
