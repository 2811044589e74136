import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { createEngine, type Engine, type Host } from '#engine/index.ts';
import type { EngineContext } from '#engine/rpc/index.ts';
import type { Contract } from '#shared/contract/index.ts';
import type { WorkspaceInfo } from '#shared/model/workspace.ts';

export const testHost: Host = {
  info: { kind: 'browser', folderPicker: 'built-in', platform: 'linux', version: '0.0.0-test', openOnStart: null },
};

export type TestClient = ContractRouterClient<Contract>;

export interface TestEngine extends AsyncDisposable {
  engine: Engine;
  client: TestClient;
  /** Everything of this test; removed at its end. */
  directory: string;
  dataDirectory: string;
  /** An empty project folder. */
  folder: string;
  /** Another window or tab. */
  connect(id: string): { client: TestClient; close(): void };
  open(path?: string): Promise<WorkspaceInfo>;
  /** A second engine run on the same data, the first one ended. */
  restart(): Promise<void>;
}

/** An engine on its own data directory and an empty project folder, with a client that calls it in this process. */
export async function startEngine(host: Host = testHost): Promise<TestEngine> {
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'minifoundry-engine-')));
  const dataDirectory = join(directory, 'data');
  const folder = join(directory, 'project');
  await mkdir(folder);

  function create(): Promise<Engine> {
    return createEngine({
      dataDirectory,
      templatesDirectory: join(directory, 'templates'),
      runtimeDirectory: join(directory, 'runtime'),
      host,
      startLocalPlatform: () => Promise.reject(new Error('This test has no platform')),
      openKeychain: async () => null,
    });
  }

  function connect(id: string): { client: TestClient; close(): void } {
    const closed = new AbortController();
    const context: EngineContext = { connection: { id, closed: closed.signal }, log: test.engine.log };
    return { client: createRouterClient(test.engine.router, { context }) as unknown as TestClient, close: () => closed.abort() };
  }

  const test = {
    engine: await create(),
    directory,
    dataDirectory,
    folder,
    connect,
    get client() {
      return connect('test').client;
    },
    open: (path: string = folder) => test.client.workspace.open({ folderId: test.engine.grants.grant(path).folderId }),
    restart: async () => {
      await test.engine.dispose();
      test.engine = await create();
    },
    async [Symbol.asyncDispose](): Promise<void> {
      await test.engine.dispose();
      await rm(directory, { recursive: true, force: true });
    },
  };
  return test;
}
