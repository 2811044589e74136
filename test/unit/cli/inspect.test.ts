import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const entry = fileURLToPath(new URL('../../../cli/main.ts', import.meta.url));

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

let folder: string;

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'minifoundry-inspect-')));
  await write('app/app.json', '{"pages":["pages/form/form","pages/next/next"]}');
  await write('app/app.js', 'App({ onLaunch({ query }) { console.log("launched", query); } });');
  await write(
    'app/pages/form/form.js',
    `Page({
      data: { shop: '', name: '', count: 0 },
      onLoad(query) { this.setData({ shop: my.getExtConfigSync().shop, from: query.from }); },
      type(event) { this.setData({ name: event.detail.value }); },
      add() { this.setData({ count: this.data.count + 1 }); console.warn('count', this.data.count, { of: this.data.name }); },
      later() { setTimeout(() => this.setData({ count: 100 }), 400); },
      next() { my.navigateTo({ url: '/pages/next/next?count=' + this.data.count }); },
    });`,
  );
  await write(
    'app/pages/form/form.axml',
    `<view>Shop: {{shop}}</view><input id="name" value="{{name}}" onInput="type"/>
     <button class="add" onTap="add">Add</button><button class="later" onTap="later">Later</button><text>{{name}}: {{count}}</text>
     <view hidden>never seen</view><button id="next" onTap="next">Next</button>`,
  );
  await write('app/pages/next/next.js', 'Page({ onLoad({ count }) { this.setData({ count }); } });');
  await write('app/pages/next/next.axml', '<view>Came with {{count}}</view>');
  await write('app/ext.json', '{"extEnable":true,"ext":{"shop":"Sample","open":true}}');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

function inspect(...parameters: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [entry, 'inspect', join(folder, 'app'), ...parameters], {
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((done, failed) => {
    const ended: Ended = { code: null, stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (ended.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (ended.stderr += text));
    child.on('error', failed);
    child.on('close', (code) => done({ ...ended, code }));
  });
}

async function answer(...parameters: string[]): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await inspect(...parameters, '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Record<string, unknown>;
}

describe('inspect', { timeout: 180_000 }, () => {
  it('carries out what is asked in the order given and tells what there is then', async () => {
    const picture = join(folder, 'screen.png');
    const found = await answer('--query', 'from=test', '--input', '#name=a=b', '--tap', '.add', '--tap', '.add', '--screenshot', picture);
    expect(found).toMatchObject({
      page: 'pages/form/form',
      query: { from: 'test' },
      pageStack: ['pages/form/form'],
      data: { shop: 'Sample', name: 'a=b', count: 2, from: 'test' },
      console: [
        { level: 'log', text: 'launched {"from":"test"}' },
        { level: 'warn', text: 'count 1 {"of":"a=b"}', source: expect.stringMatching(/^pages\/form\/form\.js:5:\d+$/) },
        { level: 'warn', text: 'count 2 {"of":"a=b"}' },
      ],
      diagnostics: [],
    });
    expect(found.text).toBe('Shop: Sample\na=b\nAdd\nLater\na=b: 2\nNext');
    expect((await readFile(picture)).subarray(1, 4).toString()).toBe('PNG');
  });

  it('follows navigation, lists calls, and waits as long as it is told', async () => {
    const found = await answer('--tap', '.later', '--wait', '500', '--tap', '#next');
    expect(found).toMatchObject({ page: 'pages/next/next', query: { count: '100' }, pageStack: ['pages/form/form', 'pages/next/next'], text: 'Came with 100' });
    expect(found.calls).toContainEqual(expect.objectContaining({ api: 'navigateTo', args: { url: '/pages/next/next?count=100' }, ms: expect.any(Number) }));
  });

  it('runs as the merchant whose ext is given, in either shape', async () => {
    await write('ext.json', '{"extEnable":true,"ext":{"shop":"Kedai"}}');
    await write('bare.json', '{"shop":"Bare"}');
    await write('off.json', '{"extEnable":false,"ext":{"shop":"Never"}}');
    expect((await answer('--ext', join(folder, 'ext.json'))).data).toMatchObject({ shop: 'Kedai' });
    expect((await answer('--ext', join(folder, 'bare.json'))).data).toMatchObject({ shop: 'Bare' });
    expect((await answer('--ext', join(folder, 'off.json'))).data).not.toMatchObject({ shop: 'Never' });
  });

  it('runs as a merchant of a file', async () => {
    await write('merchants.csv', 'merchantId,name,shop,open\nm-1,One,"Kopi ""Satu""",false\nm-2,Two,咖啡,true\n');
    const file = join(folder, 'merchants.csv');
    expect((await answer('--merchants', file, '--merchant', 'm-1')).data).toMatchObject({ shop: 'Kopi "Satu"' });
    expect((await answer('--merchants', file, '--merchant', 'm-2')).data).toMatchObject({ shop: '咖啡' });
    const { code, stderr } = await inspect('--merchants', file, '--merchant', 'm-3', '--json');
    expect(code).toBe(1);
    expect(stderr).toContain('m-3');
  });

  it('says what is wrong with what it was given', async () => {
    for (const [parameters, words] of [
      [['--tap', '.missing'], '.missing'],
      [['--tap', '((('], '((('],
      [['--input', '.add=text'], '.add'],
      [['--ext', join(folder, 'nothing.json')], 'nothing.json'],
    ] as const) {
      const { code, stdout, stderr } = await inspect(...parameters, '--json');
      expect({ code, stdout }, parameters.join(' ')).toEqual({ code: 1, stdout: '' });
      expect(stderr).toContain(words);
    }
    expect((await inspect('--input', 'nothing')).code).toBe(2);
    expect((await inspect('--wait', 'long')).code).toBe(2);
  });

  it('answers for a page that is not there', async () => {
    const { code, stdout } = await inspect('--page', 'pages/none/none', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      page: '',
      pageStack: [],
      console: expect.arrayContaining([expect.objectContaining({ level: 'error', text: expect.stringContaining('pages/none/none') })]),
    });
  });
});
