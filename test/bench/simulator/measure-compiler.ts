import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ProjectCompiler } from '#engine/compiler/index.ts';
import { writeSampleProject } from './sample-project.ts';

/** All in milliseconds. */
export interface CompilerTimes {
  /** From a new compiler, with the script transformer not yet started the first time in a process. */
  cold: number;
  /** From the report of one changed file to the compiled project. */
  template: number;
  style: number;
  script: number;
}

/** Compiles a sample project of this many pages, then changes one file of each kind. */
export async function measureCompiler(pages: number): Promise<CompilerTimes> {
  const root = await mkdtemp(path.join(tmpdir(), 'compiler-bench-'));
  try {
    await writeSampleProject(root, pages);
    const started = performance.now();
    const compiler = new ProjectCompiler({ root });
    await compiler.compile();
    const cold = performance.now() - started;
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
