import type { HostAnswer, HostCall, PhoneBoot, PhoneCommand, PhoneReport } from '#shared/model/phone.ts';
import { ReportLimit } from './report-limit.ts';

const reconnectAfterMs = 500;

async function post(path: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  const response = await fetch(path, { method: 'POST', body, headers });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response;
}

/** The phone's line to the engine, over its own origin: calls, reports, and a stream of commands. */
export class EngineLink {
  readonly #limit = new ReportLimit(() => performance.now());
  #queue: PhoneReport[] = [];
  #sending: Promise<void> | null = null;

  async boot(): Promise<PhoneBoot> {
    return (await fetch('/boot')).json() as Promise<PhoneBoot>;
  }

  /** Asks the engine to carry out a `my.*` call. */
  async host(call: HostCall): Promise<HostAnswer> {
    return (await post('/host', JSON.stringify(call))).json() as Promise<HostAnswer>;
  }

  /** Keeps bytes with the engine; resolves to the address that a program knows them by. */
  async keepFile(base64: string, extension: string): Promise<string> {
    const { path } = (await (await post('/files', base64, { 'x-extension': extension })).json()) as { path: string };
    return path;
  }

  /** Reports arrive in the order in which they were handed over; those that wait travel together. */
  report(...reports: PhoneReport[]): void {
    this.#queue.push(...this.#limit.pass(reports));
    this.#sending ??= this.#send();
  }

  async #send(): Promise<void> {
    // What happens in one turn of the event loop is one message.
    await Promise.resolve();
    while (this.#queue.length > 0) {
      const batch = this.#queue.slice(0, 1000);
      try {
        await post('/report', JSON.stringify(batch));
      } catch (error) {
        console.warn('Reports could not be sent', error);
      }
      this.#queue = this.#queue.slice(batch.length);
    }
    this.#sending = null;
  }

  /** Says that the document is alive. */
  async pulse(): Promise<void> {
    await post('/report', '[]');
  }

  /** Hands over every command until the engine is gone, and after it is back. */
  async follow(take: (command: PhoneCommand) => void): Promise<never> {
    for (;;) {
      try {
        await this.#read(take);
      } catch (error) {
        console.warn('The engine cannot be heard', error);
      }
      await new Promise((resolve) => setTimeout(resolve, reconnectAfterMs));
    }
  }

  async #read(take: (command: PhoneCommand) => void): Promise<void> {
    const { body } = await fetch('/events');
    if (!body) return;
    let waiting = '';
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      const lines = (waiting + chunk.value).split('\n');
      waiting = lines.pop() ?? '';
      for (const line of lines) if (line !== '') take(JSON.parse(line) as PhoneCommand);
    }
  }
}
