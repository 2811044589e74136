import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { ProjectCompiler } from '#engine/compiler/index.ts';
import { writeSampleProject } from './sample-project.ts';

/** All in milliseconds. */
export interface CompilerTimes {
  /** In a process of its own, as `build` counts: from a new compiler, nothing run before, the script transformer not started. */
  cold: number;
  /** From the report of one changed file to the compiled project. */
  template: number;
  style: number;
  script: number;
}

const commandLine = path.join(import.meta.dirname, '..', '..', '..', 'dist', 'cli', 'main.js');

async function compileInNewProcess(root: string): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [commandLine, 'build', root, '--json'], { maxBuffer: 2 ** 26 });
  return (JSON.parse(stdout) as { durationMs: number }).durationMs;
}

/** Compiles a sample project of this many pages, then changes one file of each kind. */
export async function measureCompiler(pages: number): Promise<CompilerTimes> {
  const root = await mkdtemp(path.join(tmpdir(), 'compiler-bench-'));
  try {
    await writeSampleProject(root, pages);
    const cold = await compileInNewProcess(root);
    const compiler = new ProjectCompiler({ root });
    await compiler.compile();
    const page = 'pages/page-1/page-1';
    const template = await change(compiler, root, `${page}.axml`, '<view>changed</view>\n');
    const style = await change(compiler, root, `${page}.acss`, '.changed { margin: 1rpx; }\n');
    const script = await change(compiler, root, `${page}.js`, 'console.log("changed");\n');
    return { cold, template, style, script };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** The middle of several changes to one file. */
async function change(compiler: ProjectCompiler, root: string, file: string, addition: string): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 9; turn++) {
    await writeFile(path.join(root, file), (await readFile(path.join(root, file), 'utf8')) + addition);
    const started = performance.now();
    compiler.invalidate([file]);
    await compiler.compile();
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[4] ?? 0;
}
