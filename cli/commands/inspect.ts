import { readFile, writeFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { type ParseError, parse } from 'jsonc-parser';
import { createLogger, type InspectAction, inspect, openGallery, Simulator } from '#engine/index.ts';
import { AppError } from '#shared/model/errors.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { projectFolder } from '../project-folder.ts';

interface InspectCommandOptions {
  page?: string;
  query: string;
  ext?: string;
  merchants?: string;
  merchant?: string;
  screenshot?: string;
  allowPrivateNetwork: boolean;
  json: boolean;
}

type ExtDocument = Record<string, unknown>;

async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw missing ? new AppError('NOT_FOUND', { path }) : new AppError('ACCESS_DENIED', { path });
  });
}

/** The request's `ext` becomes the instance's `ext.json`; a file of bare values is taken as its `ext`. */
async function readExt(path: string): Promise<ExtDocument> {
  const errors: ParseError[] = [];
  const value: unknown = parse(await readText(path), errors, { allowTrailingComma: true });
  if (errors.length > 0 || typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new AppError('EXT_INVALID', { path, detail: 'it is not a JSON object' });
  }
  return 'extEnable' in value || 'ext' in value ? (value as ExtDocument) : { extEnable: true, ext: value };
}

async function merchantFor(simulator: Simulator, root: string, options: InspectCommandOptions): Promise<{ key: string; document: ExtDocument } | null> {
  if (options.ext !== undefined) return { key: 'ext', document: await readExt(resolve(options.ext)) };
  const { merchants, merchant } = options;
  if (merchants === undefined && merchant === undefined) return null;
  const file =
    merchants === undefined
      ? undefined
      : ({ format: extname(merchants).toLowerCase() === '.json' ? 'json' : 'csv', text: (await readText(resolve(merchants))).replace(/^\uFEFF/, '') } as const);
  const found = (await simulator.merchants(root, file)).filter(({ origin }) => file === undefined || origin === 'file');
  const wanted = found.find(({ merchantId }) => merchant === undefined || merchantId === merchant);
  if (!wanted) throw new AppError('MERCHANT_NOT_IN_FILE', { merchantId: merchant ?? '' });
  return wanted;
}

async function runInspect(folder: string, actions: readonly InspectAction[], options: InspectCommandOptions, context: CommandContext): Promise<void> {
  const { installation, templatesDirectory, interrupted, stdout, exitWith } = context;
  const root = await projectFolder(folder);
  const simulator = new Simulator({
    runtimeDirectory: installation.runtime,
    dataDirectory: root,
    gallery: openGallery({ directory: templatesDirectory, onInvalid: () => undefined }),
    policy: { allowPrivate: async () => options.allowPrivateNetwork },
    log: createLogger('inspect', (level, _source, message) => void (level === 'error' && context.stderr(`${message}\n`))),
  });
  try {
    const merchant = await merchantFor(simulator, root, options);
    const launch =
      options.page === undefined && options.query === '' ? undefined : { path: (options.page ?? '').replace(/^\//, ''), query: options.query, scene: '1000' };
    const { answer, screenshot } = await inspect({
      simulator,
      start: { root, ...(launch ? { launch } : {}), ...(merchant ? { merchant } : {}) },
      actions,
      screenshot: options.screenshot !== undefined,
      environment: process.env,
      signal: interrupted,
    });
    if (options.screenshot !== undefined && screenshot) await writeFile(resolve(options.screenshot), screenshot);
    stdout(options.json ? `${JSON.stringify(answer)}\n` : `${answer.text}\n${answer.console.map(({ level, text }) => `[${level}] ${text}\n`).join('')}`);
    exitWith(answer.stopped || answer.page === '' ? exitCodes.findings : exitCodes.ok);
  } finally {
    await simulator.dispose();
  }
}

function parseInput(text: string): InspectAction {
  // The selector may hold `=` inside brackets, the value may hold anything.
  const match = /^((?:\[[^\]]*\]|[^=[])+)=([\s\S]*)$/.exec(text);
  if (!match) throw new InvalidArgumentError('SELECTOR=VALUE');
  return { kind: 'input', selector: match[1] ?? '', value: match[2] ?? '' };
}

function parseWait(text: string): InspectAction {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('0–999999');
  return { kind: 'wait', ms: Number(text) };
}

export function registerInspect(program: Command, context: CommandContext): void {
  const { translate } = context;
  // Each parser appends to the one list, so that actions keep the order of the command line.
  const actions: InspectAction[] = [];
  const add = (read: (text: string) => InspectAction) => (text: string) => void actions.push(read(text));
  program
    .command('inspect <folder>')
    .description(translate('cli.inspect.description'))
    .option('--page <route>', translate('cli.inspect.page'))
    .option('--query <text>', translate('cli.inspect.query'), '')
    .option('--ext <file>', translate('cli.inspect.ext'))
    .option('--merchants <file>', translate('cli.inspect.merchants'))
    .option('--merchant <id>', translate('cli.inspect.merchant'))
    .option(
      '--tap <selector>',
      translate('cli.inspect.tap'),
      add((selector) => ({ kind: 'tap', selector })),
    )
    .option('--input <selector=value>', translate('cli.inspect.input'), add(parseInput))
    .option('--wait <ms>', translate('cli.inspect.wait'), add(parseWait))
    .option('--screenshot <file>', translate('cli.inspect.screenshot'))
    .option('--allow-private-network', translate('cli.inspect.allowPrivateNetwork'), false)
    .option('--json', translate('cli.inspect.json'), false)
    .action((folder: string, options: InspectCommandOptions) => runInspect(folder, actions, options, context));
}
