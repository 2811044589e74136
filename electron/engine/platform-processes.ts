import type { RunningPlatform } from '#engine/index.ts';
import type { MainServices } from '../link/messages.ts';

/** The local platform, which main runs as a utility process of its own on behalf of the engine. */
export class PlatformProcesses {
  readonly #services: MainServices;
  readonly #running = new Map<number, () => void>();

  constructor(services: MainServices) {
    this.#services = services;
  }

  async start(): Promise<RunningPlatform> {
    const { platform, url } = await this.#services.startPlatform(null);
    const exited = new Promise<void>((resolve) => this.#running.set(platform, resolve));
    return {
      url,
      exited,
      dispose: async () => {
        await this.#services.stopPlatform({ platform });
        await exited;
      },
    };
  }

  /** Main says that one has ended, whoever ended it. */
  exited(platform: number): void {
    this.#running.get(platform)?.();
  }
}
