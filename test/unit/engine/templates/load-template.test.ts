import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openGallery } from '#engine/templates/index.ts';
import { loadTemplate } from '#engine/templates/pack/load-template.ts';
import { templateLimits } from '#engine/templates/pack/template-limits.ts';
import { type PackOptions, sampleManifest, temporaryFolder, writePack } from '#test/support/template-pack.ts';

const rest = { path: '**', class: 'managed' };
const invalid = (detail: string | RegExp) =>
  expect.objectContaining({ code: 'TEMPLATE_INVALID', parameters: expect.objectContaining({ detail: expect.stringMatching(detail) }) });

async function load(options: PackOptions = {}) {
  const gallery = await temporaryFolder();
  await writePack(gallery, options);
  return loadTemplate(gallery, options.id ?? 'sample');
}

describe('a template pack', () => {
  it('is loaded with its pages, classes and parameters', async () => {
    const template = await load();
    expect(template.pages).toEqual(['pages/home/home']);
    expect(template.files.map(({ path, class: fileClass }) => [path, fileClass])).toContainEqual(['ext.json', 'merged-json']);
    expect(template.parameters.names).toEqual(['title', 'colour', 'size', 'open', 'list']);
  });

  const property = (value: unknown) => ({ parameters: { ...sampleManifest.parameters, properties: { title: value } } });
  it.each<[string, PackOptions, RegExp]>([
    ['an unknown key', { manifest: { hooks: ['rm'] } }, /hooks/],
    ['no version entry', { manifest: { version: '2.0.0' } }, /versions has no entry for 2\.0\.0/],
    ['another id than its folder', { id: 'other', manifest: { id: 'sample' } }, /the id is sample, the folder is other/],
    ['a pattern without a default', { manifest: property({ type: 'string', title: 'T', pattern: 'x' }) }, /default/],
    ['a default that is not valid', { manifest: property({ type: 'integer', title: 'T', default: 'x' }) }, /default of title/],
    ['a schema with references', { manifest: property({ type: 'string', title: 'T', $ref: '#' }) }, /\$ref/],
    ['a pattern that is not one', { manifest: property({ type: 'string', title: 'T', pattern: '(', default: '' }) }, /parameters/],
    ['a file without a rule', { manifest: { files: [{ path: '*', class: 'managed' }] } }, /no rule matches pages/],
    ['a rule without a file', { manifest: { files: [{ path: 'nothing.js', class: 'managed' }, rest] } }, /no file matches nothing\.js/],
    ['a rule out of the pack', { manifest: { files: [{ path: '../secret', class: 'managed' }, rest] } }, /no file matches/],
    ['rendered JSON', { manifest: { files: [{ path: 'app.json', class: 'managed', render: true }, rest] } }, /app\.json: files of this kind/],
    [
      'an unknown parameter',
      { manifest: { files: [{ path: 'ext.json', class: 'merged-json', edits: [{ pointer: '/x', value: { $parameter: 'nope' } }] }, rest] } },
      /parameter nope/,
    ],
    ['an unknown variable in a text', { files: { 'notes.txt': '[[= nope =]]' } }, /notes\.txt: undefined variable: nope/],
    ['a template that includes files', { files: { 'notes.txt': "[[% include '/etc/passwd' %]]" } }, /notes\.txt/],
    ['a page without files', { files: { 'app.json': '{"pages":["pages/none/none"]}' } }, /pages\/none\/none/],
    ['JSON that is not JSON', { files: { 'ext.json': '{' } }, /ext\.json/],
    ['a binding of its own', { files: { '.minifoundry/instance.json': '{}' } }, /\.minifoundry/],
    ['names that differ in case only', { files: { 'App.js': '' } }, /differ in case only/],
    ['a name that some systems cannot hold', { files: { 'con.js': '' } }, /reserved/],
    ['a file beyond the limit', { files: { 'big.bin': Buffer.alloc(templateLimits.fileSize + 1) } }, /big\.bin has \d+ bytes/],
  ])('is refused with %s', async (_, options, detail) => {
    await expect(load(options)).rejects.toEqual(invalid(detail));
  });

  it('is refused with links, whatever they point at', async () => {
    for (const [path, target] of [
      ['files/link.js', '/etc/passwd'],
      ['files/folder', '..'],
    ] as const) {
      const gallery = await temporaryFolder();
      await symlink(target, join(await writePack(gallery), path));
      await expect(loadTemplate(gallery, 'sample')).rejects.toEqual(invalid(/is a link/));
    }
    const gallery = await temporaryFolder();
    const folder = await writePack(gallery);
    await rm(join(folder, 'README.md'));
    await symlink('/etc/passwd', join(folder, 'README.md'));
    await expect(loadTemplate(gallery, 'sample')).rejects.toEqual(invalid(/README\.md is a link/));
  });

  it('is refused with too many files', async () => {
    const files = Object.fromEntries(Array.from({ length: templateLimits.files }, (_, index) => [`many/${index}.txt`, '']));
    await expect(load({ files })).rejects.toEqual(invalid(/more than/));
  });
});

describe('the gallery', () => {
  it('shows the good templates and reports the bad ones', async () => {
    const directory = await temporaryFolder();
    await writePack(directory, { id: 'good' });
    await writePack(directory, { id: 'bad', manifest: { name: 7 } });
    await mkdir(join(directory, 'not-a-template'));
    await writeFile(join(directory, 'file'), '');
    const reported: string[] = [];
    const gallery = openGallery({ directory, onInvalid: ({ parameters }) => reported.push(parameters.templateId) });
    expect((await gallery.list()).map(({ manifest }) => manifest.id)).toEqual(['good']);
    expect(reported).toEqual(['bad']);
    await expect(gallery.get('bad')).rejects.toEqual(invalid(/name/));
  });

  it.each(['missing', '..', '../sample', '/etc', 'a/b', ''])('has no template %j', async (templateId) => {
    const gallery = openGallery({ directory: await temporaryFolder(), onInvalid: () => undefined });
    await expect(gallery.get(templateId)).rejects.toEqual(expect.objectContaining({ code: 'TEMPLATE_UNKNOWN' }));
  });

  it('reads a template again when its manifest changed', async () => {
    const directory = await temporaryFolder();
    await writePack(directory);
    const gallery = openGallery({ directory, onInvalid: () => undefined });
    expect((await gallery.get('sample')).manifest.name).toBe('Sample');
    await writePack(directory, { manifest: { name: 'Another name' } });
    expect((await gallery.get('sample')).manifest.name).toBe('Another name');
  });
});
