import { isAbsolute, relative, resolve, sep } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { type CompiledProject, ProjectCompiler, usualLimits, writeCompiled } from '#engine/index.ts';
import type { Diagnostic } from '#shared/model/diagnostics.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { projectFolder } from '../project-folder.ts';

type Context = Pick<CommandContext, 'stdout' | 'stderr' | 'translate' | 'exitWith'>;

interface BuildCommandOptions {
  out?: string;
  json: boolean;
  /** In megabytes. */
  packageLimit?: number;
  totalLimit?: number;
}

const megabyte = 1024 * 1024;

/** Compiles the mini program in a folder; errors in it make the command end with 1. */
export async function build(folder: string, { out, json, packageLimit, totalLimit }: BuildCommandOptions, context: Context): Promise<void> {
  const started = performance.now();
  const root = await projectFolder(folder);
  const limits = {
    one: packageLimit === undefined ? usualLimits.one : packageLimit * megabyte,
    all: totalLimit === undefined ? usualLimits.all : totalLimit * megabyte,
  };
  const compiled = await new ProjectCompiler({ root, limits, output: out === undefined ? null : insideOf(root, resolve(out)) }).compile();
  if (out !== undefined) await writeCompiled(compiled, resolve(out));
  const report = reportOf(compiled, Math.round(performance.now() - started));
  context.stdout(json ? `${JSON.stringify(report)}\n` : textOf(report, context));
  if (compiled.diagnostics.some(({ severity }) => severity === 'error')) context.exitWith(exitCodes.findings);
}

/** The output folder from the project's root, when it is in there: what an earlier build left is not packaged. */
function insideOf(root: string, folder: string): string | null {
  const path = relative(root, folder).replaceAll(sep, '/');
  return path === '' || path.startsWith('..') || isAbsolute(path) ? null : path;
}

interface BuildReport {
  diagnostics: Diagnostic[];
  packages: { root: string; files: number; bytes: number }[];
  /** Routes. */
  pages: string[];
  /** Paths without extension. */
  components: string[];
  durationMs: number;
}

function reportOf({ diagnostics, packages, units }: CompiledProject, durationMs: number): BuildReport {
  const paths = (kind: 'page' | 'component') => [...units.values()].filter((unit) => unit.kind === kind).map(({ path }) => path.slice(1));
  return { diagnostics, packages, pages: paths('page'), components: paths('component'), durationMs };
}

function textOf({ diagnostics, packages, pages, components, durationMs }: BuildReport, { translate }: Context): string {
  const count = (severity: Diagnostic['severity']) => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const lines = diagnostics.map(({ file, range, severity, code, parameters }) => {
    const place = `${file}:${range.start.line + 1}:${range.start.column + 1}`;
    return `${place} ${severity} ${code} ${translate(`diagnostics.${code}`, parameters ?? {})}`;
  });
  for (const { root, files, bytes } of packages) {
    lines.push(translate('cli.build.package', { name: root || translate('cli.build.mainPackage'), files, kilobytes: (bytes / 1024).toFixed(1) }));
  }
  lines.push(
    translate('cli.build.summary', { pages: pages.length, components: components.length, errors: count('error'), warnings: count('warning'), durationMs }),
  );
  return `${lines.join('\n')}\n`;
}

function parseMegabytes(text: string): number {
  const megabytes = Number(text);
  if (!/^\d*\.?\d+$/.test(text) || megabytes <= 0) throw new InvalidArgumentError('A size is a number of megabytes, such as 2 or 0.5.');
  return megabytes;
}

export function registerBuild(program: Command, context: Context): void {
  program
    .command('build')
    .argument('<dir>')
    .description(context.translate('cli.build.description'))
    .option('--out <dir>', context.translate('cli.build.out'))
    .option('--package-limit <mb>', context.translate('cli.build.packageLimit'), parseMegabytes)
    .option('--total-limit <mb>', context.translate('cli.build.totalLimit'), parseMegabytes)
    .option('--json', context.translate('cli.build.json'), false)
    .action((folder: string, options: BuildCommandOptions) => build(folder, options, context));
}
