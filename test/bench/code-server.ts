import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { endChild } from './served.ts';

const prefix = join(import.meta.dirname, '..', '..', '.cache', 'peers');
const entry = join(prefix, 'node_modules', 'code-server', 'out', 'node', 'entry.js');
const startTimeout = 60_000;

export const installPeers = 'npm install --prefix .cache/peers --ignore-scripts=false --dangerously-allow-all-scripts code-server@4.139.1';

export interface PeerServer {
  url: string;
  stop(): Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('No port'))));
    });
  });
}

async function untilHealthy(origin: string): Promise<void> {
  const deadline = Date.now() + startTimeout;
  while (Date.now() < deadline) {
    const healthy = await fetch(`${origin}/healthz`, { signal: AbortSignal.timeout(2000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (healthy) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('code-server does not answer');
}

/** Ends the server with the helpers that it leaves behind otherwise: they are a process group of their own. */
async function endGroup(child: ChildProcess): Promise<void> {
  await endChild(child);
  if (child.pid === undefined || process.platform === 'win32') return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Serves the folder with code-server, with settings and extensions of its own; it is there once this resolves. */
export async function startCodeServer(scratch: string, folder: string): Promise<PeerServer> {
  if (!existsSync(entry)) throw new Error(`code-server is not installed. Install it with:\n  ${installPeers}`);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const data = join(scratch, 'code-server');
  const child = spawn(
    process.execPath,
    [
      entry,
      '--auth',
      'none',
      '--bind-addr',
      `127.0.0.1:${port}`,
      '--disable-telemetry',
      '--disable-update-check',
      '--disable-workspace-trust',
      '--user-data-dir',
      data,
      '--extensions-dir',
      join(data, 'extensions'),
    ],
    { stdio: 'ignore', detached: true, env: { ...process.env, HOME: data } },
  );
  try {
    await untilHealthy(origin);
  } catch (error) {
    await endGroup(child);
    throw error;
  }
  return { url: `${origin}/?folder=${encodeURIComponent(folder)}`, stop: () => endGroup(child) };
}
