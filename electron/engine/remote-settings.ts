import type { SettingsStore, StoredSettings } from '#engine/index.ts';
import type { MainServices } from '../link/messages.ts';

/** The settings that main owns, as the engine sees them. */
export class RemoteSettings implements SettingsStore {
  readonly #services: MainServices;
  readonly #listeners = new Set<() => void>();

  constructor(services: MainServices) {
    this.#services = services;
  }

  read(): Promise<StoredSettings> {
    return this.#services.readSettings(null);
  }

  write(key: string, value: unknown): Promise<void> {
    return this.#services.writeSetting({ key, value });
  }

  watch(changed: () => void): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }

  /** Main says that something else changed the store. */
  changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
