import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLogger } from '#engine/log/index.ts';
import type { SearchEvent, SearchQuery } from '#shared/model/search.ts';
import { searchText } from '../../../../engine/workspace/search-text.ts';
import { failureOf, makeFolder, type TestFolder, until } from '../support/make-folder.ts';

const log = createLogger('test', () => undefined);
const plain: SearchQuery = {
  workspaceId: '',
  pattern: 'x',
  regularExpression: false,
  matchCase: true,
  wholeWord: false,
  include: [],
  exclude: [],
  limit: 1000,
};

async function search(folder: TestFolder, query: Partial<SearchQuery>) {
  const events: SearchEvent[] = [];
  for await (const event of searchText(folder.root, { ...plain, ...query }, log)) events.push(event);
  const files = events.flatMap((event) => (event.type === 'files' ? event.files : []));
  const done = events.find((event) => event.type === 'done');
  return {
    files,
    done,
    found: files.flatMap((file) => file.hits.flatMap((hit) => hit.ranges.map(({ column }) => `${file.path}:${hit.line}:${column}`))).sort(),
  };
}

/** The process id of a ripgrep that this process started, or 0. */
async function ripgrepChild(): Promise<number> {
  for (const task of await readdir('/proc/self/task')) {
    const children = await readFile(`/proc/self/task/${task}/children`, 'utf8').catch(() => '');
    for (const id of children.split(' ').filter(Boolean)) {
      if ((await readFile(`/proc/${id}/comm`, 'utf8').catch(() => '')).trim() === 'rg') return Number(id);
    }
  }
  return 0;
}

