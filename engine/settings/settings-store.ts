/** Where settings live. Each shell brings its own; values are checked by the service, never by the store. */
export interface SettingsStore {
  /** What is stored, and where an unreadable file was kept in this run. */
  read(): Promise<StoredSettings>;
  /** `undefined` removes the key. Throws Node's errors. */
  write(key: string, value: unknown): Promise<void>;
  /** Calls back when something else changed the store; the result ends that. */
  watch(changed: () => void): () => void;
}

export interface StoredSettings {
  values: Record<string, unknown>;
  recovered: { copy: string } | null;
}
