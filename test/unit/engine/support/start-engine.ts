import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { createEngine, type Host } from '#engine/index.ts';
import type { EngineContext } from '#engine/rpc/index.ts';
import type { Contract } from '#shared/contract/index.ts';

export const testHost: Host = {
  info: { kind: 'browser', folderPicker: 'built-in', platform: 'linux', version: '0.0.0-test', openOnStart: null },
};

/** An engine on its own data directory and an empty project folder, with a client that calls it in this process. */
export async function startEngine(host: Host = testHost) {
  const directory = await mkdtemp(join(tmpdir(), 'minifoundry-engine-'));
  const dataDirectory = join(directory, 'data');
  const folder = join(directory, 'project');
  await mkdir(folder);
  const engine = await createEngine({
    dataDirectory,
    templatesDirectory: join(directory, 'templates'),
    host,
    startLocalPlatform: () => Promise.reject(new Error('This test has no platform')),
  });

  function connect(id = 'test') {
    const closed = new AbortController();
    const context: EngineContext = { connection: { id, closed: closed.signal }, log: engine.log };
    const client = createRouterClient(engine.router, { context }) as unknown as ContractRouterClient<Contract>;
    return { client, close: () => closed.abort() };
  }

  const { client } = connect();
  return {
    engine,
    client,
    connect,
    directory,
    dataDirectory,
    folder,
    open: async (path: string = folder) => client.workspace.open({ folderId: engine.grants.grant(path).folderId }),
    async [Symbol.asyncDispose](): Promise<void> {
      await engine.dispose();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

export type TestEngine = Awaited<ReturnType<typeof startEngine>>;
