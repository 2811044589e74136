import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCycles, findViolations, importsOf, readModules } from './import-rules.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const modules = readModules(root);

/** Bad imports, each of which one rule has to catch. */
const badFixtures: [path: string, imported: string][] = [
  ['shared/model/x.ts', 'node:fs'],
  ['shared/model/x.ts', 'react'],
  ['shared/model/x.ts', '#engine/index.ts'],
  ['engine/documents/x.ts', '#engine/files/atomic-write.ts'],
  ['engine/documents/x.ts', '#renderer/client/index.ts'],
  ['engine/documents/x.ts', '../workspace/workspace.ts'],
  ['engine/documents/x.ts', 'electron'],
  ['engine/documents/x.ts', 'keytar'],
  ['engine/identity/identity-service.ts', 'keytar'],
  ['runtime/x.ts', '#shared/contract/index.ts'],
  ['runtime/x.ts', '#engine/index.ts'],
  ['renderer/ui/x.tsx', '#renderer/client/index.ts'],
  ['renderer/client/x.ts', '#renderer/features/editor/index.ts'],
  ['renderer/features/search/x.ts', '#renderer/features/editor/actions.ts'],
  ['renderer/features/search/x.ts', '#engine/index.ts'],
  ['renderer/features/search/x.ts', 'monaco-editor'],
  ['renderer/features/search/x.ts', 'node:fs'],
  ['electron/x.ts', '#engine/documents/index.ts'],
  ['electron/x.ts', '#local-platform/server.ts'],
  ['cli/x.ts', '#engine/templates/index.ts'],
  ['cli/x.ts', '#local-platform/server.ts'],
  ['local-platform/x.ts', '#engine/index.ts'],
  ['scripts/x.mjs', '../cli/main.ts'],
  ['bin/x.js', '#engine/index.ts'],
];

/** Imports that are fine: the rules must not simply refuse everything. */
const goodFixtures: [path: string, imported: string][] = [
  ['shared/model/x.ts', 'zod'],
  ['engine/documents/x.ts', '#engine/files/index.ts'],
  ['engine/documents/x.ts', './encode.ts'],
  ['engine/identity/keychain-vault.ts', 'keytar'],
  ['renderer/features/search/x.ts', '#renderer/features/editor/index.ts'],
  ['renderer/features/editor/monaco/x.ts', 'monaco-editor'],
  ['electron/x.ts', 'electron'],
  ['cli/x.ts', '#engine/index.ts'],
];

describe('architecture', () => {
  it('reads the whole tree', () => {
    expect(modules.length).toBeGreaterThan(200);
    for (const part of ['shared', 'engine', 'renderer', 'cli', 'local-platform'])
      expect(modules.some((module) => module.path.startsWith(`${part}/`))).toBe(true);
    expect(modules.reduce((sum, module) => sum + module.imports.length, 0)).toBeGreaterThan(500);
  });

  it('finds imports in every form', () => {
    expect(
      importsOf(
        `import a from 'a';\nimport 'b';\nexport { c } from "c";\nexport * from 'd';\nconst e = await import('e');\nimport type { F } from 'f';\n// import 'not';`,
      ),
    ).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it.each(badFixtures)('refuses that %s imports %s', (path, imported) => {
    expect(findViolations([{ path, imports: [imported] }])).toHaveLength(1);
  });

  it.each(goodFixtures)('allows that %s imports %s', (path, imported) => {
    expect(findViolations([{ path, imports: [imported] }])).toEqual([]);
  });

  it('keeps the import table of the design', () => {
    expect(findViolations(modules)).toEqual([]);
  });

  it('finds a circular import', () => {
    expect(
      findCycles([
        { path: 'cli/a.ts', imports: ['./b.ts'] },
        { path: 'cli/b.ts', imports: ['./a.ts'] },
      ]),
    ).toHaveLength(1);
  });

  it('lets a whole and its parts name each other as types, in one folder only', () => {
    const whole = { path: 'cli/a.ts', imports: ['./b.ts'] };
    expect(findCycles([whole, { path: 'cli/b.ts', imports: ['./a.ts'], typeImports: ['./a.ts'] }])).toEqual([]);
    const apart = { path: 'cli/serve/b.ts', imports: ['../a.ts'], typeImports: ['../a.ts'] };
    expect(findCycles([{ path: 'cli/a.ts', imports: ['./serve/b.ts'] }, apart])).toHaveLength(1);
  });

  it('has no circular imports outside the workbench', () => {
    expect(findCycles(modules.filter((module) => !module.path.startsWith('renderer/')))).toEqual([]);
  });

  it('pins every package exactly', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;
    const versions = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((group) => Object.entries(manifest[group] ?? {}));
    expect(versions.length).toBeGreaterThan(30);
    expect(versions.filter(([, version]) => !/^(npm:@[\w/-]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('records no download addresses', () => {
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved": "http');
  });
});
