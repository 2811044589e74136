/** Where secrets are kept. Every call may fail: a keychain can be locked or gone at any time. */
export interface SecretVault {
  /** `keychain` outlives Minifoundry; `session` ends with it. */
  readonly storage: 'keychain' | 'session';
  read(key: string): Promise<string | null>;
  write(key: string, secret: string): Promise<void>;
  remove(key: string): Promise<void>;
}
