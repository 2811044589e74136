import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { generateProjects, type LoadedTemplate, openGallery } from '#engine/templates/index.ts';
import { instance } from '#shared/model/instance.ts';
import type { MerchantRow } from '#shared/model/templates.ts';
import { type PackOptions, temporaryFolder, writePack } from '#test/support/template-pack.ts';

const isRoot = process.getuid?.() === 0;

async function setUp(options: PackOptions = {}): Promise<{ template: LoadedTemplate; out: string }> {
  const folder = await temporaryFolder();
  await writePack(join(folder, 'gallery'), options);
  const gallery = openGallery({ directory: join(folder, 'gallery'), onInvalid: () => undefined });
  return { template: await gallery.get(options.id ?? 'sample'), out: join(folder, 'out') };
}

const rows = (...ids: string[]): MerchantRow[] => ids.map((merchantId) => ({ merchantId, name: `Name of ${merchantId}`, answers: {} }));
const outcomes = ({ projects }: { projects: { merchantId: string; status: string; reason?: string }[] }) =>
  projects.map(({ merchantId, status, reason }) => [merchantId, reason ?? status]);

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

describe('generating projects', () => {
  it('makes one whole project per merchant, bound to it', async () => {
    const { template, out } = await setUp();
    const result = await generateProjects({ template, rows: rows('a', 'B_2'), outDirectory: out, dryRun: false });
    expect(outcomes(result)).toEqual([
      ['a', 'created'],
      ['B_2', 'created'],
    ]);
    expect(result.projects[1]?.path).toBe(join(out, 'B_2'));
    expect((await readdir(out)).sort()).toEqual(['B_2', 'a']);
    expect(await readFile(join(out, 'a/notes.txt'), 'utf8')).toBe('Name of a: Hello\n');
    const bound = instance.parse(JSON.parse(await readFile(join(out, 'a/.minifoundry/instance.json'), 'utf8')));
    expect(bound).toMatchObject({
      merchant: { merchantId: 'a', name: 'Name of a' },
      template: { id: 'sample', version: '1.0.0' },
      answers: { title: 'Hello', size: 3 },
    });
    expect(Object.keys(bound.files ?? {})).toEqual(template.files.map(({ path }) => path));
  });

  it('writes the same bytes every time and calls them identical the second time', async () => {
    const { template, out } = await setUp();
    const again = `${out}-again`;
    for (const outDirectory of [out, again]) await generateProjects({ template, rows: rows('a'), outDirectory, dryRun: false });
    for (const path of await filesOf(out)) expect(await readFile(path)).toEqual(await readFile(path.replace(out, again)));
    expect(outcomes(await generateProjects({ template, rows: rows('a'), outDirectory: out, dryRun: false }))).toEqual([['a', 'identical']]);
  });

  it.each<[string, (project: string) => Promise<unknown>]>([
    ['a changed file', (project) => writeFile(join(project, 'app.js'), 'mine')],
    ['one more file', (project) => writeFile(join(project, 'mine.js'), '')],
    ['one file less', (project) => rm(join(project, 'app.js'))],
    ['a link in place of a file', async (project) => [await rm(join(project, 'app.js')), await symlink('app.json', join(project, 'app.js'))]],
    ['other answers', (project) => writeFile(join(project, '.minifoundry/instance.json'), '{}')],
  ])('never overwrites a project with %s', async (_, change) => {
    const { template, out } = await setUp();
    await generateProjects({ template, rows: rows('a', 'b'), outDirectory: out, dryRun: false });
    await change(join(out, 'a'));
    const before = await Promise.all((await filesOf(join(out, 'a'))).map((path) => readFile(path)));
    const result = await generateProjects({ template, rows: rows('a', 'b', 'c'), outDirectory: out, dryRun: false });
    expect(outcomes(result)).toEqual([
      ['a', 'exists'],
      ['b', 'identical'],
      ['c', 'created'],
    ]);
    expect(await Promise.all((await filesOf(join(out, 'a'))).map((path) => readFile(path)))).toEqual(before);
  });

  it('leaves a file or a link at a project’s place alone, and what the link points at', async () => {
    const { template, out } = await setUp();
    const elsewhere = await temporaryFolder();
    await mkdir(out);
    await symlink(elsewhere, join(out, 'a'));
    await symlink(join(elsewhere, 'missing'), join(out, 'b'));
    await writeFile(join(out, 'c'), 'mine');
    expect(outcomes(await generateProjects({ template, rows: rows('a', 'b', 'c'), outDirectory: out, dryRun: false }))).toEqual([
      ['a', 'exists'],
      ['b', 'exists'],
      ['c', 'exists'],
    ]);
    expect(await readdir(elsewhere)).toEqual([]);
    expect(await readFile(join(out, 'c'), 'utf8')).toBe('mine');
  });

  it('never writes outside the output folder, whatever the merchant id', async () => {
    const { template, out } = await setUp();
    const beside = await readdir(join(out, '..'));
    const ids = fc.oneof(
      fc.constantFrom('../x', '..', '.', '/tmp/x', 'a/b', 'a\\b', '', 'a\0b', 'C:x', '.minifoundry-staging-1', 'x'.repeat(65), 'é'),
      fc.string({ unit: 'binary' }),
    );
    await fc.assert(
      fc.asyncProperty(
        ids.filter((id) => !/^[A-Za-z0-9_-]{1,64}$/.test(id)),
        async (merchantId) => {
          const result = await generateProjects({ template, rows: [{ merchantId, name: 'X', answers: {} }], outDirectory: out, dryRun: false });
          expect(outcomes(result)).toEqual([[merchantId, 'invalid']]);
          expect(result.projects[0]?.path).toBe(out);
          expect(await readdir(out)).toEqual([]);
          expect(await readdir(join(out, '..'))).toEqual([...beside, 'out'].sort());
        },
      ),
      { numRuns: 40 },
    );
  });

  it('takes unusual but valid ids, and keeps results in the order of the rows', async () => {
    const { template, out } = await setUp();
    const ids = ['__proto__', 'constructor', '-rf', '_', '0', 'x'.repeat(64), 'con'];
    const result = await generateProjects({ template, rows: rows(...ids, '_'), outDirectory: out, dryRun: false });
    expect(outcomes(result)).toEqual([...ids.map((id) => [id, 'created']), ['_', 'invalid']]);
    expect((await readdir(out)).sort()).toEqual([...ids].sort());
  });

  it('reports bad rows and generates the others', async () => {
    const { template, out } = await setUp();
    const [good, bad, nameless] = rows('good', 'bad', 'nameless');
    if (!good || !bad || !nameless) throw new Error('unreachable');
    const result = await generateProjects({
      template,
      rows: [
        { ...bad, answers: { colour: 'red' } },
        { ...nameless, name: '' },
        { ...good, answers: { size: 2 } },
      ],
      outDirectory: out,
      dryRun: false,
    });
    expect(outcomes(result)).toEqual([
      ['bad', 'invalid'],
      ['nameless', 'invalid'],
      ['good', 'created'],
    ]);
  });

  it('reports a value that a file cannot hold, for that merchant only', async () => {
    const { template, out } = await setUp();
    const result = await generateProjects({
      template,
      rows: [{ merchantId: 'a', name: 'half \ud800', answers: {} }, ...rows('b')],
      outDirectory: out,
      dryRun: false,
    });
    expect(outcomes(result)).toEqual([
      ['a', 'template'],
      ['b', 'created'],
    ]);
    expect(await readdir(out)).toEqual(['b']);
  });

  it('says in a dry run what would happen and writes nothing', async () => {
    const { template, out } = await setUp();
    expect(outcomes(await generateProjects({ template, rows: rows('a'), outDirectory: out, dryRun: true }))).toEqual([['a', 'created']]);
    await expect(readdir(out)).rejects.toThrow('ENOENT');
    await generateProjects({ template, rows: rows('a', 'b'), outDirectory: out, dryRun: false });
    await writeFile(join(out, 'b/app.js'), 'mine');
    expect(outcomes(await generateProjects({ template, rows: rows('a', 'b', 'c'), outDirectory: out, dryRun: true }))).toEqual([
      ['a', 'identical'],
      ['b', 'exists'],
      ['c', 'created'],
    ]);
    expect((await readdir(out)).sort()).toEqual(['a', 'b']);
  });

  it('stops before the next project when aborted, and the next run completes', async () => {
    const { template, out } = await setUp();
    const all = rows(...Array.from({ length: 40 }, (_, index) => `m${index}`));
    const stop = new AbortController();
    const first = await generateProjects({
      template,
      rows: all,
      outDirectory: out,
      dryRun: false,
      signal: stop.signal,
      onProgress: (done) => done === 5 && stop.abort(),
    });
    const created = first.projects.filter(({ status }) => status === 'created');
    expect(created.length).toBeGreaterThanOrEqual(5);
    expect(created.length).toBeLessThan(40);
    expect(new Set(outcomes(first).map(([, outcome]) => outcome))).toEqual(new Set(['created', 'interrupted']));
    expect((await readdir(out)).sort()).toEqual(created.map(({ merchantId }) => merchantId).sort());
    const second = await generateProjects({ template, rows: all, outDirectory: out, dryRun: false });
    expect(second.projects.filter(({ status }) => status === 'identical')).toHaveLength(created.length);
    expect(second.projects.filter(({ status }) => status === 'created')).toHaveLength(40 - created.length);
  });

  it('lets two runs into one folder agree', async () => {
    const { template, out } = await setUp();
    const all = rows(...Array.from({ length: 20 }, (_, index) => `m${index}`));
    const results = await Promise.all([1, 2].map(() => generateProjects({ template, rows: all, outDirectory: out, dryRun: false })));
    all.forEach((_, index) => {
      expect(results.map(({ projects }) => projects[index]?.status).sort()).toEqual(['created', 'identical']);
    });
    expect(await readdir(out)).toHaveLength(20);
  });

  it('removes what a dead run left, and nothing of a living one', async () => {
    const { template, out } = await setUp();
    const { pid } = await runToEnd();
    const host = (await import('node:os'))
      .hostname()
      .replace(/[^A-Za-z0-9-]/g, '_')
      .slice(0, 64);
    const dead = `.minifoundry-staging-${pid}-0123456789abcdef-${host}`;
    const alive = `.minifoundry-staging-${process.ppid}-0123456789abcdef-${host}`;
    const elsewhere = `.minifoundry-staging-${pid}-0123456789abcdef-another-machine`;
    for (const name of [dead, alive, elsewhere]) await mkdir(join(out, name, 'half'), { recursive: true });
    await generateProjects({ template, rows: rows('a'), outDirectory: out, dryRun: false });
    expect((await readdir(out)).sort()).toEqual([alive, elsewhere, 'a'].sort());
  });

  it.each<[string, (out: string) => Promise<unknown>]>([
    ['a file', (out) => writeFile(out, '')],
    ['below a file', async (out) => [await writeFile(join(out, '..', 'file'), ''), await symlink('file/out', out)]],
  ])('says that an output folder that is %s cannot be used', async (_, make) => {
    const { template, out } = await setUp();
    await make(out);
    for (const dryRun of [true, false]) {
      await expect(generateProjects({ template, rows: rows('a'), outDirectory: out, dryRun })).rejects.toEqual(
        expect.objectContaining({ code: 'OUTPUT_FOLDER_UNUSABLE' }),
      );
    }
  });

  it.skipIf(isRoot)('says that a read-only output folder cannot be used (skipped as root: root writes everywhere)', async () => {
    const { template, out } = await setUp();
    await mkdir(out);
    await chmod(out, 0o500);
    await expect(generateProjects({ template, rows: rows('a'), outDirectory: out, dryRun: false })).rejects.toEqual(
      expect.objectContaining({ code: 'OUTPUT_FOLDER_UNUSABLE' }),
    );
  });

  it.skipIf(!isRoot || process.platform !== 'linux')('fails only what a full disk cannot take, leaves nothing partial, and completes later', async () => {
    const { template, out } = await setUp({ files: { 'assets/big.bin': Buffer.alloc(100_000, 7) } });
    await mkdir(out);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', out]);
    onTestFinished(() => void execFileSync('umount', [out]));
    const all = rows(...Array.from({ length: 8 }, (_, index) => `m${index}`));
    const first = await generateProjects({ template, rows: all, outDirectory: out, dryRun: false });
    const created = first.projects.filter(({ status }) => status === 'created').map(({ merchantId }) => merchantId);
    expect(created.length).toBeGreaterThan(0);
    expect(new Set(outcomes(first).map(([, outcome]) => outcome))).toEqual(new Set(['created', 'disk-full']));
    expect((await readdir(out)).sort()).toEqual(created.sort());
    execFileSync('mount', ['-o', 'remount,size=4m', out]);
    const second = await generateProjects({ template, rows: all, outDirectory: out, dryRun: false });
    expect(second.projects.every(({ status }) => status !== 'failed')).toBe(true);
  });
});

async function runToEnd(): Promise<{ pid: number }> {
  return JSON.parse(execFileSync(process.execPath, ['-e', 'console.log(JSON.stringify({ pid: process.pid }))'], { encoding: 'utf8' })) as { pid: number };
}
