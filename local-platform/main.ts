import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startLocalPlatform } from './server.ts';

const usage = 'usage: main --data DIR [--port N] [--access-token-seconds N] [--exit-with-parent] [--test-controls]';

interface Arguments {
  port: number;
  dataDirectory: string;
  accessTokenSeconds: number;
  exitWithParent: boolean;
  testControls: boolean;
}

function log(message: string): void {
  process.stderr.write(`${new Date().toISOString()} local-platform ${message}\n`);
}

function wholeNumber(text: string, name: string, minimum: number, maximum: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < minimum || value > maximum) throw new TypeError(`--${name} must be a whole number from ${minimum} to ${maximum}`);
  return value;
}

function readArguments(): Arguments {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      data: { type: 'string' },
      'access-token-seconds': { type: 'string', default: '900' },
      'exit-with-parent': { type: 'boolean', default: false },
      'test-controls': { type: 'boolean', default: false },
    },
  });
  if (values.data === undefined || values.data === '') throw new TypeError('--data is required');
  return {
    port: wholeNumber(values.port, 'port', 0, 65_535),
    dataDirectory: resolve(values.data),
    accessTokenSeconds: wholeNumber(values['access-token-seconds'], 'access-token-seconds', 1, 86_400),
    exitWithParent: values['exit-with-parent'],
    testControls: values['test-controls'],
  };
}

function describeFailure(error: unknown, port: number): string {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return `PORT_IN_USE: port ${port} is in use by another program; choose another with --port`;
  return error instanceof Error ? error.message : String(error);
}

async function run(): Promise<void> {
  const { exitWithParent, ...options } = readArguments();
  const platform = await startLocalPlatform({ ...options, log }).catch((error: unknown) => {
    log(describeFailure(error, options.port));
    process.exit(1);
  });
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    platform.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log(describeFailure(error, options.port));
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  if (exitWithParent) process.stdin.on('end', end).on('error', end).resume();
  process.stdout.write(`${JSON.stringify({ url: platform.url, pid: process.pid })}\n`);
}

process.umask(0o077);
try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
  process.exit(2);
}
