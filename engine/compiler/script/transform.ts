import { createRequire } from 'node:module';
import type { Loader, Message, TransformFailure, TransformOptions } from 'esbuild';
import type { Span } from '#shared/model/diagnostics.ts';
import { createLineIndex } from '../source/line-index.ts';

export interface TransformMessage {
  text: string;
  span: Span;
}

export type Transformed =
  | { ok: true; code: string /** Source map of `code`, as JSON. */; map: string; warnings: TransformMessage[] }
  | { ok: false; errors: TransformMessage[] };

const loaders: Record<string, Loader> = { '.ts': 'ts', '.tsx': 'tsx', '.jsx': 'jsx' };

const options: TransformOptions = {
  format: 'cjs',
  target: 'esnext',
  supported: { 'dynamic-import': false },
  sourcemap: 'external',
  sourcesContent: false,
  charset: 'utf8',
  logLevel: 'silent',
  define: { 'process.env.NODE_ENV': '"development"' },
};

/**
 * esbuild, whose program the operating system starts: of a packaged app it must be the copy beside the archive. Loaded when
 * first used, because it looks for its program while it is loaded.
 */
async function esbuild(): Promise<typeof import('esbuild')> {
  const unpacked = unpackedProgram();
  if (unpacked !== null) process.env.ESBUILD_BINARY_PATH = unpacked;
  return import('esbuild');
}

function unpackedProgram(): string | null {
  const name = process.platform === 'win32' ? 'esbuild.exe' : 'bin/esbuild';
  const insideArchive = /\bapp\.asar(?=[\\/])/;
  if (!insideArchive.test(import.meta.url)) return null;
  return createRequire(import.meta.url)
    .resolve(`@esbuild/${process.platform}-${process.arch}/${name}`)
    .replace(insideArchive, 'app.asar.unpacked');
}

/** Starts the transformer, which takes some tens of milliseconds, ahead of its first use. */
export async function warmUp(): Promise<void> {
  const { transform } = await esbuild();
  await transform('', options);
}

/** Turns a JavaScript or TypeScript module into a CommonJS one for the logic worker. */
export async function transformScript(path: string, text: string): Promise<Transformed> {
  const { transform } = await esbuild();
  const extension = /\.[a-z]+$/.exec(path)?.[0] ?? '.js';
  try {
    const { code, map, warnings } = await transform(text, { ...options, loader: loaders[extension] ?? 'js', sourcefile: path });
    return { ok: true, code, map, warnings: toMessages(warnings, text) };
  } catch (error) {
    if (!isTransformFailure(error)) throw error;
    return { ok: false, errors: toMessages(error.errors, text) };
  }
}

function isTransformFailure(error: unknown): error is TransformFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}

function toMessages(messages: Message[], text: string): TransformMessage[] {
  if (messages.length === 0) return [];
  const lines = createLineIndex(text);
  return messages.map((message) => {
    const { location } = message;
    if (!location) return { text: message.text, span: { start: 0, end: 0 } };
    const start = lines.offsetAt({ line: location.line - 1, column: unitsBefore(location.lineText, location.column) });
    const end = lines.offsetAt({ line: location.line - 1, column: unitsBefore(location.lineText, location.column + location.length) });
    return { text: message.text, span: { start, end } };
  });
}

/** esbuild counts columns in bytes of UTF-8, everything here in UTF-16 units. */
function unitsBefore(line: string, bytes: number): number {
  return Buffer.from(line).subarray(0, bytes).toString().length;
}
