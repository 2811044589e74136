import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startEngine } from './support/start-engine.ts';

it('lists, opens, saves, keeps a setting and logs through the contract', async () => {
  await using test = await startEngine();
  await writeFile(join(test.folder, 'app.json'), '{ "pages": [] }\r\n');
  const { workspaceId } = await test.open();
  const listing = await test.client.workspace.list({ workspaceId, path: '' });
  expect(listing.entries.map(({ name }) => name)).toEqual(['app.json']);

  const opened = await test.client.documents.open({ workspaceId, path: 'app.json' });
  if (opened.kind !== 'text') throw new Error(opened.kind);
  expect(opened.format).toEqual({ encoding: 'utf8', bom: false, lineEnding: 'crlf' });
  const saved = await test.client.documents.save({
    workspaceId,
    path: 'app.json',
    text: '{}\n',
    format: opened.format,
    base: { kind: 'etag', etag: opened.etag },
  });
  expect(saved.method).toBe('renamed');
  expect(await readFile(join(test.folder, 'app.json'), 'latin1')).toBe('{}\r\n');

  await test.client.settings.set({ key: 'editor.fontSize', value: 17 });
  expect((await test.client.settings.get()).values['editor.fontSize']).toBe(17);
  await test.client.log.append({ level: 'info', source: 'test', message: 'hello' });
  expect((await test.client.log.report()).text).toContain('"hello"');
});
