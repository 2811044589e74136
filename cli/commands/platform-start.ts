import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { defaultDataDirectory } from '../data-directory.ts';
import { exitCodes } from '../exit-codes.ts';
import { spawnLocalPlatform } from '../spawn-local-platform.ts';
import { untilAborted } from '../until-aborted.ts';
import { parsePort } from './parse-port.ts';

interface PlatformOptions {
  port: number;
  data: string;
  json: boolean;
}

/** Runs the local platform until it ends or is interrupted; its log goes to stderr. */
export async function platformStart({ port, data, json }: PlatformOptions, context: CommandContext): Promise<void> {
  const platform = await spawnLocalPlatform({
    entry: context.installation.localPlatformEntry,
    node: process.execPath,
    dataDirectory: resolve(data),
    options: ['--port', String(port)],
    onLog: (line) => context.stderr(`${line}\n`),
  });
  const { url, pid } = platform;
  context.stdout(json ? `${JSON.stringify({ url, pid })}\n` : `${context.translate('cli.platformStart.ready', { url })}\n`);
  const interrupted = await Promise.race([untilAborted(context.interrupted).then(() => true), platform.exited.then(() => false)]);
  await platform.dispose();
  if (!interrupted) context.exitWith(exitCodes.findings);
}

export function registerPlatformStart(program: Command, context: CommandContext): void {
  const { translate } = context;
  program
    .command('platform')
    .description(translate('cli.platform.description'))
    .command('start')
    .description(translate('cli.platformStart.description'))
    .option('--port <number>', translate('cli.port'), parsePort, 0)
    .option('--data <folder>', translate('cli.platformStart.data'), join(defaultDataDirectory(), 'local-platform'))
    .option('--json', translate('cli.serve.json'), false)
    .action((options: PlatformOptions) => platformStart(options, context));
}
