import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { detail, openGallery, summarise } from '#engine/templates/index.ts';
import { manifestSchema } from '#engine/templates/pack/manifest-schema.ts';
import { produceProject } from '#engine/templates/render/project-template.ts';
import { templateDetail, templateSummary } from '#shared/model/templates.ts';

const directory = fileURLToPath(new URL('../../../../templates', import.meta.url));
const gallery = openGallery({
  directory,
  onInvalid: (error) => {
    throw error;
  },
});
const ids = ['appointments', 'coffee-ordering', 'loyalty-card'];

async function project(id: string): Promise<Map<string, string>> {
  const { manifest, files, parameters } = await gallery.get(id);
  const subject = { merchant: { id: 'm-1', name: 'A merchant' }, answers: parameters.complete({}) };
  return new Map(produceProject(manifest, files, subject).map(({ path, bytes }) => [path, bytes.toString('utf8')]));
}

describe('the templates that ship', () => {
  it('are these, all of them valid', async () => {
    expect((await gallery.list()).map(({ manifest }) => manifest.id)).toEqual(ids);
  });

  it('follow the schema that editors are given', async () => {
    expect(JSON.parse(await readFile(join(directory, 'template.schema.json'), 'utf8'))).toEqual(JSON.parse(JSON.stringify(manifestSchema)));
  });
});

describe.each(ids)('the template %s', (id) => {
  it('is described as the contract says', async () => {
    const template = await gallery.get(id);
    templateSummary.parse(summarise(template));
    const { pages, files } = templateDetail.parse(detail(template));
    expect(pages.length).toBeGreaterThanOrEqual(4);
    expect(new Set(files.map((file) => file.class))).toEqual(new Set(['managed', 'seeded', 'merged-json', 'binary', 'owned']));
    expect(template.preview.bytes.toString('utf8')).toMatch(/^<svg[^>]+width="375"/);
  });

  it('has only JSON that parses, and pages, components and icons that exist', async () => {
    const files = await project(id);
    for (const [path, text] of files) {
      if (!path.endsWith('.json')) continue;
      const json = JSON.parse(text) as {
        usingComponents?: Record<string, string>;
        pages?: string[];
        tabBar?: { items: { pagePath: string; icon: string; activeIcon: string }[] };
      };
      for (const component of Object.values(json.usingComponents ?? {})) {
        const base = new URL(component, `file:///${path}`).pathname.slice(1);
        for (const extension of ['js', 'json', 'axml']) expect(files.has(`${base}.${extension}`), `${path}: ${component}`).toBe(true);
      }
      for (const { pagePath, icon, activeIcon } of json.tabBar?.items ?? []) {
        expect(json.pages).toContain(pagePath);
        for (const image of [icon, activeIcon]) expect(files.has(image), image).toBe(true);
      }
    }
  });

  it('has a handler for every event, and no picture or module that is missing', async () => {
    const files = await project(id);
    for (const [path, text] of files) {
      if (path.endsWith('.axml')) {
        const script = files.get(path.replace(/axml$/, 'js')) ?? '';
        for (const [, handler] of text.matchAll(/\s(?:on|catch)[A-Z]\w*="(\w+)"/g))
          expect(script, `${path}: ${handler}`).toMatch(new RegExp(`^\\s+${handler}\\(`, 'm'));
        for (const [, image] of text.matchAll(/src="\/([^"{]+)"/g)) expect(files.has(image ?? ''), `${path}: ${image}`).toBe(true);
        for (const [loop] of text.matchAll(/<[^>]*a:for=[^>]*>/g)) expect(loop).toContain('a:key=');
      }
      if (path.endsWith('.js')) {
        for (const [, from] of text.matchAll(/from '([^']+)'/g))
          expect(files.has(`${new URL(from ?? '', `file:///${path}`).pathname.slice(1)}.js`), `${path}: ${from}`).toBe(true);
      }
    }
  });

  it('gives every page data for what its AXML names', async () => {
    const files = await project(id);
    for (const [path, text] of files) {
      if (!/^pages\/.*\.axml$/.test(path)) continue;
      const script = files.get(path.replace(/axml$/, 'js')) ?? '';
      const local = new Set(['item', 'index', 'true', 'false', 'null', ...Array.from(text.matchAll(/a:for-(?:item|index)="(\w+)"/g), ([, name]) => name)]);
      for (const [, expression = ''] of text.matchAll(/\{\{(.*?)\}\}/g)) {
        const names = expression.replace(/'[^']*'/g, '').matchAll(/(?<![.\w])[A-Za-z]\w*/g);
        for (const [name] of names) if (!local.has(name)) expect(script, `${path}: ${name}`).toMatch(new RegExp(`^  data: \\{[\\s\\S]*?\\b${name}\\b`, 'm'));
      }
    }
  });

  it('reads only merchant values that exist, and sets every one', async () => {
    const files = await project(id);
    const { ext } = JSON.parse(files.get('ext.json') ?? '') as { ext: Record<string, unknown> };
    const config = files.get('utils/config.js') ?? '';
    const known = Array.from((/const fallback = \{([\s\S]*?)\n\};/.exec(config)?.[1] ?? '').matchAll(/^ {2}(\w+):/gm), ([, name]) => name);
    expect(known.sort()).toEqual(Object.keys(ext).sort());
    expect(ext).toMatchObject({ merchantId: 'm-1', appName: 'A merchant' });
    const { manifest } = await gallery.get(id);
    expect(Object.keys(ext).sort()).toEqual(['merchantId', ...Object.keys(manifest.parameters.properties)].sort());
  });

  it('loads nothing from outside', async () => {
    const files = await project(id);
    const { preview, readme } = await gallery.get(id);
    for (const text of [...files.values(), preview.bytes.toString('utf8').replace('xmlns="http://www.w3.org/2000/svg"', ''), readme])
      expect(text).not.toMatch(/https?:|\/\/[a-z]|<script|<image href|@import/i);
  });

  it('has all words in every language', async () => {
    const names = (await readdir(join(directory, id, 'files/i18n'))).sort();
    const keys = await Promise.all(
      names.map(async (name) => Object.keys(Object.values((await import(join(directory, id, 'files/i18n', name))) as Record<string, object>)[0] ?? {}).sort()),
    );
    expect(keys.length).toBeGreaterThan(1);
    for (const list of keys) expect(list).toEqual(keys[0]);
  });
});
