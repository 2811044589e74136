import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { UtilityProcess } from 'electron';

export interface LocalPlatformsOptions {
  fork(): UtilityProcess;
  onExit(platform: number): void;
  onLog(line: string): void;
}

/** Milliseconds until it has to listen. */
const startTimeout = 20_000;

function parseUrl(line: string): string {
  const parsed: unknown = JSON.parse(line);
  if (typeof parsed !== 'object' || parsed === null || !('url' in parsed) || typeof parsed.url !== 'string') throw new Error(`Unexpected first line: ${line}`);
  return new URL(parsed.url).origin;
}

async function firstLine(child: UtilityProcess): Promise<string> {
  if (child.stdout === null) throw new Error('The local platform has no output');
  const ended = new Promise<never>((_resolve, reject) => child.once('exit', (code) => reject(new Error(`The local platform ended with code ${code}`))));
  const line = once(createInterface({ input: child.stdout }), 'line', { signal: AbortSignal.timeout(startTimeout) });
  ended.catch(() => undefined);
  return Promise.race([line.then(([text]) => String(text)), ended]);
}

/** Local platforms that main runs, one utility process each, known by number. */
export class LocalPlatforms {
  readonly #options: LocalPlatformsOptions;
  readonly #children = new Map<number, UtilityProcess>();
  #last = 0;

  constructor(options: LocalPlatformsOptions) {
    this.#options = options;
  }

  async start(): Promise<{ platform: number; url: string }> {
    this.#last += 1;
    const platform = this.#last;
    const child = this.#options.fork();
    this.#children.set(platform, child);
    child.once('exit', () => {
      this.#children.delete(platform);
      this.#options.onExit(platform);
    });
    if (child.stderr !== null) createInterface({ input: child.stderr }).on('line', this.#options.onLog);
    try {
      return { platform, url: parseUrl(await firstLine(child)) };
    } catch (error) {
      child.kill();
      throw error;
    }
  }

  async stop(platform: number): Promise<void> {
    this.#children.get(platform)?.kill();
  }

  /** Ends all of them, for instance when the engine that asked for them is gone. */
  stopAll(): void {
    for (const child of this.#children.values()) child.kill();
  }
}
