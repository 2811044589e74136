import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '#test/support/template-pack.ts';

const entry = fileURLToPath(new URL('../../../cli/main.ts', import.meta.url));
const templates = fileURLToPath(new URL('../../../templates', import.meta.url));

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

function run(language: string, ...parameters: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [entry, ...parameters], { env: { ...process.env, LC_ALL: language }, stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((done, failed) => {
    const ended: Ended = { code: null, stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (ended.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (ended.stderr += text));
    child.on('error', failed);
    child.on('close', (code) => done({ ...ended, code }));
  });
}

async function project(texts: Record<string, string>): Promise<string> {
  const root = await temporaryFolder();
  for (const [name, text] of Object.entries(texts)) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), text);
  }
  return root;
}

const sound = {
  'app.json': '{"pages":["pages/a/a"]}',
  'app.js': 'App({})',
  'pages/a/a.axml': '<view>{{a}}</view>',
  'pages/a/a.js': 'Page({})',
  'pages/a/a.acss': 'view{x:y}',
};

describe('build', () => {
  it('prints one JSON document', async () => {
    const { code, stdout, stderr } = await run('C', 'build', await project(sound), '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { durationMs, ...report } = JSON.parse(stdout) as Record<string, unknown>;
    expect(durationMs).toEqual(expect.any(Number));
    const bytes = Object.values(sound).join('').length;
    expect(report).toEqual({ diagnostics: [], packages: [{ root: '', files: 5, bytes }], pages: ['pages/a/a'], components: [] });
  });

  it('does not count what it wrote into the project before', async () => {
    const root = await project(sound);
    const build = async () =>
      JSON.parse((await run('C', 'build', root, '--json', '--out', path.join(root, 'dist/{phone,tablet}'))).stdout) as { packages: unknown };
    expect((await build()).packages).toEqual((await build()).packages);
  });

  it('warns beyond the limits that it is given', async () => {
    const root = await project({ ...sound, 'a.txt': 'x'.repeat(20_000) });
    const codes = async (...options: string[]) => {
      const { code, stdout } = await run('C', 'build', root, '--json', ...options);
      return [code, ...(JSON.parse(stdout) as { diagnostics: { code: string }[] }).diagnostics.map((diagnostic) => diagnostic.code)];
    };
    expect(await codes()).toEqual([0]);
    expect(await codes('--package-limit', '0.01')).toEqual([0, 'package-main-too-large']);
    expect(await codes('--total-limit', '.01')).toEqual([0, 'packages-too-large']);
    expect((await run('C', 'build', root, '--total-limit', 'much')).code).toBe(2);
  });

  it('ends with 1 and names place, severity, code and sentence', async () => {
    const root = await project({ ...sound, 'pages/a/a.axml': '<view>\n  <text>{{a b}}</text>\n  <odd/>\n</view>' });
    const english = await run('C', 'build', root);
    expect(english.code).toBe(1);
    expect(english.stdout).toContain('pages/a/a.axml:2:13 error axml-invalid-expression This is not a JavaScript expression: Unexpected token.\n');
    expect(english.stdout).toContain('pages/a/a.axml:3:4 warning axml-unknown-element <odd> is neither built in nor a component in "usingComponents".\n');
    expect(english.stdout).toMatch(/Pages: 1, components: 0, errors: 1, warnings: 1 \(\d+ ms\)\n$/);
    expect((await run('zh_CN.UTF-8', 'build', root)).stdout).toContain('这不是 JavaScript 表达式：Unexpected token。');
    expect(JSON.parse((await run('C', 'build', root, '--json')).stdout).diagnostics).toMatchObject([
      { file: 'pages/a/a.axml', range: { start: { line: 1, column: 12 } } },
      { severity: 'warning' },
    ]);
  });

  it('is content with warnings', async () => {
    expect((await run('C', 'build', await project({ ...sound, 'pages/a/a.axml': '<odd/>' }))).code).toBe(0);
  });

  it('says that a folder is missing, or has no mini program', async () => {
    const root = await project({ 'file.txt': '' });
    expect((await run('C', 'build', path.join(root, 'none'))).stderr).toContain('does not exist');
    expect((await run('C', 'build', path.join(root, 'none'))).code).toBe(1);
    expect((await run('C', 'build', path.join(root, 'file.txt'))).code).toBe(1);
    expect(await run('C', 'build', root)).toMatchObject({ code: 1, stdout: expect.stringContaining('app.json:1:1 error project-no-app') });
    expect((await run('C', 'build')).code).toBe(2);
  });

  it('writes the compiled program', async () => {
    const root = await project(sound);
    const out = path.join(await temporaryFolder(), 'deep');
    expect((await run('C', 'build', root, '--out', out)).code).toBe(0);
    const read = (name: string): Promise<string> => readFile(path.join(out, name), 'utf8');
    expect(JSON.parse(await read('manifest.json'))).toMatchObject({ pages: ['pages/a/a'], entryPagePath: 'pages/a/a' });
    expect(await read('views/pages/a/a.axml.js')).toMatch(/^defineView\("\/pages\/a\/a\.axml", "/);
    expect(await read('styles/pages/a/a.acss.css')).toContain('a-view{x:y}');
    expect(await read('logic/pages/a/a.js.js')).toMatch(/^defineModule\("\/pages\/a\/a\.js", /);
    expect(JSON.parse(await read('logic/pages/a/a.js.js.map'))).toMatchObject({ version: 3, sources: ['/pages/a/a.js'] });
  });

  it.each(['appointments', 'coffee-ordering', 'loyalty-card'])('finds nothing wrong with the template %s', async (name) => {
    const { code, stdout } = await run('C', 'build', path.join(templates, name, 'files'), '--json');
    expect(JSON.parse(stdout).diagnostics).toEqual([]);
    expect(code).toBe(0);
  });
});
