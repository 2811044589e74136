import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EventStream, type Host, type HostRequest } from '#engine/index.ts';
import { isOutsideAddress } from '#shared/model/outside-address.ts';
import { startEngine, testHost } from '../support/start-engine.ts';

function desktop(overrides: Partial<Host>): Host {
  return { info: { ...testHost.info, kind: 'desktop', folderPicker: 'native' }, ...overrides };
}

async function collect<T>(events: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const event of events) collected.push(event);
  return collected;
}

describe('host of the desktop', () => {
  it('saves a text where the dialog says, whatever name the workbench suggests', async () => {
    const suggested: string[] = [];
    let answer: string | null = null;
    const pickSaveFile: Host['pickSaveFile'] = async ({ suggestedName }) => {
      suggested.push(suggestedName);
      return answer;
    };
    await using test = await startEngine(desktop({ pickSaveFile }));
    expect(await test.client.host.saveText({ title: 'Save log', suggestedName: '../../log.txt', text: 'x' })).toEqual({ saved: false });
    answer = join(test.folder, 'chosen.txt');
    expect(await test.client.host.saveText({ title: 'Save log', suggestedName: 'log.txt', text: 'grüezi 你好\n' })).toEqual({ saved: true });
    expect(suggested).toEqual(['log.txt', 'log.txt']);
    expect(await readFile(answer, 'utf8')).toBe('grüezi 你好\n');
    answer = join(test.folder, 'missing', 'log.txt');
    await expect(test.client.host.saveText({ title: '', suggestedName: 'log.txt', text: '' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('passes on what the menu asks, and folders as references only', async () => {
    const stream = new EventStream<HostRequest>();
    await using test = await startEngine(desktop({ requests: () => stream }));
    const second = join(test.directory, 'second');
    await mkdir(second);
    const requests = await test.client.host.requests();
    stream.push({ kind: 'command', command: 'file.save' });
    stream.push({ kind: 'open-folder', path: second });
    stream.end();
    const received = await collect(requests);
    expect(received[0]).toEqual({ kind: 'command', command: 'file.save' });
    const opened = received[1];
    if (opened?.kind !== 'open-folder') throw new Error('No folder came');
    expect((await test.client.workspace.open({ folderId: opened.folder.folderId })).name).toBe('second');
  });

  it('does not list folders where there is a native dialog', async () => {
    await using test = await startEngine(desktop({}));
    await expect(test.client.host.listFolders({ path: null })).rejects.toMatchObject({ code: 'CAPABILITY_MISSING' });
    await expect(test.client.host.grantFolder({ path: test.folder })).rejects.toMatchObject({ code: 'CAPABILITY_MISSING' });
  });
});

describe('host of the browser shell', () => {
  it('has no native dialogs and no menu', async () => {
    await using test = await startEngine();
    await expect(test.client.host.saveText({ title: '', suggestedName: 'x', text: '' })).rejects.toMatchObject({ code: 'CAPABILITY_MISSING' });
    await expect(test.client.host.pickFolder({ title: '' })).rejects.toMatchObject({ code: 'CAPABILITY_MISSING' });
    await expect(Promise.resolve(test.client.host.requests()).then((events) => collect(events))).rejects.toMatchObject({ code: 'CAPABILITY_MISSING' });
  });
});

describe('addresses that the system may open', () => {
  it.each(['https://example.com/', 'mailto:a@example.com', 'http://127.0.0.1:4711/authorize?x=1', 'http://localhost/', 'http://[::1]:80/'])(
    'allows %s',
    (url) => {
      expect(isOutsideAddress(url)).toBe(true);
    },
  );

  it.each([
    'http://example.com/',
    'http://localhost.example.com/',
    'http://localhost:1@example.com/',
    'http://127.0.0.1.example.com',
    'file:///etc/passwd',
    'smb://x/',
    'javascript:alert(1)',
    'ms-msdt:/id',
    'app://workbench/',
    '',
  ])('refuses %j', (url) => {
    expect(isOutsideAddress(url)).toBe(false);
  });
});
