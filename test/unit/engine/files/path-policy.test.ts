import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isContained, resolveEntry, resolveInside, toWorkspacePath, workspaceSegments } from '#engine/files/index.ts';
import { failureOf, makeFolder } from '../support/make-folder.ts';

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc
    .array(
      fc.constantFrom(
        '..',
        '.',
        '',
        'a',
        'inside',
        'out',
        'up',
        'loop',
        'dangling',
        '/',
        '\\',
        '\0',
        '%2e%2e',
        '..%2f',
        '…',
        ' ',
        'C:',
        '~',
        '\u202e',
        '\n',
        'file',
      ),
      {
        maxLength: 8,
      },
    )
    .chain((parts) => fc.constantFrom('/', '\\', '//').map((separator) => parts.join(separator))),
);

async function makeTrap() {
  const folder = await makeFolder({ 'workspace/a/file': 'x', 'workspace/file': 'x', 'outside/secret': 'x', 'workspace-beside/secret': 'x' });
  await symlink(folder.at('outside'), folder.at('workspace/out'));
  await symlink('..', folder.at('workspace/up'));
  await symlink('a', folder.at('workspace/inside'));
  await symlink('loop', folder.at('workspace/loop'));
  await symlink(folder.at('outside/not-there'), folder.at('workspace/dangling'));
  return { folder, root: { name: 'workspace', realPath: folder.at('workspace') } };
}

describe('path policy', () => {
  it('never gives a path outside the workspace, whatever the input', async () => {
    const { folder, root } = await makeTrap();
    await using _ = folder;
    await fc.assert(
      fc.asyncProperty(hostile, async (path) => {
        for (const resolve of [resolveInside, resolveEntry]) {
          const absolute = await resolve(root, path).catch(() => null);
          if (absolute !== null) expect(absolute === root.realPath || absolute.startsWith(`${root.realPath}/`)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('gives every plain path back unchanged', async () => {
    await using folder = await makeFolder();
    const segment = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((name) => !/[/\\\0]/.test(name) && name !== '.' && name !== '..');
    await fc.assert(
      fc.asyncProperty(fc.array(segment, { minLength: 1, maxLength: 4 }), async (segments) => {
        const path = segments.join('/');
        const absolute = await resolveInside(folder.root, path);
        expect(absolute).toBe(join(folder.path, ...segments));
        expect(toWorkspacePath(folder.root, absolute)).toBe(path);
      }),
    );
  });

  it.each(['/etc/passwd', '..', 'a/../b', 'a/..', './a', 'a//b', 'a/', 'a\\b', 'a\0b', 'out/secret', 'up/outside/secret', 'out', 'up'])(
    'refuses %j',
    async (path) => {
      const { folder, root } = await makeTrap();
      await using _ = folder;
      expect((await failureOf(resolveInside(root, path))).code).toBe('OUTSIDE_WORKSPACE');
    },
  );

  it('refuses devices, streams and trailing dots where they mean something else', () => {
    for (const path of ['con', 'a/NUL.txt', 'file:stream', 'C:/x', 'a./b', 'a /b', 'lpt1']) {
      expect(() => workspaceSegments(path, 'win32')).toThrow('OUTSIDE_WORKSPACE');
      expect(workspaceSegments(path, 'linux')).toEqual(path.split('/'));
    }
  });

  it('tells a folder from one whose name starts the same', () => {
    expect(isContained('/a/workspace', '/a/workspace-beside/x')).toBe(false);
    expect(isContained('/a/workspace', '/a/workspace/..x')).toBe(true);
    expect(isContained('/a/workspace', '/a')).toBe(false);
  });

  it('follows links inside, names the link itself for renaming, and reports loops and dangling links', async () => {
    const { folder, root } = await makeTrap();
    await using _ = folder;
    expect(await resolveInside(root, 'inside/file')).toBe(join(root.realPath, 'a', 'file'));
    expect(await resolveEntry(root, 'out')).toBe(join(root.realPath, 'out'));
    expect((await failureOf(resolveInside(root, 'loop'))).code).toBe('LINK_LOOP');
    expect((await failureOf(resolveInside(root, 'dangling'))).code).toBe('NOT_FOUND');
    expect((await failureOf(resolveInside(root, 'dangling/x'))).code).toBe('NOT_FOUND');
    expect((await failureOf(resolveEntry(root, 'out/secret'))).code).toBe('OUTSIDE_WORKSPACE');
  });

  it('says when the workspace itself is gone', async () => {
    const root = { name: 'Shop', realPath: '/nonexistent/minifoundry-test' };
    expect(await failureOf(resolveInside(root, 'a/b'))).toMatchObject({ code: 'WORKSPACE_GONE', parameters: { name: 'Shop' } });
  });

  it('accepts names with line breaks and bidirectional marks', async () => {
    await using folder = await makeFolder();
    const name = 'two\nlines \u202Ecba\u202C.txt';
    await mkdir(folder.at('x'));
    await writeFile(join(folder.path, 'x', name), '');
    expect(await resolveInside(folder.root, `x/${name}`)).toBe(join(folder.path, 'x', name));
  });
});
