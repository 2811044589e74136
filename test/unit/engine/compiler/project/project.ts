import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type CompiledProject, ProjectCompiler } from '#engine/compiler/index.ts';
import type { Diagnostic } from '#shared/model/diagnostics.ts';

/** A project in a temporary folder. */
export interface TestProject {
  root: string;
  compiler: ProjectCompiler;
  write(texts: Record<string, string | object>): Promise<void>;
  remove(...paths: string[]): Promise<void>;
  /** Writes, says so to the compiler, and compiles. */
  change(texts: Record<string, string | object>): Promise<CompiledProject>;
  dispose(): Promise<void>;
}

export async function createProject(texts: Record<string, string | object>): Promise<TestProject> {
  const root = await mkdtemp(path.join(tmpdir(), 'project-compiler-'));
  const compiler = new ProjectCompiler({ root });
  const write = async (given: Record<string, string | object>): Promise<void> => {
    for (const [name, content] of Object.entries(given)) {
      const file = path.join(root, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
    }
  };
  await write(texts);
  return {
    root,
    compiler,
    write,
    remove: async (...paths) => {
      for (const name of paths) await rm(path.join(root, name), { recursive: true });
      compiler.invalidate(paths);
    },
    change: async (given) => {
      await write(given);
      compiler.invalidate(Object.keys(given));
      return compiler.compile();
    },
    dispose: () => rm(root, { recursive: true, force: true }),
  };
}

/** A page that compiles without a word. */
export function page(route: string, axml = '<view/>', json: object = {}): Record<string, string | object> {
  return { [`${route}.axml`]: axml, [`${route}.js`]: 'Page({})', [`${route}.json`]: json };
}

export function component(route: string, axml = '<view/>', json: object = {}): Record<string, string | object> {
  return { [`${route}.axml`]: axml, [`${route}.js`]: 'Component({})', [`${route}.json`]: { component: true, ...json } };
}

/** `file:line severity code`, one per diagnostic. */
export function brief(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ file, range, severity, code }) => `${file}:${range.start.line + 1} ${severity} ${code}`);
}
