import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openGallery, Simulator } from '#engine/index.ts';
import { createLogger } from '#engine/log/index.ts';
import { defaultEnvironment } from '#engine/simulator/devices.ts';
import { findChromium } from '#engine/simulator/inspect/find-chromium.ts';
import { HeadlessBrowser } from '#engine/simulator/inspect/headless-browser.ts';
import type { RunningPhone } from '#engine/simulator/phones/running-phone.ts';

const root = join(import.meta.dirname, '..', '..', '..');

const files: Record<string, string> = {
  'app.json': '{"pages":["pages/rows/rows"]}',
  'app.js': 'App({});',
  'pages/rows/rows.js': 'Page({ data: { rows: [] } });',
  // Four bindings and one condition per row, as in the peers' figures.
  'pages/rows/rows.axml':
    '<view a:for="{{rows}}" a:key="id" class="row {{item.on ? \'on\' : \'\'}}" data-id="{{item.id}}"><text>{{item.id}}</text><text>{{item.label}}</text><text a:if="{{item.on}}">{{item.note}}</text></view>',
};

/**
 * Milliseconds from the call of `setData` to its callback, which comes after the DOM is changed. A program's clock counts
 * whole milliseconds, so that short updates are measured as the mean of twenty, one after the other.
 */
export interface RowTimes {
  create: number[];
  oneField: number[];
  everyTenth: number[];
  swap: number[];
}

const prelude = `
const page = getCurrentPages()[0];
const row = (id) => ({ id, label: 'Row ' + id, note: 'Note ' + id, on: id % 3 === 0 });
const update = (data) => new Promise((done) => { const start = Date.now(); page.setData(data, () => done(Date.now() - start)); });
const twenty = async (dataOf) => { const start = Date.now(); for (let at = 0; at < 20; at++) await update(dataOf(at)); return (Date.now() - start) / 20; };
const fill = () => ({ rows: Array.from({ length: 1000 }, (_, id) => row(id)) });
`;

async function measure(running: RunningPhone, body: string): Promise<number[]> {
  const source = `${prelude}\nconst times = [];\n${body}\nawait 0;\nmy.setStorageSync({ key: 'times', data: times });`;
  await running.evaluate(source);
  const stored = (await running.phone.session.request({ kind: 'storage' })) as Record<string, string>;
  return JSON.parse(stored.times ?? '[]') as number[];
}

/** Runs a page of 1,000 keyed rows in the system's Chromium. */
export async function measureRows(scratch: string, runs: number): Promise<RowTimes> {
  const project = join(scratch, 'rows');
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(project, path, '..'), { recursive: true });
    await writeFile(join(project, path), text);
  }
  const simulator = new Simulator({
    runtimeDirectory: join(root, 'dist', 'runtime'),
    dataDirectory: scratch,
    gallery: openGallery({ directory: join(root, 'templates'), onInvalid: () => undefined }),
    policy: { allowPrivate: async () => false },
    log: createLogger('bench', () => undefined),
  });
  const { device } = defaultEnvironment();
  const browser = await HeadlessBrowser.start(await findChromium(process.env), device);
  try {
    const running = await simulator.open({ root: project, showStatusBar: false, ephemeral: true });
    await browser.navigate(running.url);
    await running.phone.session.request({ kind: 'idle', quietMs: 100, timeoutMs: 10_000 }, 15_000);
    const each = (work: string) => `for (let turn = -1; turn < ${runs}; turn++) { ${work} }`;
    const keep = (expression: string) => `const ms = await ${expression}; if (turn >= 0) times.push(ms);`;
    return {
      create: await measure(running, each(`await update({ rows: [] }); ${keep('update(fill())')}`)),
      oneField: await measure(
        running,
        `await update(fill()); ${each(keep("twenty((at) => ({ ['rows[' + (turn * 37 + at * 7 + 41) % 1000 + '].label']: 'Changed ' + turn + '-' + at }))"))}`,
      ),
      everyTenth: await measure(
        running,
        `await update(fill()); ${each(keep("twenty((at) => Object.fromEntries(Array.from({ length: 100 }, (_, row) => ['rows[' + row * 10 + '].label', 'Tenth ' + turn + '-' + at])))"))}`,
      ),
      swap: await measure(
        running,
        `await update(fill()); ${each(`const rows = [...page.data.rows]; [rows[1], rows[998]] = [rows[998], rows[1]]; ${keep('update({ rows })')}`)}`,
      ),
    };
  } finally {
    await browser.close();
    await simulator.dispose();
  }
}
