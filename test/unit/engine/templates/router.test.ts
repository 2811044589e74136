import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import { FolderGrants } from '#engine/host/index.ts';
import { createLogger } from '#engine/log/index.ts';
import { createTemplatesRouter } from '#engine/templates/index.ts';
import type { GenerateEvent } from '#shared/model/templates.ts';
import { temporaryFolder, writePack } from '#test/support/template-pack.ts';

async function setUp() {
  const folder = await temporaryFolder();
  await writePack(join(folder, 'gallery'));
  const grants = new FolderGrants();
  const opened: string[] = [];
  const router = createTemplatesRouter({
    templatesDirectory: join(folder, 'gallery'),
    grants,
    log: createLogger('test', () => undefined),
    openWorkspace: async (path) => {
      opened.push(path);
      return { workspaceId: 'w', name: 'w', display: 'w', readOnly: false };
    },
  });
  const log = createLogger('test', () => undefined);
  const client = createRouterClient({ templates: router }, { context: { connection: { id: 'c', closed: new AbortController().signal }, log } });
  return { client: client.templates, folderId: grants.grant(join(folder, 'out')).folderId, out: join(folder, 'out'), opened };
}

const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ merchantId: `m${index}`, name: 'Name', answers: {} }));

async function collect(events: AsyncIterable<GenerateEvent>): Promise<GenerateEvent[]> {
  const all: GenerateEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

describe('the templates of the contract', () => {
  it('are listed and described', async () => {
    const { client } = await setUp();
    expect(await client.list()).toMatchObject([{ id: 'sample', pageCount: 1, preview: expect.stringMatching(/^data:image\/svg\+xml;base64,/) }]);
    expect(await client.get({ templateId: 'sample' })).toMatchObject({ readme: '# Sample\n', pages: ['pages/home/home'] });
    await expect(client.get({ templateId: 'nothing' })).rejects.toMatchObject({ code: 'TEMPLATE_UNKNOWN', defined: true });
  });

  it('check rows and read files', async () => {
    const { client } = await setUp();
    const bad = { merchantId: 'a b', name: '', answers: {} };
    expect(await client.checkRows({ templateId: 'sample', rows: [...rows(1), bad] })).toMatchObject([{ line: 2, code: 'merchant-id-invalid' }]);
    expect(await client.readMerchants({ templateId: 'sample', format: 'csv', text: 'merchantId,name,size\na,A,x\nb,B,2\n' })).toMatchObject({
      rows: [{ merchantId: 'b', answers: { size: 2 } }],
      problems: [{ line: 2, field: 'size' }],
    });
  });

  it('generate with progress, and open what was generated', async () => {
    const { client, folderId, out, opened } = await setUp();
    const events = await collect(await client.generate({ templateId: 'sample', folderId, rows: rows(3), dryRun: false }));
    const done = events.at(-1);
    if (done?.type !== 'done') throw new Error('no result');
    expect(events.slice(0, -1).every((event) => event.type === 'progress' && event.total === 3)).toBe(true);
    expect(done.projects.map(({ merchantId, status }) => [merchantId, status])).toEqual([
      ['m0', 'created'],
      ['m1', 'created'],
      ['m2', 'created'],
    ]);
    expect(await readFile(join(out, 'm1/notes.txt'), 'utf8')).toBe('Name: Hello\n');
    await client.openGenerated({ run: done.run, merchantId: 'm1' });
    expect(opened).toEqual([join(out, 'm1')]);
    for (const input of [
      { run: done.run, merchantId: '../..' },
      { run: 'other', merchantId: 'm1' },
    ])
      await expect(client.openGenerated(input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('stop when nobody listens any more', async () => {
    const { client, folderId, out } = await setUp();
    const events = await client.generate({ templateId: 'sample', folderId, rows: rows(5000), dryRun: false });
    for await (const event of events) if (event.type === 'progress') break;
    const { readdir } = await import('node:fs/promises');
    const names = await readdir(out);
    expect(names.length).toBeLessThan(5000);
    expect(names.filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('refuse folders that nobody picked', async () => {
    const { client } = await setUp();
    const events = await client.generate({ templateId: 'sample', folderId: 'nobody', rows: rows(1), dryRun: true }).catch((error: unknown) => error);
    const failure = events instanceof Error ? events : await collect(events as AsyncIterable<GenerateEvent>).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'FOLDER_NOT_GRANTED' });
  });
});
