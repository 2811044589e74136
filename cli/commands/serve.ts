import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { createEngine, type Host } from '#engine/index.ts';
import { AppError } from '#shared/model/errors.ts';
import type { HostInfo } from '#shared/model/host.ts';
import type { CommandContext } from '../command-context.ts';
import { defaultDataDirectory } from '../data-directory.ts';
import { openInBrowser } from '../open-in-browser.ts';
import { createBuiltAssets } from '../serve/assets.ts';
import { startBrowserShell } from '../serve/browser-shell.ts';
import { spawnLocalPlatform } from '../spawn-local-platform.ts';

interface ServeOptions {
  port: number;
  open: boolean;
  json: boolean;
  data: string;
  dev?: boolean;
}

/** A TCP port from an option; 0 is any free one. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
  return port;
}

async function requireFolder(path: string): Promise<string> {
  const absolute = resolve(path);
  const found = await stat(absolute).catch(() => null);
  if (found === null) throw new AppError('NOT_FOUND', { path: absolute });
  if (!found.isDirectory()) throw new AppError('NOT_A_FOLDER', { path: absolute });
  return absolute;
}

function browserHost(version: string): { host: Host; info: HostInfo } {
  const info: HostInfo = { kind: 'browser', folderPicker: 'built-in', platform: process.platform as HostInfo['platform'], version, openOnStart: null };
  return { host: { info }, info };
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener('abort', () => done(), { once: true });
  });
}

/** Runs the IDE for a browser on this machine until it is interrupted. */
export async function serve(folder: string | undefined, options: ServeOptions, context: CommandContext): Promise<void> {
  const { installation, translate } = context;
  const opened = folder === undefined ? null : await requireFolder(folder);
  const { host, info } = browserHost(installation.version);
  const engine = await createEngine({
    dataDirectory: options.data,
    templatesDirectory: context.templatesDirectory,
    host,
    startLocalPlatform: () =>
      spawnLocalPlatform({ entry: installation.localPlatformEntry, node: process.execPath, dataDirectory: join(options.data, 'local-platform') }),
  });
  if (opened !== null) info.openOnStart = engine.grants.grant(opened).folderId;
  const assets = options.dev ? await (await import('../serve/development-assets.ts')).createDevelopmentAssets() : createBuiltAssets(installation.renderer);
  try {
    const shell = await startBrowserShell({ engine, assets, port: options.port, refusedText: translate('shell.refused') });
    const { url } = shell;
    context.stdout(
      options.json ? `${JSON.stringify({ url, pid: process.pid })}\n` : `${translate('shell.serving', { url })}\n${translate('shell.servingHint')}\n`,
    );
    if (options.open) await openInBrowser(url);
    await untilAborted(context.interrupted);
    await shell.close();
  } finally {
    await engine.dispose();
  }
}

export function registerServe(program: Command, context: CommandContext): void {
  const commands = [
    program.command('serve [folder]').description('Serve the IDE to a browser on this machine.'),
    program.command('open <folder>').description('Open a folder in the IDE.'),
  ];
  for (const command of commands) {
    command
      .option('--port <number>', 'port to listen on; any free one when left out', parsePort, 0)
      .option('--no-open', 'print the address without opening the system browser')
      .option('--json', 'print one line {"url","pid"}', false)
      .option('--data <folder>', 'where settings, backups and logs are kept', defaultDataDirectory())
      .addOption(new Option('--dev', 'serve the workbench from its sources').hideHelp())
      .action((folder: string | undefined, options: ServeOptions) => serve(folder, options, context));
  }
}
