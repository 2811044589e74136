import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { RunningPlatform } from '#engine/index.ts';
import { AppError } from '#shared/model/errors.ts';

export interface SpawnLocalPlatformOptions {
  /** The platform's main module. */
  entry: string;
  /** The Node that runs it. */
  node: string;
  dataDirectory: string;
  /** More of its options. */
  options?: readonly string[];
  /** Takes each line that it logs. */
  onLog?: (line: string) => void;
}

export interface SpawnedPlatform extends RunningPlatform {
  pid: number;
  exited: Promise<void>;
}

/** Milliseconds until it has to listen, and from asking it to end to ending it. */
const startTimeout = 20_000;
const endTimeout = 3000;

/** What a child of ours needs of the environment, and no more: not the options that Node itself was started with. */
function environment(): NodeJS.ProcessEnv {
  const names = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LANG', 'TZ'];
  return Object.fromEntries(names.filter((name) => process.env[name] !== undefined).map((name) => [name, process.env[name]]));
}

function followLog(stream: Readable, onLog: (line: string) => void): { last: () => string } {
  let last = '';
  createInterface({ input: stream }).on('line', (line) => {
    last = line;
    onLog(line);
  });
  return { last: () => last };
}

function parseUrl(line: string): string {
  const parsed: unknown = JSON.parse(line);
  if (typeof parsed !== 'object' || parsed === null || !('url' in parsed) || typeof parsed.url !== 'string') throw new Error(`Unexpected first line: ${line}`);
  return new URL(parsed.url).origin;
}

async function firstLine(stream: Readable): Promise<string> {
  const lines = createInterface({ input: stream });
  const [line] = (await once(lines, 'line', { signal: AbortSignal.timeout(startTimeout) })) as [string];
  return line;
}

/** Why it ended before it listened, from its last words. */
function earlyEnd(last: string): Error {
  const taken = /PORT_IN_USE: port (\d+)/.exec(last);
  return taken ? new AppError('PORT_IN_USE', { port: Number(taken[1]) }) : new Error(`The local platform ended before it listened: ${last}`);
}

async function end(child: ChildProcess, exited: Promise<void>): Promise<void> {
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), endTimeout);
  await exited;
  clearTimeout(force);
}

/** Starts the local platform as a process of its own, which ends with this one. Rejects when it does not come to listen. */
export async function spawnLocalPlatform({
  entry,
  node,
  dataDirectory,
  options = [],
  onLog = () => undefined,
}: SpawnLocalPlatformOptions): Promise<SpawnedPlatform> {
  const child = spawn(node, [entry, '--port', '0', '--data', dataDirectory, '--exit-with-parent', ...options], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: environment(),
    windowsHide: true,
  });
  const failed = new Promise<never>((_resolve, reject) => child.once('error', reject));
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  // The pipe only tells the child when we are gone; that the child is gone shows as `exited`.
  child.stdin.on('error', () => undefined);
  const log = followLog(child.stderr, onLog);
  // Not `exit`: its last words may still be on their way then.
  const early = new Promise<never>((_resolve, reject) => {
    child.once('close', () => reject(earlyEnd(log.last())));
  });
  try {
    const url = parseUrl(await Promise.race([firstLine(child.stdout), failed, early]));
    return { url, pid: child.pid ?? 0, exited, dispose: () => end(child, exited) };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    early.catch(() => undefined);
    failed.catch(() => undefined);
  }
}