describe('text search', () => {
  it('takes a pattern literally, as words, with and without case, and as an expression', async () => {
    await using folder = await makeFolder({ 'a.js': 'my.request(x)\nmyrequest\nMY.REQUEST\nmy.requests\n' });
    expect((await search(folder, { pattern: 'my.request' })).found).toEqual(['a.js:1:1', 'a.js:4:1']);
    expect((await search(folder, { pattern: 'my.request', matchCase: false })).found).toEqual(['a.js:1:1', 'a.js:3:1', 'a.js:4:1']);
    expect((await search(folder, { pattern: 'my.request', wholeWord: true })).found).toEqual(['a.js:1:1']);
    expect((await search(folder, { pattern: 'my.?request$', regularExpression: true })).found).toEqual(['a.js:2:1']);
  });

  it('never takes a pattern or a glob for an option', async () => {
    await using folder = await makeFolder({ 'a.js': '--files --pre=touch\n-e x\n', '--x.js': '-e x' });
    expect((await search(folder, { pattern: '--files' })).found).toEqual(['a.js:1:1']);
    expect((await search(folder, { pattern: '-e x', include: ['--x.js'] })).found).toEqual(['--x.js:1:1']);
    expect((await search(folder, { pattern: '-e x', exclude: ['--x.js'] })).found).toEqual(['a.js:2:1']);
  });

  it('gives columns in UTF-16 units', async () => {
    await using folder = await makeFolder();
    const text = fc.string({ unit: 'grapheme', maxLength: 20 }).map((value) => value.replace(/[\r\n\0\u2029#]/g, ''));
    await fc.assert(
      fc.asyncProperty(text, text, async (before, between) => {
        await writeFile(folder.at('a.txt'), `\n${before}#${between}#\n`);
        const { found } = await search(folder, { pattern: '#' });
        expect(found).toEqual([`a.txt:2:${before.length + 1}`, `a.txt:2:${before.length + between.length + 2}`].sort());
      }),
      { numRuns: 40 },
    );
  });

  it('cuts long lines around the first match and says where matches are in what is left', async () => {
    const line = `${'é'.repeat(5000)}needle${'y'.repeat(5000)}needle`;
    await using folder = await makeFolder({ 'min.js': line });
    const hit = (await search(folder, { pattern: 'needle' })).files[0]?.hits[0];
    expect(hit?.text.length).toBeLessThanOrEqual(400);
    expect(hit?.ranges).toHaveLength(1);
    const range = hit?.ranges[0];
    expect(range).toMatchObject({ column: 5001, endColumn: 5007, length: 6 });
    expect(hit?.text.slice(range?.offset, (range?.offset ?? 0) + (range?.length ?? 0))).toBe('needle');
  });

  it('reads a line of many megabytes', async () => {
    await using folder = await makeFolder({ 'min.js': `${'y'.repeat(20_000_000)}needle` });
    expect((await search(folder, { pattern: 'needle' })).found).toEqual(['min.js:1:20000001']);
  });

  it('leaves out what the tree dims, and nothing because of files outside', async () => {
    await using folder = await makeFolder({
      '.gitignore': '*',
      'w/.gitignore': 'dist/\n',
      'w/.minifoundryignore': 'own.js',
      'w/dist/a.js': 'x',
      'w/own.js': 'x',
      'w/node_modules/p/a.js': 'x',
      'w/.git/config': 'x',
      'w/.hidden/a.js': 'x',
      'w/a.js': 'x',
    });
    const inner = { ...folder, root: { name: 'w', realPath: folder.at('w') } };
    expect((await search(inner, {})).found).toEqual(['.hidden/a.js:1:1', 'a.js:1:1']);
    expect((await search(inner, { include: ['*.js'] })).found).toEqual(['.hidden/a.js:1:1', 'a.js:1:1']);
    expect((await search(inner, { include: ['**/*.{js,ts}'] })).found).toEqual(['.hidden/a.js:1:1', 'a.js:1:1']);
    expect((await search(inner, { include: ['.hidden'] })).found).toEqual(['.hidden/a.js:1:1']);
    expect((await search(inner, { include: ['.hidden/**', '*.ts'] })).found).toEqual(['.hidden/a.js:1:1']);
    expect((await search(inner, { exclude: ['.hidden'] })).found).toEqual(['a.js:1:1']);
  });

  it('finds text over several lines whatever their breaks', async () => {
    await using folder = await makeFolder({ 'lf.js': 'one(\ntwo)\n', 'crlf.js': 'one(\r\ntwo)\r\n' });
    expect((await search(folder, { pattern: 'one(\ntwo)' })).found).toEqual(['crlf.js:1:1', 'lf.js:1:1']);
  });

  it('stops at the limit', async () => {
    await using folder = await makeFolder();
    await Promise.all(Array.from({ length: 50 }, (_, index) => writeFile(folder.at(`${index}.js`), 'x x x\n'.repeat(100))));
    const { done, found } = await search(folder, { limit: 1234 });
    expect(found).toHaveLength(1234);
    expect(done).toMatchObject({ hits: 1234, limitReached: true });
  });

  it('hands ten thousand hits over in few batches', async () => {
    await using folder = await makeFolder();
    await Promise.all(Array.from({ length: 500 }, (_, index) => writeFile(folder.at(`${index}.js`), 'x\n'.repeat(20))));
    let batches = 0;
    for await (const event of searchText(folder.root, { ...plain, limit: 20_000 }, log)) {
      batches++;
      if (event.type === 'done') expect(event).toMatchObject({ hits: 10_000, files: 500, limitReached: false });
    }
    expect(batches).toBeLessThan(200);
  });

  it('ends with its signal while it waits, and when the reader leaves', async () => {
    await using folder = await makeFolder({ 'a.js': 'x' });
    const ending = new AbortController();
    const stream = searchText(folder.root, { ...plain, pattern: '(x+x+)+y', regularExpression: true }, log, ending.signal);
    const waiting = stream.next();
    ending.abort();
    expect((await waiting).done).toBe(true);
    for await (const event of searchText(folder.root, plain, log)) {
      expect(event.type).toBe('files');
      break;
    }
  });

  it.skipIf(process.platform !== 'linux')('kills ripgrep when nobody listens any more (skipped unless Linux: it reads /proc)', async () => {
    await using folder = await makeFolder({ 'big.txt': 'x'.repeat(99).concat('\n').repeat(600_000) });
    const ending = new AbortController();
    const stream = searchText(folder.root, { ...plain, pattern: '(x+x+)+y', regularExpression: true }, log, ending.signal);
    let ripgrep = 0;
    await until(async () => {
      ripgrep = await ripgrepChild();
      return ripgrep > 0;
    });
    process.kill(ripgrep, 'SIGSTOP');
    ending.abort();
    expect((await stream.next()).done).toBe(true);
    await until(async () => (await ripgrepChild()) === 0);
  });

  it('says what is wrong with a pattern, and when the folder is gone', async () => {
    await using folder = await makeFolder({ 'a.js': 'x' });
    expect(await failureOf(search(folder, { pattern: '(', regularExpression: true }))).toMatchObject({ code: 'SEARCH_PATTERN_INVALID' });
    expect((await failureOf(search(folder, { include: ['{*a'] }))).code).toBe('SEARCH_PATTERN_INVALID');
    await rm(folder.path, { recursive: true });
    expect((await failureOf(search(folder, {}))).code).toBe('WORKSPACE_GONE');
  });

  it('finds text in UTF-16 files and names with line breaks', async () => {
    await using folder = await makeFolder({ 'utf16.txt': Buffer.from('\uFEFFéx', 'utf16le') });
    await mkdir(folder.at('d'));
    await writeFile(join(folder.path, 'd', 'two\nlines'), 'x');
    expect((await search(folder, {})).found).toEqual(['d/two\nlines:1:1', 'utf16.txt:1:2']);
  });
});
