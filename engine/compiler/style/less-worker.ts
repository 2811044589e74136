import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import less from 'less';
import type { FromLessWorker, LessFailure, ToLessWorker } from './less-messages.ts';

/**
 * The thread that LESS runs in: its mixins, loops and ranges are a language in which a file can ask for more time and memory
 * than there is. It compiles one file at a time; all files come from the engine, so that nothing outside of the project is read.
 */
const awaited = new Map<number, (found: { path: string; text: string } | null) => void>();
let lastId = 0;

function send(message: FromLessWorker): void {
  parentPort?.postMessage(message);
}

function load(specifier: string, from: string): Promise<{ path: string; text: string } | null> {
  lastId += 1;
  const id = lastId;
  return new Promise((resolve) => {
    awaited.set(id, resolve);
    send({ kind: 'load', id, specifier, from });
  });
}

function notFound(specifier: string): Error {
  return Object.assign(new Error(`'${specifier}' wasn't found in the project`), { type: 'File' });
}

function refuse(): never {
  throw Object.assign(new Error('@plugin is not allowed: it would run a program'), { type: 'Plugin' });
}

/** Longer lists are no styles. The array of one would outgrow memory at one blow, which ends the whole process and not only this thread. */
const longestRange = 100_000;

type Range = (...numbers: { value: number }[]) => unknown;
interface Functions {
  get(name: string): Range;
  add(name: string, run: Range): void;
}

/** `range(end)`, `range(start, end)` or `range(start, end, step)`. */
function limitRange(functions: Functions): void {
  const range = functions.get('range');
  functions.add('range', (...numbers) => {
    const [first = { value: 0 }, second, step] = numbers;
    const length = second === undefined ? first.value : Math.abs(second.value - first.value) / Math.abs(step?.value ?? 1);
    if (length > longestRange) throw new Error(`range() makes lists of at most ${longestRange} items`);
    return range(...numbers);
  });
}

/** Plug-ins are JavaScript that LESS would run. */
const refuseEveryPlugin = { loadPlugin: async () => refuse(), loadPluginSync: refuse, evalPlugin: refuse };

class ProjectFiles extends less.FileManager {
  readonly #file: string;

  constructor(file: string) {
    super();
    this.#file = file;
  }

  override supports(): boolean {
    return true;
  }

  override supportsSync(): boolean {
    return true;
  }

  /** What `data-uri()` and `image-size()` read with; refused, so that they leave the address alone. */
  override loadFileSync(specifier: string): Less.FileLoadResult {
    return { error: notFound(specifier) } as never;
  }

  override async loadFile(specifier: string, directory: string): Promise<Less.FileLoadResult> {
    const found = await load(specifier, path.posix.join(directory || path.posix.dirname(this.#file), '_'));
    if (!found) throw notFound(specifier);
    return { filename: found.path, contents: found.text };
  }
}

function failureOf(error: unknown): LessFailure {
  const { message, filename, line, column } = Object(error) as Record<string, unknown>;
  return {
    reason: typeof message === 'string' ? message : String(error),
    file: typeof filename === 'string' ? filename : null,
    line: typeof line === 'number' ? line : 1,
    column: typeof column === 'number' ? column : 0,
  };
}

async function compile(file: string, text: string): Promise<void> {
  const plugin: Less.Plugin = {
    install(_, manager) {
      manager.addFileManager(new ProjectFiles(file));
      Object.assign(manager, { Loader: refuseEveryPlugin });
    },
  };
  try {
    const { css } = await less.render(text, { filename: file, javascriptEnabled: false, plugins: [plugin] });
    send({ kind: 'compiled', css });
  } catch (error) {
    send({ kind: 'failed', failure: failureOf(error) });
  }
}

// The typings leave it out.
limitRange((less as LessStatic & { functions: { functionRegistry: Functions } }).functions.functionRegistry);

parentPort?.on('message', (message: ToLessWorker) => {
  if (message.kind === 'compile') return void compile(message.file, message.text);
  awaited.get(message.id)?.(message.found);
  awaited.delete(message.id);
});
