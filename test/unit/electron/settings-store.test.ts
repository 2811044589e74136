import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minifoundry-settings-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs a few lines with electron-store over the double, as main has it; they print one JSON value. */
async function inMain(lines: string): Promise<unknown> {
  const script = `
    import { app, ipcMain } from 'electron';
    import { createStore } from '#electron/settings/settings-store.ts';
    app.setPath('userData', ${JSON.stringify(join(folder, 'desktop'))});
    const store = createStore(${JSON.stringify(folder)}, 'settings');
    const answer = async () => { ${lines} };
    console.log(JSON.stringify(await answer() ?? null));
    process.exit();`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', './test/support/electron/register.ts', '--input-type=module', '-e', script], {
    cwd: root,
  });
  return JSON.parse(stdout);
}

describe('settings store of the desktop', () => {
  it('reads and writes the file that the other shells use, with dots in keys taken as they are', async () => {
    await writeFile(join(folder, 'settings.json'), JSON.stringify({ 'editor.tabSize': 4, unknown: true }));
    const read = await inMain(`await store.write('workbench.theme', 'dark'); await store.write('editor.tabSize', undefined); return store.read();`);
    expect(read).toEqual({ values: { 'workbench.theme': 'dark', unknown: true }, recovered: null });
    expect(JSON.parse(await readFile(join(folder, 'settings.json'), 'utf8'))).toEqual({ 'workbench.theme': 'dark', unknown: true });
  });

  it.each(['{ "workbench.theme": ', '[]', 'null', '\u0000\u0000', ''])(
    'keeps an unreadable file (%j) aside, says where, and starts with defaults',
    async (text) => {
      await writeFile(join(folder, 'settings.json'), text);
      const read = (await inMain(`await store.write('workbench.theme', 'light'); return store.read();`)) as { values: unknown; recovered: { copy: string } };
      expect(read.values).toEqual({ 'workbench.theme': 'light' });
      expect(await readFile(read.recovered.copy, 'utf8')).toBe(text);
      expect((await readdir(folder)).filter((name) => name.startsWith('settings.json.unreadable-'))).toHaveLength(1);
    },
  );

  it('does not answer pages that ask where data is kept', async () => {
    expect(await inMain(`return ipcMain.eventNames();`)).toEqual([]);
  });

  it('hears of a change that somebody else makes', async () => {
    await mkdir(folder, { recursive: true });
    const changed = await inMain(`
      const { writeFile } = await import('node:fs/promises');
      setInterval(() => undefined, 1000); // The store's watcher does not keep a process alive.
      const heard = new Promise((resolve) => store.watch(() => resolve(store.read())));
      await writeFile(${JSON.stringify(join(folder, 'settings.json'))}, '{"workbench.language":"zh-CN"}');
      return heard;`);
    expect(changed).toMatchObject({ values: { 'workbench.language': 'zh-CN' } });
  });
});
