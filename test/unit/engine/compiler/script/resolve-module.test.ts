import { describe, expect, it } from 'vitest';
import { resolveModule } from '#engine/compiler/script/index.ts';
import type { FileLookup } from '#engine/compiler/source/file-lookup.ts';

/** A program that has these files. */
function lookup(texts: Record<string, string>): FileLookup {
  const paths = Object.keys(texts);
  return {
    kind: async (path) => (path in texts ? 'file' : paths.some((file) => file.startsWith(`${path}/`)) ? 'directory' : null),
    read: async (path) => texts[path] ?? null,
  };
}

const files = lookup({
  '/pages/a/a.js': '',
  '/pages/a/b.ts': '',
  '/utils/index.js': '',
  '/utils/data.json': '',
  '/src/lib/x.js': '',
  '/node_modules/plain/index.js': '',
  '/node_modules/main/package.json': '{"main":"lib/entry"}',
  '/node_modules/main/lib/entry.js': '',
  '/node_modules/esm/package.json': '{"module":"./es.js"}',
  '/node_modules/esm/es.js': '',
  '/node_modules/only/package.json': '{"exports":{".":{"import":"./i.js","default":"./d.js"}}}',
  '/node_modules/only/i.js': '',
  '/node_modules/@s/p/es/B/index.js': '',
  '/node_modules/broken/package.json': '{"main":"./gone"}',
  '/node_modules/broken/index.js': '',
  '/node_modules/halfway/package.json': '{"main":"./gone.js","module":"./es.js"}',
  '/node_modules/halfway/es.js': '',
  '/node_modules/mini/package.json': '{"miniprogram":"dist"}',
  '/node_modules/mini/dist/index.js': '',
  '/node_modules/@s/parts/package.json':
    '{"exports":{".":{"require":"./c.cjs","import":"./m.mjs"},"./date":{"default":"./dist/date.js"},"./fp/*":"./dist/fp/*.js","./secret/*":null}}',
  '/node_modules/@s/parts/c.cjs': '',
  '/node_modules/@s/parts/dist/date.js': '',
  '/node_modules/@s/parts/dist/fp/map.js': '',
  '/node_modules/wide/package.json':
    '{"exports":{"./*":"./dist/*.js","./icons/*":null,"./icons/*.svg":"./svg/*.js","./icons/free/*":"./free/*.js","./theme":"./theme/main.js"}}',
  '/node_modules/wide/dist/a.js': '',
  '/node_modules/wide/dist/icons/b.js': '',
  '/node_modules/wide/svg/c.js': '',
  '/node_modules/wide/free/d.js': '',
  '/node_modules/wide/theme/main.js': '',
  '/node_modules/main/node_modules/plain/index.js': '',
});
const aliases = { '@': './src', '~/*': '/utils/*', short: 'plain' };

describe('resolveModule', () => {
  it.each([
    ['./b', '/pages/a/b.ts'],
    ['./a.js', '/pages/a/a.js'],
    ['../../utils', '/utils/index.js'],
    ['../../utils/', '/utils/index.js'],
    ['/utils/data', '/utils/data.json'],
    ['plain', '/node_modules/plain/index.js'],
    ['main', '/node_modules/main/lib/entry.js'],
    ['main/lib/entry', '/node_modules/main/lib/entry.js'],
    ['esm', '/node_modules/esm/es.js'],
    ['only', '/node_modules/only/i.js'],
    ['@s/p/es/B', '/node_modules/@s/p/es/B/index.js'],
    ['broken', '/node_modules/broken/index.js'],
    ['halfway', '/node_modules/halfway/es.js'],
    ['mini', '/node_modules/mini/dist/index.js'],
    ['@s/parts', '/node_modules/@s/parts/c.cjs'],
    ['@s/parts/date', '/node_modules/@s/parts/dist/date.js'],
    ['@s/parts/fp/map', '/node_modules/@s/parts/dist/fp/map.js'],
    ['@s/parts/fp/none', null],
    ['@s/parts/secret/x', null],
    ['wide/a', '/node_modules/wide/dist/a.js'],
    ['wide/theme', '/node_modules/wide/theme/main.js'],
    ['wide/icons/b', null],
    ['wide/icons/c.svg', '/node_modules/wide/svg/c.js'],
    ['wide/icons/free/d', '/node_modules/wide/free/d.js'],
    ['@/lib/x', '/src/lib/x.js'],
    ['~/data', '/utils/data.json'],
    ['short', '/node_modules/plain/index.js'],
    ['./none', null],
    ['none', null],
    ['', null],
    ['../../../../../etc/passwd', null],
  ])('%s is %s', async (specifier, expected) => expect(await resolveModule(specifier, '/pages/a/a.js', { files, aliases })).toBe(expected));

  it('takes the nearest package', async () => {
    expect(await resolveModule('plain', '/node_modules/main/lib/entry.js', { files, aliases })).toBe('/node_modules/main/node_modules/plain/index.js');
  });
});
