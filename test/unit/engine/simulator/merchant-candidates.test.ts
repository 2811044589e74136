import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateProjects, openGallery } from '#engine/index.ts';
import { fileCandidates, projectCandidates, templateOf } from '#engine/simulator/merchants/merchant-candidates.ts';
import { loadTemplate } from '#engine/templates/index.ts';

const gallery = openGallery({ directory: join(import.meta.dirname, '..', '..', '..', '..', 'templates'), onInvalid: () => undefined });
let folder: string;

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'minifoundry-candidates-')));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

async function generate(): Promise<void> {
  const template = await gallery.get('coffee-ordering');
  const rows = ['one', 'two'].map((id) => ({ merchantId: id, name: `Shop ${id}`, answers: { appName: `Kopi ${id}`, brandColour: '#123456' } }));
  await generateProjects({ template, rows, outDirectory: folder, dryRun: false });
}

describe('merchants a project can be run as', () => {
  it('are its own and those of its siblings, with the ext that instantiation would give them', async () => {
    await generate();
    const root = join(folder, 'one');
    const template = await templateOf(root, gallery, loadTemplate);
    const found = await projectCandidates(root, template);
    expect(found.map(({ origin, merchantId, name }) => ({ origin, merchantId, name }))).toEqual([
      { origin: 'instance', merchantId: 'one', name: 'Shop one' },
      { origin: 'sibling', merchantId: 'two', name: 'Shop two' },
    ]);
    expect(found.map(({ ext }) => ext)).toMatchObject([
      { merchantId: 'one', appName: 'Kopi one', brandColour: '#123456' },
      { merchantId: 'two', appName: 'Kopi two', brandColour: '#123456' },
    ]);
    expect(found[0]?.document).toMatchObject({ extEnable: true });
  });

  it('are the rows of a merchants file, rendered by the template', async () => {
    await generate();
    const root = join(folder, 'one');
    const text = 'merchantId,name,appName,preparationMinutes\nnew-1,"Kedai ""Baru""",Kopi Baru,25\n';
    const [row] = await fileCandidates(root, await templateOf(root, gallery, loadTemplate), { format: 'csv', text });
    expect(row).toMatchObject({
      origin: 'file',
      merchantId: 'new-1',
      name: 'Kedai "Baru"',
      ext: { merchantId: 'new-1', appName: 'Kopi Baru', preparationMinutes: 25 },
    });
  });

  it('without a template have the columns of the file, in the types of the sample', async () => {
    await write('plain/ext.json', '{"extEnable":true,"ext":{"title":"Sample","open":true,"tables":4,"tags":["a"]},"window":{"defaultTitle":"T"}}');
    const text = 'merchantId,name,open,tables,tags,note\nm-1,One,false,12,"[""x"",""y""]",free text\n';
    const [row] = await fileCandidates(join(folder, 'plain'), null, { format: 'csv', text });
    expect(row?.ext).toEqual({ title: 'Sample', open: false, tables: 12, tags: ['x', 'y'], note: 'free text', merchantId: 'm-1', name: 'One' });
    expect(row?.document).toMatchObject({ extEnable: true, window: { defaultTitle: 'T' } });
    const json = JSON.stringify([{ merchantId: 'm-2', name: 'Two', nested: { a: [1] } }]);
    const [other] = await fileCandidates(join(folder, 'plain'), null, { format: 'json', text: json });
    expect(other?.ext).toMatchObject({ nested: { a: [1] }, tables: 4 });
  });

  it('of a damaged or foreign project are none', async () => {
    await write('broken/.minifoundry/instance.json', '{');
    await write('broken/ext.json', 'not json');
    expect(await projectCandidates(join(folder, 'broken'), null)).toEqual([]);
    expect(await templateOf(join(folder, 'broken'), gallery, loadTemplate)).toBeNull();
  });

  it('are also found for the files of a template itself', async () => {
    const root = join(import.meta.dirname, '..', '..', '..', '..', 'templates', 'coffee-ordering', 'files');
    expect((await templateOf(root, gallery, loadTemplate))?.manifest.id).toBe('coffee-ordering');
  });
});
