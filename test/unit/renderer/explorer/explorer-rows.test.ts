// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildFilteredRows, buildRows, pathsOf, type Row } from '#renderer/features/explorer/explorer-rows.ts';
import type { Entry, FolderListing, Unit } from '#shared/model/workspace.ts';

function listing(path: string, names: string[], units: Unit[] = []): FolderListing {
  const entries = names.map((name): Entry => (name.endsWith('/') ? { name: name.slice(0, -1), kind: 'folder' } : { name, kind: 'file' }));
  return { path, entries, units };
}

function unit(base: string, ...roles: Unit['files'][number]['role'][]): Unit {
  return { kind: 'component', base, files: roles.map((role) => ({ role, name: `${base}.${role}` })) };
}

const all = { groupPages: true, showHidden: true };

function build(listings: FolderListing[], expanded: string[] = [], options = all): Row[] {
  return buildRows({ listings: Object.fromEntries(listings.map((each) => [each.path, each])), expanded: new Set(expanded), edit: null }, options);
}

function names(rows: Row[]): string[] {
  return rows.map((row) => (row.kind === 'input' ? '(input)' : row.name));
}

describe('rows of the tree', () => {
  const root = listing('', ['b.js', 'a10.js', 'a9.js', 'z/', '.env', 'card.js', 'card.axml'], [unit('card', 'axml', 'js')]);

  it('puts folders first, then units, then files, and counts as people do', () => {
    expect(names(build([root]))).toEqual(['z', 'card', '.env', 'a9.js', 'a10.js', 'b.js']);
  });

  it('leaves hidden files out and ungroups when asked to', () => {
    expect(names(build([root], [], { groupPages: false, showHidden: false }))).toEqual(['z', 'a9.js', 'a10.js', 'b.js', 'card.axml', 'card.js']);
  });

  it('unfolds a unit into its files, one level deeper', () => {
    const rows = build([root], ['unit:card']);
    expect(rows.filter((row) => row.level === 2).map((row) => [row.id, row.position, row.siblings])).toEqual([
      ['card.axml', 1, 2],
      ['card.js', 2, 2],
    ]);
  });

  it('shows the field for a new name inside the folder it is for', () => {
    const rows = buildRows({ listings: { '': root, z: listing('z', ['in.js']) }, expanded: new Set(['z']), edit: { kind: 'new-file', parent: 'z' } }, all);
    expect(names(rows).slice(0, 3)).toEqual(['z', '(input)', 'in.js']);
  });

  it('shows every listed file exactly once, with true levels and places', () => {
    const name = fc.stringMatching(/^[a-zA-Z.][a-z0-9.-]{0,6}$/);
    const folders = fc.uniqueArray(name, { maxLength: 4 });
    fc.assert(
      fc.property(folders, fc.uniqueArray(name, { maxLength: 8 }), fc.uniqueArray(name, { maxLength: 8 }), (folderNames, top, inner) => {
        const taken = new Set(folderNames);
        const files = top.filter((file) => !taken.has(file));
        const listings = [listing('', [...folderNames.map((each) => `${each}/`), ...files]), ...folderNames.map((each) => listing(each, inner))];
        const rows = build(listings, folderNames);
        const expected = [...files, ...folderNames, ...folderNames.flatMap((folder) => inner.map((file) => `${folder}/${file}`))];
        expect(rows.flatMap(pathsOf).sort()).toEqual(expected.sort());
        for (const row of rows) {
          const path = row.id;
          const siblings = rows.filter((other) => other.id.split('/').slice(0, -1).join('/') === path.split('/').slice(0, -1).join('/'));
          expect([row.level, row.position, row.siblings]).toEqual([path.split('/').length, siblings.indexOf(row) + 1, siblings.length]);
        }
      }),
    );
  });
});

describe('rows of a filtered tree', () => {
  function filtered(...paths: string[]): Row[] {
    return buildFilteredRows({ items: paths.map((path) => ({ path, matches: [] })), complete: true, total: paths.length });
  }

  it('shows what was found under its folders, each once', () => {
    expect(filtered('b/x.js', 'a.js', 'b/c/y.js').map((row) => `${'  '.repeat(row.level - 1)}${row.id} ${row.position}/${row.siblings}`)).toEqual([
      'a.js 1/2',
      'b 2/2',
      '  b/c 1/2',
      '    b/c/y.js 1/1',
      '  b/x.js 2/2',
    ]);
  });

  it('keeps every row right under its own folder, whatever the names', () => {
    const path = fc.array(fc.constantFrom('a', 'A', 'a-b', 'B', 'é', 'a b'), { minLength: 1, maxLength: 3 }).map((parts) => [...parts, 'file.js'].join('/'));
    fc.assert(
      fc.property(fc.uniqueArray(path, { maxLength: 12 }), (paths) => {
        const rows = filtered(...paths);
        expect(
          rows
            .filter((row) => row.kind === 'file')
            .map((row) => row.id)
            .sort(),
        ).toEqual([...paths].sort());
        expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
        const open: string[] = [];
        for (const row of rows) {
          open.length = row.level - 1;
          expect(row.id.split('/').slice(0, -1).join('/')).toBe(open.at(-1) ?? '');
          open.push(row.id);
        }
      }),
    );
  });

  it('has no rows when nothing was found', () => {
    expect(filtered()).toEqual([]);
  });
});
