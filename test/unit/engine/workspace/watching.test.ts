import { mkdir, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EventStream } from '#engine/events/index.ts';
import { createLogger } from '#engine/log/index.ts';
import type { WorkspaceEvent } from '#shared/model/workspace.ts';
import { watchNatively } from '../../../../engine/workspace/native-source.ts';
import { watchByPolling } from '../../../../engine/workspace/polling-source.ts';
import { type WatcherOptions, WorkspaceWatcher } from '../../../../engine/workspace/workspace-watcher.ts';
import { makeFolder, type TestFolder, until } from '../support/make-folder.ts';

const log = createLogger('test', () => undefined);
const exhausted = () => Promise.reject(Object.assign(new Error('No space left on device'), { code: 'ENOSPC' }));

function makeWatcher(folder: TestFolder, options: WatcherOptions = {}): WorkspaceWatcher {
  return new WorkspaceWatcher(folder.root, log, () => undefined, { rootInterval: 50, ...options });
}

/** Reads events until one satisfies the test; what came before does not matter, since events are hints. */
async function next(stream: EventStream<WorkspaceEvent>, wanted: (event: WorkspaceEvent) => boolean): Promise<WorkspaceEvent> {
  for (;;) {
    const { value, done } = await stream.next();
    if (done) throw new Error('The stream ended');
    if (wanted(value)) return value;
  }
}

const changes = (file: string) => (event: WorkspaceEvent) => event.type === 'changed' && event.files.includes(file);

describe.each([
  ['the system', {}],
  ['polling, when the system is exhausted', { native: exhausted, polling: watchByPolling(30) }],
] as const)('watching with %s', (_, options) => {
  it('names created, changed, renamed and deleted files and the folders to read again', async () => {
    await using folder = await makeFolder({ 'pages/cart/cart.js': 'one' });
    const watcher = makeWatcher(folder, options);
    const stream = await watcher.listen();
    await writeFile(folder.at('pages/cart/new.js'), '');
    expect(await next(stream, changes('pages/cart/new.js'))).toMatchObject({ folders: expect.arrayContaining(['pages', 'pages/cart']) });
    await writeFile(folder.at('pages/cart/cart.js'), 'two');
    await next(stream, changes('pages/cart/cart.js'));
    await rename(folder.at('pages/cart/new.js'), folder.at('moved.js'));
    expect(await next(stream, changes('moved.js'))).toMatchObject({ folders: expect.arrayContaining(['']) });
    await unlink(folder.at('moved.js'));
    await next(stream, changes('moved.js'));
    await watcher.dispose();
  });

  it('follows what is inside a folder that was moved in', async () => {
    await using folder = await makeFolder({ 'workspace/app.js': '', 'elsewhere/pages/menu/menu.js': 'one' });
    const root = { name: 'workspace', realPath: folder.at('workspace') };
    const watcher = new WorkspaceWatcher(root, log, () => undefined, { rootInterval: 50, ...options });
    const stream = await watcher.listen();
    await rename(folder.at('elsewhere'), folder.at('workspace/new'));
    // The system has to be asked to watch it, which it says with a refresh; polling names the files.
    await next(stream, (event) => event.type === 'refresh' || changes('new/pages/menu/menu.js')(event));
    await writeFile(folder.at('workspace/new/pages/menu/menu.js'), 'two, and longer');
    await next(stream, changes('new/pages/menu/menu.js'));
    await watcher.dispose();
  });

  it('says when the folder is gone and when it is back, and goes on', async () => {
    await using folder = await makeFolder({ 'workspace/app.js': '' });
    const root = { name: 'workspace', realPath: folder.at('workspace') };
    const watcher = new WorkspaceWatcher(root, log, () => undefined, { rootInterval: 30, ...options });
    const stream = await watcher.listen();
    await rename(folder.at('workspace'), folder.at('away'));
    await next(stream, ({ type }) => type === 'gone');
    await mkdir(folder.at('workspace'));
    await next(stream, ({ type }) => type === 'returned');
    await writeFile(folder.at('workspace/again.js'), '');
    await next(stream, changes('again.js'));
    await rm(folder.at('workspace'), { recursive: true });
    await next(stream, ({ type }) => type === 'gone');
    await watcher.dispose();
  });
});

describe('watching', () => {
  it('joins a burst into few events and asks for everything when it is too much', async () => {
    await using folder = await makeFolder();
    const watcher = makeWatcher(folder);
    const stream = await watcher.listen();
    await Promise.all(Array.from({ length: 2500 }, (_, index) => writeFile(join(folder.path, `file-${index}`), '')));
    await writeFile(folder.at('last'), '');
    const seen: WorkspaceEvent[] = [];
    await next(stream, (event) => {
      seen.push(event);
      return event.type === 'refresh' || changes('last')(event);
    });
    expect(seen.length).toBeLessThan(100);
    await watcher.dispose();
  });

  it('reads everything again when an ignore file changes', async () => {
    await using folder = await makeFolder();
    const watcher = makeWatcher(folder);
    const stream = await watcher.listen();
    await writeFile(folder.at('.gitignore'), 'dist\n');
    await next(stream, ({ type }) => type === 'refresh');
    await watcher.dispose();
  });

  it('stays out of packages and the repository but sees them come and go', async () => {
    await using folder = await makeFolder({ 'node_modules/pkg/deep/index.js': '', 'a.js': '' });
    const watcher = makeWatcher(folder);
    const stream = await watcher.listen();
    await writeFile(folder.at('node_modules/pkg/deep/index.js'), 'changed');
    await mkdir(folder.at('.git'));
    await writeFile(folder.at('a.js'), 'changed');
    const seen: string[] = [];
    await next(stream, (event) => {
      if (event.type === 'changed') seen.push(...event.files);
      return seen.includes('a.js') && seen.includes('.git');
    });
    expect(seen.filter((file) => file.startsWith('node_modules'))).toEqual([]);
    await watcher.dispose();
  });

  it('stops when the last listener ends, however it ends, and starts again', async () => {
    await using folder = await makeFolder();
    let running = 0;
    const counted: WatcherOptions['native'] = async (path, report) => {
      const source = await watchNatively(path, report);
      running++;
      return {
        stop: async () => {
          running--;
          await source.stop();
        },
      };
    };
    const watcher = makeWatcher(folder, { native: counted });
    const ending = new AbortController();
    const first = await watcher.listen(ending.signal);
    const second = await watcher.listen();
    expect(running).toBe(1);
    const waiting = first.next();
    ending.abort();
    expect((await waiting).done).toBe(true);
    expect(watcher.watching).toBe(true);
    await second.return();
    await until(() => running === 0);
    const third = await watcher.listen();
    await writeFile(folder.at('x'), '');
    await next(third, changes('x'));
    await watcher.dispose();
    expect(running).toBe(0);
  });
});
