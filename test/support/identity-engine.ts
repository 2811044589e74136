import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { type SpawnedPlatform, spawnLocalPlatform } from '#cli/spawn-local-platform.ts';
import { createEngine, type Engine, type Host, type RunningPlatform, type SecretVault } from '#engine/index.ts';
import type { EngineContext } from '#engine/rpc/index.ts';
import type { Contract } from '#shared/contract/index.ts';
import type { Account } from '#shared/model/identity.ts';
import { accounts, signInAs } from './cookie-browser.ts';

const entry = join(import.meta.dirname, '../../local-platform/main.ts');

export interface IdentityEngineOptions {
  directory?: string;
  openKeychain?: () => Promise<SecretVault | null>;
  openExternal?: (url: string) => Promise<void>;
  /** More options of the local platform. */
  platform?: readonly string[];
  /** Instead of the real process. */
  startLocalPlatform?: () => Promise<RunningPlatform>;
}

/** A vault that outlives the engine, as a keychain does. */
export function testKeychain(): SecretVault & { secrets: Map<string, string> } {
  const secrets = new Map<string, string>();
  return {
    storage: 'keychain',
    secrets,
    read: async (key) => secrets.get(key) ?? null,
    write: async (key, secret) => void secrets.set(key, secret),
    remove: async (key) => void secrets.delete(key),
  };
}

/** An engine with a real local platform in a process of its own, and a client that calls it in this process. */
export async function startIdentityEngine(options: IdentityEngineOptions = {}) {
  const directory = options.directory ?? (await mkdtemp(join(tmpdir(), 'minifoundry-identity-')));
  const dataDirectory = join(directory, 'data');
  await mkdir(dataDirectory, { recursive: true });
  const running: SpawnedPlatform[] = [];
  const host: Host = {
    info: { kind: 'browser', folderPicker: 'built-in', platform: 'linux', version: '0.0.0-test', openOnStart: null },
    ...(options.openExternal ? { openExternal: options.openExternal } : {}),
  };
  async function spawnPlatform(): Promise<RunningPlatform> {
    const platform = await spawnLocalPlatform({
      entry,
      node: process.execPath,
      dataDirectory: join(directory, 'platform'),
      options: ['--test-controls', ...(options.platform ?? [])],
    });
    running.push(platform);
    return platform;
  }
  const engine = await createEngine({
    dataDirectory,
    templatesDirectory: join(directory, 'templates'),
    runtimeDirectory: join(directory, 'runtime'),
    host,
    openKeychain: options.openKeychain ?? (async () => null),
    startLocalPlatform: options.startLocalPlatform ?? spawnPlatform,
  });
  const client = clientOf(engine);

  async function signIn(accountId: string = accounts.isv): Promise<Account> {
    const { attemptId, url } = await client.identity.beginSignIn();
    const [account] = await Promise.all([client.identity.finishSignIn({ attemptId }), signInAs(accountId, url)]);
    return account;
  }

  /** What others do on the platform. */
  async function control(name: string, input: object = {}): Promise<void> {
    const platform = running.at(-1);
    const response = await fetch(`${platform?.url}/test/${name}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(input),
    });
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
  }

  /** Waits until a platform runs. */
  async function reach(): Promise<SpawnedPlatform> {
    for await (const { platform } of await client.identity.watch()) if (platform.state === 'reachable') break;
    const platform = running.at(-1);
    if (platform === undefined) throw new Error('No platform runs');
    return platform;
  }

  return {
    engine,
    client,
    reach,
    directory,
    dataDirectory,
    running,
    signIn,
    control,
    async [Symbol.asyncDispose](): Promise<void> {
      await engine.dispose();
      if (options.directory === undefined) await rm(directory, { recursive: true, force: true });
    },
  };
}

export type IdentityEngine = Awaited<ReturnType<typeof startIdentityEngine>>;

export function clientOf(engine: Engine): ContractRouterClient<Contract> {
  const context: EngineContext = { connection: { id: 'test', closed: new AbortController().signal }, log: engine.log };
  return createRouterClient(engine.router, { context }) as unknown as ContractRouterClient<Contract>;
}

/** Everything below a folder, as one text. */
export async function textBelow(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return (await Promise.all(files.map((file) => readFile(file, 'latin1')))).join('\n');
}
