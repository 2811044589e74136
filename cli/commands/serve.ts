import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { createEngine, type Engine, type Host } from '#engine/index.ts';
import { AppError } from '#shared/model/errors.ts';
import type { HostInfo } from '#shared/model/host.ts';
import type { CommandContext } from '../command-context.ts';
import { defaultDataDirectory } from '../data-directory.ts';
import { canOpen, openInBrowser } from '../open-in-browser.ts';
import { createBuiltAssets } from '../serve/assets.ts';
import { startBrowserShell } from '../serve/browser-shell.ts';
import { spawnLocalPlatform } from '../spawn-local-platform.ts';
import { untilAborted } from '../until-aborted.ts';
import { parsePort } from './parse-port.ts';

interface ServeOptions {
  port: number;
  open: boolean;
  json: boolean;
  data: string;
  dev?: boolean;
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
  // Without a desktop session there is no file manager to show anything in.
  const reveal = canOpen() ? { reveal: async (path: string) => void (await openInBrowser(dirname(path))) } : {};
  return { host: { info, ...reveal }, info };
}

/** A failure that nobody handled is written down; people's unsaved text is worth more than a clean end. */
function keepGoing({ log }: Engine): void {
  const note = (kind: string) => (error: unknown) =>
    log.error(kind, { error: error instanceof Error ? { message: error.message, stack: error.stack } : String(error) });
  process.on('unhandledRejection', note('A promise was rejected and nobody handled it'));
  process.on('uncaughtException', note('An exception reached the top'));
}

/** Runs the IDE for a browser on this machine until it is interrupted. */
async function serve(folder: string | undefined, options: ServeOptions, context: CommandContext): Promise<void> {
  const { installation, translate } = context;
  const opened = folder === undefined ? null : await requireFolder(folder);
  const { host, info } = browserHost(installation.version);
  const engine = await createEngine({
    dataDirectory: options.data,
    templatesDirectory: context.templatesDirectory,
    runtimeDirectory: installation.runtime,
    host,
    startLocalPlatform: () =>
      spawnLocalPlatform({
        entry: installation.localPlatformEntry,
        node: process.execPath,
        dataDirectory: join(options.data, 'local-platform'),
        onLog: (line) => engine.log.child('local-platform').info(line),
      }),
  });
  keepGoing(engine);
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
  const { translate } = context;
  const commands = [
    program.command('serve [folder]').description(translate('cli.serve.description')),
    program.command('open <folder>').description(translate('cli.open.description')),
  ];
  for (const command of commands) {
    command
      .option('--port <number>', translate('cli.port'), parsePort, 0)
      .option('--no-open', translate('cli.serve.noOpen'))
      .option('--json', translate('cli.serve.json'), false)
      .option('--data <folder>', translate('cli.serve.data'), defaultDataDirectory())
      .addOption(new Option('--dev').hideHelp())
      .action((folder: string | undefined, options: ServeOptions) => serve(folder, options, context));
  }
}
