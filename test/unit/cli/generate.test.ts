import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '#test/support/template-pack.ts';

const entry = fileURLToPath(new URL('../../../cli/main.ts', import.meta.url));

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface Report {
  run: string;
  durationMs: number;
  projects: { merchantId: string; path: string; status: string; reason?: string }[];
}

function start(...parameters: string[]): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [entry, ...parameters], { env: { ...process.env, LANG: 'C' }, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<Ended>((done, failed) => {
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', failed);
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
  return { child, ended };
}

const run = (...parameters: string[]) => start(...parameters).ended;
const reportOf = ({ stdout }: Ended) => JSON.parse(stdout) as Report;
const outcomes = (report: Report) => report.projects.map(({ merchantId, status, reason }) => [merchantId, reason ?? status]);

async function merchantsFile(folder: string, count: number): Promise<string> {
  const path = join(folder, 'merchants.csv');
  await writeFile(path, ['merchantId,name', ...Array.from({ length: count }, (_, index) => `m-${index},"Shop ""${index}"" 咖啡"`)].join('\r\n'));
  return path;
}

async function projectsIn(out: string): Promise<string[]> {
  const names = await readdir(out).catch(() => []);
  return names.filter((name) => !name.startsWith('.'));
}

async function untilProjects(out: string, count: number, child: ChildProcess): Promise<void> {
  while ((await projectsIn(out)).length < count && child.exitCode === null) await setTimeout(5);
}

describe('templates list', () => {
  it('prints one JSON document with the parameters as JSON Schema', async () => {
    const { code, stdout, stderr } = await run('templates', 'list', '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { templates } = JSON.parse(stdout) as { templates: Record<string, unknown>[] };
    expect(templates.map(({ id }) => id)).toEqual(['appointments', 'coffee-ordering', 'loyalty-card']);
    for (const template of templates) {
      expect(Object.keys(template)).toEqual(['id', 'version', 'name', 'parameters']);
      expect(template.parameters).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' });
    }
  });

  it('lists them for a person, and has help', async () => {
    expect((await run('templates', 'list')).stdout).toMatch(/^coffee-ordering +\d+\.\d+\.\d+ +Coffee ordering/m);
    for (const parameters of [
      ['templates', '--help'],
      ['templates', 'list', '--help'],
      ['generate', '--help'],
    ]) {
      const { code, stdout } = await run(...parameters);
      expect(code).toBe(0);
      expect(stdout).toContain('Usage:');
    }
  });
});

describe('generate', () => {
  it('generates from CSV, names bad rows and goes on, and says identical the second time', async () => {
    const folder = await temporaryFolder();
    const merchants = join(folder, 'merchants.csv');
    const out = join(folder, 'out');
    await writeFile(
      merchants,
      '\ufeffmerchantId,name,brandColour,serviceModes,colour\r\nm-1,"Kopi, ""Lama""\n=1+1",#123456,"[""pickup""]",\r\nm-2,Bad,red,,\r\nm-3,咖啡,,,x\r\n',
    );
    const first = await run('generate', 'coffee-ordering', '--merchants', merchants, '--out', out, '--json');
    expect(first.code).toBe(1);
    expect(first.stderr).toContain('Line 4 (m-2)');
    expect(first.stderr).toContain('colour');
    const report = reportOf(first);
    expect(report).toMatchObject({ run: expect.any(String), durationMs: expect.any(Number) });
    expect(report.projects).toEqual([
      { merchantId: 'm-1', path: join(out, 'm-1'), status: 'created' },
      { merchantId: 'm-2', path: join(out, 'm-2'), status: 'failed', reason: 'invalid' },
      { merchantId: 'm-3', path: join(out, 'm-3'), status: 'created' },
    ]);
    expect(await readdir(out)).toHaveLength(2);
    const { ext } = JSON.parse(await readFile(join(out, 'm-1/ext.json'), 'utf8')) as { ext: Record<string, unknown> };
    expect(ext).toMatchObject({ merchantId: 'm-1', appName: 'Kopi, "Lama"\n=1+1', brandColour: '#123456', serviceModes: ['pickup'], currency: 'IDR' });
    const second = await run('generate', 'coffee-ordering', '--merchants', merchants, '--out', out, '--json');
    expect(outcomes(reportOf(second))).toEqual([
      ['m-1', 'identical'],
      ['m-2', 'invalid'],
      ['m-3', 'identical'],
    ]);
  });

  it('generates from JSON, and in a dry run writes nothing', async () => {
    const folder = await temporaryFolder();
    const merchants = join(folder, 'merchants.json');
    const out = join(folder, 'a', 'b');
    await writeFile(merchants, JSON.stringify([{ merchantId: 'm-1', name: 'A', stampsNeeded: 7 }]));
    const dry = await run('generate', 'loyalty-card', '--merchants', merchants, '--out', out, '--dry-run', '--json');
    expect([dry.code, outcomes(reportOf(dry))]).toEqual([0, [['m-1', 'created']]]);
    expect(await readdir(folder)).toEqual(['merchants.json']);
    const real = await run('generate', 'loyalty-card', '--merchants', merchants, '--out', out);
    expect(real.code).toBe(0);
    expect(real.stdout).toContain(join(out, 'm-1'));
    expect(JSON.parse(await readFile(join(out, 'm-1/ext.json'), 'utf8'))).toMatchObject({ ext: { stampsNeeded: 7 } });
  });

  it('never overwrites a project that differs', async () => {
    const folder = await temporaryFolder();
    const out = join(folder, 'out');
    const merchants = await merchantsFile(folder, 1);
    await mkdir(join(out, 'm-0'), { recursive: true });
    await writeFile(join(out, 'm-0', 'mine.txt'), 'mine');
    const ended = await run('generate', 'appointments', '--merchants', merchants, '--out', out, '--json');
    expect([ended.code, outcomes(reportOf(ended))]).toEqual([1, [['m-0', 'exists']]]);
    expect(await readdir(join(out, 'm-0'))).toEqual(['mine.txt']);
  });

  it.each<[string, number, string[]]>([
    ['no merchants file', 2, ['generate', 'coffee-ordering', '--out', 'x']],
    ['no output folder', 2, ['generate', 'coffee-ordering', '--merchants', 'x']],
    ['an unknown option', 2, ['generate', 'coffee-ordering', '--unknown']],
    ['an unknown template', 1, ['generate', 'nothing', '--merchants', 'MERCHANTS', '--out', 'OUT']],
    ['a template id with a path', 1, ['generate', '../templates/coffee-ordering', '--merchants', 'MERCHANTS', '--out', 'OUT']],
    ['a missing merchants file', 1, ['generate', 'coffee-ordering', '--merchants', 'missing.csv', '--out', 'OUT']],
    ['an output folder that is a file', 1, ['generate', 'coffee-ordering', '--merchants', 'MERCHANTS', '--out', 'MERCHANTS']],
  ])('with %s ends with %i and a sentence on stderr', async (_, code, parameters) => {
    const folder = await temporaryFolder();
    const merchants = await merchantsFile(folder, 1);
    const ended = await run(...parameters.map((parameter) => (parameter === 'MERCHANTS' ? merchants : parameter === 'OUT' ? join(folder, 'out') : parameter)));
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).not.toBe('');
    expect(ended.stderr).not.toMatch(/\n {4}at /);
    expect(await readdir(folder)).toEqual(['merchants.csv']);
  });

  it.skipIf(process.getuid?.() !== 0 || process.platform !== 'linux')('on a full disk ends with 3, and completes once there is room', async () => {
    const folder = await temporaryFolder();
    const out = join(folder, 'out');
    await mkdir(out);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', out]);
    onTestFinished(() => void execFileSync('umount', [out]));
    const parameters = ['generate', 'coffee-ordering', '--merchants', await merchantsFile(folder, 40), '--out', out, '--json'];
    const full = await run(...parameters);
    expect(full.code).toBe(3);
    expect(new Set(outcomes(reportOf(full)).map(([, outcome]) => outcome))).toEqual(new Set(['created', 'disk-full']));
    execFileSync('mount', ['-o', 'remount,size=64m', out]);
    expect((await run(...parameters)).code).toBe(0);
    expect(await readdir(out)).toHaveLength(40);
  });

  it('killed in the middle leaves only whole projects, and a rerun completes', async () => {
    const folder = await temporaryFolder();
    const out = join(folder, 'out');
    const parameters = ['generate', 'coffee-ordering', '--merchants', await merchantsFile(folder, 200), '--out', out, '--json'];
    const { child, ended } = start(...parameters);
    await untilProjects(out, 30, child);
    child.kill('SIGKILL');
    await ended;
    const left = await projectsIn(out);
    expect(left.length).toBeGreaterThanOrEqual(30);
    expect(left.length).toBeLessThan(200);
    const again = await run(...parameters);
    expect(again.code).toBe(0);
    const { projects } = reportOf(again);
    expect(projects).toHaveLength(200);
    // Identical compares every byte: what the killed run left at its final place was whole.
    expect(new Set(projects.filter(({ status }) => status === 'identical').map(({ merchantId }) => merchantId))).toEqual(new Set(left));
    expect((await readdir(out)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('interrupted finishes what it began, ends with 130, and a rerun completes', async () => {
    const folder = await temporaryFolder();
    const out = join(folder, 'out');
    const parameters = ['generate', 'coffee-ordering', '--merchants', await merchantsFile(folder, 200), '--out', out, '--json'];
    const { child, ended } = start(...parameters);
    await untilProjects(out, 10, child);
    child.kill('SIGINT');
    const stopped = await ended;
    expect(stopped.code).toBe(130);
    const report = reportOf(stopped);
    const created = report.projects.filter(({ status }) => status === 'created').map(({ merchantId }) => merchantId);
    expect(report.projects).toHaveLength(200);
    expect(new Set(report.projects.filter(({ status }) => status === 'failed').map(({ reason }) => reason))).toEqual(new Set(['interrupted']));
    expect((await readdir(out)).sort()).toEqual(created.sort());
    const again = reportOf(await run(...parameters));
    expect(again.projects.every(({ status }) => status !== 'failed')).toBe(true);
    expect(again.projects.every(({ path }) => path === resolve(path))).toBe(true);
  });
});
