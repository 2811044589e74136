import { EventStream } from '#engine/events/index.ts';
import type { Logger } from '#engine/log/index.ts';
import { AppError } from '#shared/model/errors.ts';
import { defaultSettings, type SettingKey, type Settings, settingKeys, settingsSchema } from '#shared/model/settings.ts';
import type { SettingsStore } from './settings-store.ts';

export interface SettingsSnapshot {
  values: Settings;
  recovered: { copy: string } | null;
}

function isSettingKey(key: string): key is SettingKey {
  return (settingKeys as string[]).includes(key);
}

/** Typed settings over a store: every value is checked on the way in and on the way out. */
export class SettingsService {
  readonly #store: SettingsStore;
  readonly #log: Logger;
  readonly #streams = new Set<EventStream<SettingsSnapshot>>();
  readonly #reported = new Set<string>();
  readonly #unwatch: () => void;

  constructor(store: SettingsStore, log: Logger) {
    this.#store = store;
    this.#log = log;
    this.#unwatch = store.watch(() => this.#announce());
  }

  /** All settings; one value that is not valid falls back to its default and is logged once, the others stay. */
  async get(): Promise<SettingsSnapshot> {
    const { values, recovered } = await this.#store.read();
    const read = settingKeys.filter((key) => Object.hasOwn(values, key)).map((key) => [key, this.#valueOf(key, values[key])]);
    return { values: { ...defaultSettings, ...Object.fromEntries(read) }, recovered };
  }

  #valueOf(key: SettingKey, stored: unknown): unknown {
    const result = settingsSchema.shape[key].safeParse(stored);
    if (result.success) return result.data;
    const seen = `${key} ${JSON.stringify(stored)}`;
    if (!this.#reported.has(seen)) {
      this.#reported.add(seen);
      this.#log.warn('A setting is not valid; its default is used', { key, detail: result.error.issues.map((issue) => issue.message).join('; ') });
    }
    return defaultSettings[key];
  }

  /** `null` goes back to the default. `SETTING_UNKNOWN`, `SETTING_INVALID`. */
  async set(key: string, value: unknown): Promise<void> {
    if (!isSettingKey(key)) throw new AppError('SETTING_UNKNOWN', { key });
    if (value === null || value === undefined) {
      await this.#store.write(key, undefined);
    } else {
      const result = settingsSchema.shape[key].safeParse(value);
      if (!result.success) throw new AppError('SETTING_INVALID', { key, detail: result.error.issues.map((issue) => issue.message).join('; ') });
      await this.#store.write(key, result.data);
    }
    this.#announce();
  }

  /** The settings now, then after every change of any window or of the file. */
  watch(signal?: AbortSignal): EventStream<SettingsSnapshot> {
    const stream: EventStream<SettingsSnapshot> = new EventStream({
      signal,
      onEnd: () => this.#streams.delete(stream),
      coalesce: (_waiting, next) => next,
    });
    if (!stream.open) return stream;
    this.#streams.add(stream);
    void this.#pushTo([stream]);
    return stream;
  }

  #announce(): void {
    void this.#pushTo([...this.#streams]);
  }

  async #pushTo(streams: readonly EventStream<SettingsSnapshot>[]): Promise<void> {
    if (streams.length === 0) return;
    try {
      const snapshot = await this.get();
      for (const stream of streams) stream.push(snapshot);
    } catch (error) {
      this.#log.error('Settings could not be read', { error });
    }
  }

  dispose(): void {
    this.#unwatch();
    for (const stream of [...this.#streams]) stream.end();
  }
}
