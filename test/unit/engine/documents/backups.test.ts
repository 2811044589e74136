import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Backup } from '#shared/model/documents.ts';
import { startEngine, type TestEngine } from '../support/start-engine.ts';

function unsaved(backupId: string, text: string): Backup {
  return {
    backupId,
    path: 'app.js',
    title: 'app.js',
    text,
    format: { encoding: 'utf8', bom: false, lineEnding: 'lf' },
    baseEtag: null,
    savedAt: '2026-01-02T03:04:05.000Z',
  };
}

async function backupFiles(test: TestEngine): Promise<string[]> {
  const folder = join(test.dataDirectory, 'backups');
  return (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.json')).map((name) => join(folder, name));
}

describe('backups for hot exit', () => {
  it('survive the engine, hold exactly the last text, and go when they are dropped', async () => {
    await using test = await startEngine();
    const { workspaceId } = await test.open();
    const text = 'unsaved \uD800 点\r\n';
    await test.client.documents.keepBackup({ workspaceId, clientId: 'tab', backup: unsaved('b', 'older') });
    await test.client.documents.keepBackup({ workspaceId, clientId: 'tab', backup: unsaved('b', text) });
    await test.restart();
    await test.open();
    expect(await test.client.documents.claimBackups({ workspaceId, clientId: 'tab after restart' })).toEqual([unsaved('b', text)]);
    await test.client.documents.dropBackup({ workspaceId, clientId: 'tab after restart', backupId: 'b' });
    expect(await test.client.documents.claimBackups({ workspaceId, clientId: 'tab after restart' })).toEqual([]);
  });

  it('belong to a window while it lives and to the next one when it is gone', async () => {
    await using test = await startEngine();
    const { workspaceId } = await test.open();
    const first = test.connect('first');
    const second = test.connect('second');
    await first.client.documents.keepBackup({ workspaceId, clientId: 'one', backup: unsaved('a', 'mine') });
    expect(await second.client.documents.claimBackups({ workspaceId, clientId: 'two' })).toEqual([]);
    first.close();
    expect(await second.client.documents.claimBackups({ workspaceId, clientId: 'two' })).toEqual([unsaved('a', 'mine')]);
    expect(await test.connect('third').client.documents.claimBackups({ workspaceId, clientId: 'three' })).toEqual([]);
  });

  it('never replace each other when two windows used one id', async () => {
    await using test = await startEngine();
    const { workspaceId } = await test.open();
    for (const client of ['one', 'two']) {
      const window = test.connect(client);
      await window.client.documents.keepBackup({ workspaceId, clientId: client, backup: unsaved('same', `text of ${client}`) });
      window.close();
    }
    const claimed = await test.client.documents.claimBackups({ workspaceId, clientId: 'three' });
    expect(claimed.map(({ text }) => text).sort()).toEqual(['text of one', 'text of two']);
    expect(new Set(claimed.map(({ backupId }) => backupId)).size).toBe(2);
    expect(await test.client.documents.claimBackups({ workspaceId, clientId: 'three' })).toHaveLength(2);
  });

  it('are kept aside when torn, and the others come back', async () => {
    await using test = await startEngine();
    const { workspaceId } = await test.open();
    await test.client.documents.keepBackup({ workspaceId, clientId: 'tab', backup: unsaved('torn', 'lost half') });
    const [torn] = await backupFiles(test);
    await test.client.documents.keepBackup({ workspaceId, clientId: 'tab', backup: unsaved('whole', 'kept') });
    const bytes = (await readFile(torn ?? '')).subarray(0, 60);
    await writeFile(torn ?? '', bytes);
    expect(await test.client.documents.claimBackups({ workspaceId, clientId: 'tab' })).toEqual([unsaved('whole', 'kept')]);
    const kept = (await readdir(join(torn ?? '', '..'))).filter((name) => name.includes('unreadable'));
    expect(await readFile(join(torn ?? '', '..', kept[0] ?? ''))).toEqual(bytes);
    expect((await test.client.log.report()).text).toContain('A backup was unreadable');
  });

  it('cannot be led out of their folder by the ids that a client makes up', async () => {
    await using test = await startEngine();
    await test.client.documents.keepBackup({ workspaceId: '../../x', clientId: '../../y', backup: unsaved('../../z', 'text') });
    expect(await backupFiles(test)).toHaveLength(1);
    expect((await readdir(test.directory)).sort()).toEqual(['data', 'project']);
  });
});
