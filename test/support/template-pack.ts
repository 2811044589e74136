import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of its own for one test, removed afterwards. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'minifoundry-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export type PackFiles = Record<string, string | Buffer>;

export interface PackOptions {
  id?: string;
  /** Put over the usual manifest; undefined removes a key. */
  manifest?: Record<string, unknown>;
  /** Files of the project; null removes a usual one. */
  files?: Record<string, string | Buffer | null>;
}

export const sampleManifest = {
  id: 'sample',
  version: '1.0.0',
  name: 'Sample',
  description: 'A template for tests.',
  industry: 'Tests',
  regions: ['Everywhere'],
  publisher: 'Tests',
  parameters: {
    type: 'object',
    additionalProperties: false,
    properties: {
      title: { type: 'string', title: 'Title', default: 'Hello' },
      colour: { type: 'string', title: 'Colour', pattern: '^#[0-9A-Fa-f]{6}$', default: '#112233' },
      size: { type: 'integer', title: 'Size', minimum: 1, default: 3 },
      open: { type: 'boolean', title: 'Open', default: true },
      list: { type: 'array', title: 'List', items: { type: 'string' }, default: [] },
    },
  },
  versions: [{ version: '1.0.0', date: '2026-01-31', notes: ['First'] }],
  files: [
    {
      path: 'ext.json',
      class: 'merged-json',
      edits: [
        { pointer: '/ext/title', value: { $parameter: 'title' } },
        { pointer: '/ext/merchantId', value: { $merchant: 'id' } },
      ],
    },
    { path: 'notes.txt', class: 'seeded', render: true },
    { path: '**', class: 'managed' },
  ],
};

const sampleFiles: PackFiles = {
  'app.json': '{"pages":["pages/home/home"]}\n',
  'app.js': 'App({});\n',
  'pages/home/home.axml': '<view>Home</view>\n',
  'pages/home/home.js': 'Page({});\n',
  'ext.json': '{\n  // the merchant\n  "extEnable": true,\n  "ext": {}\n}\n',
  'notes.txt': '[[= merchant.name =]]: [[= title =]]\n',
};

/** Writes a template pack into a gallery folder and returns the pack's folder. */
export async function writePack(gallery: string, { id = 'sample', manifest = {}, files = {} }: PackOptions = {}): Promise<string> {
  const folder = join(gallery, id);
  const all: Record<string, string | Buffer | null> = { ...sampleFiles, ...files };
  await mkdir(join(folder, 'files'), { recursive: true });
  await writeFile(join(folder, 'template.json'), JSON.stringify({ ...sampleManifest, id, ...manifest }, null, 2));
  await writeFile(join(folder, 'README.md'), '# Sample\n');
  await writeFile(join(folder, 'preview.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  for (const [path, content] of Object.entries(all)) {
    if (content === null) continue;
    await mkdir(dirname(join(folder, 'files', path)), { recursive: true });
    await writeFile(join(folder, 'files', path), content);
  }
  return folder;
}
