import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { openKeychainVault } from '#engine/identity/index.ts';
import type { Keytar } from '#engine/identity/keychain-vault.ts';
import { createLogger } from '#engine/log/index.ts';
import { textBelow } from '#test/support/identity-engine.ts';

// Each test starts processes of its own.
vi.setConfig({ testTimeout: 30_000 });

const run = promisify(execFile);
const script = join(import.meta.dirname, '../../../support/keychain-script.ts');
const log = createLogger('test', () => undefined);

const missing = ['dbus-run-session', 'gnome-keyring-daemon'].filter((name) => spawnSync(name, ['--help']).error !== undefined);
const skipReason = missing.length === 0 ? '' : ` (skipped: ${missing.join(' and ')} not installed)`;

function fakeKeytar(changes: Partial<Keytar> = {}): Keytar {
  const secrets = new Map<string, string>();
  return {
    getPassword: async (_service, account) => secrets.get(account) ?? null,
    setPassword: async (_service, account, password) => void secrets.set(account, password),
    deletePassword: async (_service, account) => secrets.delete(account),
    ...changes,
  };
}

describe('the keychain vault', () => {
  it.each([
    ['its library cannot be loaded', () => Promise.reject(new Error('libsecret-1.so.0: cannot open shared object file'))],
    ['its library never loads', () => new Promise<never>(() => undefined)],
    ['writing fails', async () => fakeKeytar({ setPassword: () => Promise.reject(new Error('Cannot autolaunch D-Bus')) })],
    ['it is locked and nobody answers', async () => fakeKeytar({ setPassword: () => new Promise<never>(() => undefined) })],
    ['it forgets', async () => fakeKeytar({ getPassword: async () => null })],
    ['it returns something else', async () => fakeKeytar({ getPassword: async () => 'something else' })],
    ['it cannot remove', async () => fakeKeytar({ deletePassword: () => Promise.reject(new Error('no')) })],
  ])('is not used when %s', async (_case, load) => {
    expect(await openKeychainVault({ log, load, timeout: 50 })).toBeNull();
  });

  it('leaves nothing of its probe behind', async () => {
    const accounts = new Set<string>();
    const keytar = fakeKeytar();
    const load = async (): Promise<Keytar> => ({
      ...keytar,
      setPassword: (service, account, password) => keytar.setPassword(service, account, password).then(() => void accounts.add(account)),
      deletePassword: (service, account) => keytar.deletePassword(service, account).then(() => accounts.delete(account)),
    });
    expect(await openKeychainVault({ log, load })).toMatchObject({ storage: 'keychain' });
    expect(accounts.size).toBe(0);
  });

  it('fails in words when it is locked later on', async () => {
    const keytar = fakeKeytar();
    const vault = await openKeychainVault({ log, load: async () => keytar, timeout: 50 });
    keytar.getPassword = () => new Promise<never>(() => undefined);
    await expect(vault?.read('any')).rejects.toMatchObject({ code: 'KEYCHAIN_UNAVAILABLE' });
  });

  it.runIf(process.platform === 'linux')('is null without D-Bus, in a process that goes on', async () => {
    const home = await mkdtemp(join(tmpdir(), 'minifoundry-keychain-'));
    const env = { PATH: process.env.PATH ?? '', HOME: home, DBUS_SESSION_BUS_ADDRESS: `unix:path=${home}/nobody-listens` };
    const { stdout } = await run(process.execPath, [script, 'probe'], { env });
    expect(JSON.parse(stdout)).toEqual({ vault: null });
    await rm(home, { recursive: true });
  });

  it.runIf(process.platform === 'linux' && missing.length === 0)(
    `keeps a secret in the real keychain across processes, and in no readable file${skipReason}`,
    async () => {
      const home = await mkdtemp(join(tmpdir(), 'minifoundry-keychain-'));
      const secret = 'secret-ключ-密钥-0123456789';
      const node = `"${process.execPath}" "${script}"`;
      const commands = [
        'echo -n throw-away | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1',
        `${node} write account '${secret}'`,
        `${node} read account`,
        `${node} remove account`,
      ];
      const env = { PATH: process.env.PATH ?? '', HOME: home, XDG_RUNTIME_DIR: home, XDG_DATA_HOME: join(home, 'data'), LANG: 'C.UTF-8' };
      const { stdout } = await run('dbus-run-session', ['--', 'bash', '-c', commands.join(' && ')], { env });
      const answers = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(answers).toEqual([
        { vault: 'keychain', value: secret },
        { vault: 'keychain', value: secret },
        { vault: 'keychain', value: null },
      ]);
      expect(await textBelow(home)).not.toContain('0123456789');
      await rm(home, { recursive: true, force: true });
    },
    30_000,
  );
});
